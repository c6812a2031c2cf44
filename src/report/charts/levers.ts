import type { LeverValue } from "../../study/lever.js";
import type { SweptLever } from "../../study/sweepFindings.js";
import { inputValue } from "../inputWords.js";
import { printable, shorten } from "../words.js";
import type { JsonObject } from "./spec.js";

const NAME_LENGTH = 48;
const VALUE_LENGTH = 16;
const END_LENGTH = 34;
/** From so many values on, the axis names round numbers rather than each of them. */
const MOST_TICKS = 12;
/** Pixels a character of an axis label takes. */
const CHARACTER = 6.5;

/** A lever's path as charts name it. */
export function leverName({ path }: SweptLever): string {
  return shorten(printable(path.replace(/^program\./, "")), NAME_LENGTH);
}

/** The end of a lever's path, where that is enough to know it by: "earn.pointsPerUnit", "Gold.from". */
export function leverEnd({ path }: SweptLever): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return shorten(printable(steps.slice(-2).join(".")), END_LENGTH);
}

/** A value of a lever as charts print it. */
export function leverText(value: LeverValue | null): string {
  return value === null ? "none" : shorten(inputValue(value), VALUE_LENGTH);
}

/** Where values of a lever stand: numbers at themselves, values with a word among them one step after the other. */
export interface LeverPlaces {
  readonly isNumeric: boolean;
  readonly domain: readonly [number, number];
  /** Null: a value that has no place. */
  readonly placeOf: (value: LeverValue | null) => number | null;
  readonly axis: JsonObject;
}

/**
 * Where the values of a lever stand along an axis; its value as written too, where it is a number.
 *
 * @param lever values from low to high
 * @param width of the plot, in pixels
 */
export function placesAlong({ values, written }: SweptLever, width: number): LeverPlaces {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length < values.length) return inSteps(values, width);
  const all = typeof written === "number" ? [...numbers, written] : numbers;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low) * 0.04 || Math.abs(low) * 0.1 || 1;
  const ticks = numbers.length > MOST_TICKS ? {} : { values: [...numbers] };
  return {
    isNumeric: true,
    domain: [low - air, high + air],
    placeOf: (value) => (typeof value === "number" ? value : null),
    axis: { ...ticks, labelOverlap: "greedy", labelExpr: "format(datum.value, ',~r')", grid: false },
  };
}

function inSteps(values: readonly LeverValue[], width: number): LeverPlaces {
  return {
    isNumeric: false,
    domain: [-0.5, values.length - 0.5],
    placeOf: (value) => {
      const place = value === null ? -1 : values.indexOf(value);
      return place < 0 ? null : place;
    },
    axis: { ...stepAxis(values, width), grid: false },
  };
}

/**
 * An axis that names values standing at 0, 1, 2 …
 *
 * @param values in order
 * @param length of the axis in pixels
 * @param isUpright names stand one above the other, and need little room each
 */
export function stepAxis(values: readonly LeverValue[], length: number, isUpright = false): JsonObject {
  const names = values.map(leverText);
  const longest = names.reduce((most, name) => Math.max(most, name.length), 1);
  const room = isUpright ? 13 : longest * CHARACTER + 6;
  const every = Math.max(1, Math.ceil((values.length * room) / length));
  return {
    values: values.flatMap((_, at) => (at % every === 0 ? [at] : [])),
    labelExpr: `${JSON.stringify(names)}[round(datum.value)]`,
    labelOverlap: false,
    ticks: false,
  };
}
