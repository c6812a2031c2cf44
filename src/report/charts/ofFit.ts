import type { FitReport } from "../../fit/fitCustomerBase.js";
import type { HoldoutScore } from "../../fit/holdout.js";
import type { ModelCheck } from "../../fit/modelChecks.js";
import { digits } from "../format.js";
import type { ChartSpec, JsonObject } from "./spec.js";

/** Draws one chart of a fitted customer base. */
export type FitChart = (report: FitReport) => ChartSpec;

/** How what happened, and what a model says of it, look in every chart of a fit. */
export const LOOKS = { actual: "#8c8c8c", chosen: "#0072b2", yardstick: "#d55e00" } as const;

/** Models drawn: the one chosen, and NBD, in which nobody leaves. */
export interface Drawn {
  readonly check: ModelCheck;
  /** What it said of purchases held out; null when none were. */
  readonly holdout: HoldoutScore | null;
  readonly color: string;
  readonly label: string;
}

/**
 * The model chosen and the yardstick.
 *
 * @param report of a fit
 */
export function drawnOf({ checks, choice, model }: FitReport): Drawn[] {
  const of = (name: string, color: string, more: string): Drawn[] =>
    checks.flatMap((check, at) =>
      check.model !== name
        ? []
        : [{ check, holdout: choice.candidates[at]?.holdout ?? null, color, label: `${check.label}${more}` }],
    );
  return [...of(model, LOOKS.chosen, ""), ...of("nbd", LOOKS.yardstick, ", nobody leaves")];
}

/**
 * Name of the model chosen.
 *
 * @param report of a fit
 */
export function chosenLabel({ checks, model }: FitReport): string {
  return checks.find((check) => check.model === model)?.label ?? model;
}

/**
 * How far a forecast is from what happened.
 *
 * @returns "−9.5 %"; empty where nothing happened
 */
export function offBy(forecast: number, actual: number): string {
  return actual === 0 ? "" : `${digits((100 * (forecast - actual)) / actual, 1, "always")} %`;
}

/**
 * A forecast beside what happened, for a title.
 *
 * @param verb what the model does, as "expects"
 */
export function besideActual(label: string, verb: string, forecast: number, actual: number, noun: string): string {
  const off = offBy(forecast, actual);
  const [said, were] = [digits(Math.round(forecast), 0), digits(Math.round(actual), 0)];
  return `${label} ${verb} ${said} ${noun}; there were ${were}${off === "" ? "" : ` (${off})`}`;
}

/**
 * Colour by what is drawn, with a legend below.
 *
 * @param entries label and colour, in the order of the legend
 * @param symbol how the legend draws them
 */
export function colorOf(
  entries: readonly { readonly label: string; readonly color: string }[],
  symbol: "stroke" | "circle" | "square",
): JsonObject {
  return {
    field: "of",
    type: "nominal",
    scale: { domain: entries.map(({ label }) => label), range: entries.map(({ color }) => color) },
    legend: {
      ...{ title: null, orient: "bottom", columns: 3, symbolType: symbol, symbolOpacity: 1 },
      symbolSize: symbol === "stroke" ? 300 : 90,
    },
  };
}

/** Heading of a panel. */
export function panelTitle(text: string): JsonObject {
  return { text, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 };
}

/** Pixels by which the dots of models stand beside each other over one bar. */
const APART = 7;

/**
 * Dots of each model over the bar they belong to, side by side where there are two.
 *
 * @param values rows of all models, named by `of`
 * @param color by what is drawn
 * @param tooltip what a dot says when pointed at
 */
export function dotLayers(
  values: readonly (JsonObject & { readonly of: string })[],
  color: JsonObject,
  tooltip: readonly JsonObject[],
): JsonObject[] {
  const models = [...new Set(values.map(({ of }) => of))];
  return models.map((model, at) => ({
    data: { values: values.filter(({ of }) => of === model) },
    mark: {
      ...{ type: "point", filled: true, size: 60, opacity: 1, stroke: "white", strokeWidth: 0.8 },
      xOffset: models.length === 1 ? 0 : (at - (models.length - 1) / 2) * 2 * APART,
    },
    encoding: { color, tooltip },
  }));
}
