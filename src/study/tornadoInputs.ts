import { InputError, type Issue } from "../basics/issues.js";
import { planMessages } from "../basics/planMessages.js";
import { rangeQuantile } from "../plan/rangeQuantile.js";
import { inWords } from "../scenario/expected.js";
import { domainOf, fieldAt } from "../scenario/fields.js";
import { namedPath } from "../scenario/namedPath.js";
import type { Range } from "../scenario/range.js";
import { rangesOf, withDrawn } from "../scenario/ranges.js";
import { holds } from "../scenario/readRange.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Candidate } from "./group.js";
import type { TornadoRow } from "./tornadoFindings.js";

/** Where in its range an input stands. */
const PLACES = { low: 0.05, median: 0.5, high: 0.95 } as const;
type Place = keyof typeof PLACES;
const QUANTILES: Readonly<Record<Place, string>> = { low: "P5", median: "the median", high: "P95" };

/** Digits that count in the value of an input: beyond them there is the noise of computing a quantile. */
const DIGITS = 12;

/** One ranged input and the scenarios in which it stands at its ends, all others at their medians. */
export interface TornadoInput extends Pick<TornadoRow, "path" | "unit" | "description" | "range" | "median"> {
  readonly low: TornadoCandidate;
  readonly high: TornadoCandidate;
}

/** A scenario of plain numbers, and the value of the input it is about. */
interface TornadoCandidate extends Candidate {
  readonly value: number;
}

/** The scenario with every ranged input at its median, and with each at its ends. */
export interface TornadoInputs {
  readonly central: Candidate;
  readonly inputs: readonly TornadoInput[];
}

/**
 * The scenarios of a tornado.
 *
 * @param candidate complete, with ranges or without
 * @returns the central one and two an input, inputs by path
 * @throws InputError with every quantile that lies outside its field's domain
 * @example
 * const { central, inputs } = tornadoInputs({ scenario, file: null });
 * inputs.length === rangesOf(scenario).length && rangesOf(central.scenario).length === 0; // true
 */
export function tornadoInputs({ scenario, file }: Candidate): TornadoInputs {
  const ranges = rangesOf(scenario);
  const issues = ranges.flatMap(({ path, range }) => outside(path, range, file));
  if (issues.length > 0) throw new InputError(issues);
  const at = (moved: string | null, place: Place): Scenario => ({
    ...withDrawn(scenario, (path, range) => valueAt(path, range, path === moved ? place : "median")),
  });
  const inputs = ranges.map(({ path, range }): TornadoInput => {
    const field = fieldAt(path);
    const end = (place: Place): TornadoCandidate => ({
      ...{ scenario: at(path, place), file },
      value: valueAt(path, range, place),
    });
    return {
      path: namedPath(path, scenario),
      unit: field?.unit ?? "",
      description: field?.description ?? "",
      range: range.text,
      median: valueAt(path, range, "median"),
      low: end("low"),
      high: end("high"),
    };
  });
  return { central: { scenario: at(null, "median"), file }, inputs: inputs.sort(byPath) };
}

/** Paths in the order of their characters, whatever the machine's language. */
export function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

/** What a range holds at a place, with no more decimals than a file may write there. */
function valueAt(path: string, range: Range, place: Place): number {
  const value = quantileAt(range, place);
  const decimals = domainOf(path)?.decimals ?? null;
  return decimals === null ? value : Number(value.toFixed(decimals));
}

/** The smallest, the middle or the largest value of a choice, in whatever order it is written; else a quantile. */
function quantileAt(range: Range, place: Place): number {
  if (range.form !== "choice") return Number(rangeQuantile(range, PLACES[place]).toPrecision(DIGITS));
  const values = [...range.args].sort((a, b) => a - b);
  return values[{ low: 0, median: Math.floor(values.length / 2), high: values.length - 1 }[place]];
}

function outside(path: string, range: Range, file: string | null): Issue[] {
  const domain = domainOf(path);
  const places: readonly Place[] = ["low", "median", "high"];
  if (domain === null) return [];
  const place = places.find((one) => !holds(domain, valueAt(path, range, one)));
  if (place === undefined) return [];
  const words = planMessages.quantileOutside(
    inWords(domain),
    valueAt(path, range, place),
    QUANTILES[place],
    range.text,
  );
  return [{ file, line: null, column: null, path, ...words }];
}
