import type { FitReport } from "../fit/fitCustomerBase.js";
import type { TransactionLog } from "../fit/transactionLog.js";
import type { ChartSpec } from "../report/charts/spec.js";
import { comparisonOutput, groupOutput } from "../report/output/comparison.js";
import { fitOutput, logOutput } from "../report/output/fit.js";
import type { Output } from "../report/output/output.js";
import { rowsOutput } from "../report/output/rows.js";
import { differencesOutput, explainedOutput, scenarioOutput, verdictsOutput } from "../report/output/statements.js";
import { sweepOutput } from "../report/output/sweep.js";
import { tornadoOutput } from "../report/output/tornado.js";
import type { Difference } from "../scenario/diff.js";
import type { Explained } from "../scenario/explain.js";
import type { LoadedScenario } from "../scenario/resolve.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Comparison, GroupFindings } from "../study/findings.js";
import type { Sweep } from "../study/sweepFindings.js";
import type { Tornado } from "../study/tornadoFindings.js";
import type { Verdict } from "../study/verify.js";
import { chartBundle } from "./chartBundle.js";
import type { Bundle } from "./kernel.js";
import { Markdown } from "./markdown.js";

/** What there must be of a table: what `table` makes has it, and any of arquero's. */
export interface ShownTable {
  readonly columnNames: () => string[];
  readonly objects: () => object[];
}

/** What `show` shows. */
export type Showable =
  | ChartSpec
  | Comparison
  | GroupFindings
  | Sweep
  | Tornado
  | TransactionLog
  | FitReport
  | LoadedScenario
  | Scenario
  | ShownTable
  | Markdown
  | readonly object[]
  | string;

const EXPECTED =
  "a chart, a comparison or one of its groups, a sweep, a tornado, a transaction log, a fitted customer base, a scenario, what explainScenario(), diffScenarios() or verify() returned, " +
  "rows, a table, text or markdown()";

/**
 * Anything that can be shown, as one output in several forms.
 *
 * @param thing to be shown
 * @throws TypeError for anything else
 */
export async function bundleOf(thing: Showable): Promise<Bundle> {
  if (typeof thing === "string") return { data: { "text/plain": thing }, metadata: {} };
  if (thing instanceof Markdown) {
    return { data: { "text/markdown": thing.markdown, "text/plain": thing.markdown }, metadata: {} };
  }
  if (isOf<ChartSpec>(thing, "$schema", "description")) return await chartBundle(thing);
  const { html, text } = outputOf(thing);
  return { data: { "text/html": html, "text/plain": text }, metadata: {} };
}

function outputOf(thing: Exclude<Showable, string | Markdown | ChartSpec>): Output {
  if (Array.isArray(thing)) return listOutput(thing);
  if (isOf<Comparison>(thing, "groups", "measures")) return comparisonOutput(thing);
  if (isOf<GroupFindings>(thing, "worlds", "provenance")) return groupOutput(thing);
  if (isOf<Sweep>(thing, "designs", "levers", "asWritten")) return sweepOutput(thing);
  if (isOf<Tornado>(thing, "central", "rows", "note")) return tornadoOutput(thing);
  if (isOf<FitReport>(thing, "choice", "isSound")) return fitOutput(thing);
  if (isOf<TransactionLog>(thing, "book", "purchaseDays")) return logOutput(thing);
  if (isOf<LoadedScenario>(thing, "scenario", "origins") || isOf<Scenario>(thing, "customerBase", "economics")) {
    return scenarioOutput(thing);
  }
  if (isOf<ShownTable>(thing, "columnNames", "objects")) return rowsOutput(thing.objects(), thing.columnNames());
  throw refusal(thing);
}

/** A list by what its entries are. */
function listOutput(list: readonly unknown[]): Output {
  if (areOf<Difference>(list, "path", "a", "b")) return differencesOutput(list);
  if (areOf<Explained>(list, "path", "value", "origin", "source")) return explainedOutput(list);
  if (areOf<Verdict>(list, "rule", "state", "violations")) return verdictsOutput(list);
  if (areOf<object>(list)) return rowsOutput(list);
  throw refusal(list);
}

function areOf<Thing extends object>(list: readonly unknown[], ...keys: readonly (keyof Thing)[]): list is Thing[] {
  return (list.length > 0 || keys.length === 0) && list.every((one) => isPlain(one) && isOf<Thing>(one, ...keys));
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

function isOf<Thing extends object>(value: unknown, ...keys: readonly (keyof Thing)[]): value is Thing {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}

function refusal(thing: unknown): TypeError {
  return new TypeError(`expected ${EXPECTED}, got ${described(thing)}`);
}

function described(thing: unknown): string {
  if (thing instanceof Promise) return "a promise: write `await` before it";
  if (thing === null || thing === undefined) return String(thing);
  if (Array.isArray(thing)) return "a list of something else";
  if (typeof thing === "object")
    return `an object with ${Object.keys(thing).slice(0, 5).join(", ") || "nothing in it"}`;
  return `a ${typeof thing}`;
}
