import { plainWords } from "../../plan/plainWords.js";
import type { Difference, StatedValue } from "../../scenario/diff.js";
import { type Explained, explainScenario, written } from "../../scenario/explain.js";
import { leavesOf } from "../../scenario/leaves.js";
import type { LoadedScenario } from "../../scenario/resolve.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Verdict } from "../../study/verify.js";
import { counted } from "../words.js";
import { type Output, tableOutput } from "./output.js";

const NOTHING = "–";
const NEVER = "never";

/**
 * What a scenario states: its inputs that are no defaults.
 *
 * @param given as `load` returns it, or built in code, where an input that equals its default counts as one
 */
export function scenarioOutput(given: LoadedScenario | Scenario): Output {
  const loaded =
    "scenario" in given
      ? given
      : { scenario: given, file: "code", files: [], origins: () => "default" as const, notes: [] };
  const all = explainScenario(loaded);
  const defaults =
    "scenario" in given ? new Set(all.filter(({ origin }) => origin === "default")) : equalToDefault(all, given);
  const { name, about } = loaded.scenario;
  const rows = all.filter((one) => !defaults.has(one) && one.path !== "name" && one.path !== "about");
  const notes = [
    ...(about === "" ? [] : [about]),
    plainWords(loaded.scenario),
    `And ${counted(defaults.size, "default")}: explainScenario() lists them with their sources.`,
  ];
  return tableOutput(explainedTable(name, rows), notes);
}

function equalToDefault(all: readonly Explained[], scenario: Scenario): Set<Explained> {
  const leaves = new Map(leavesOf(scenario).map((leaf) => [leaf.path, leaf]));
  return new Set(
    all.filter(({ path, value }) => {
      const field = leaves.get(path)?.field;
      return field !== undefined && field.default !== null && value === written(field.default, field);
    }),
  );
}

/**
 * Everything a scenario assumes, as `explainScenario` lists it.
 *
 * @param rows of one scenario
 */
export function explainedOutput(rows: readonly Explained[]): Output {
  return tableOutput(explainedTable(rows.find(({ path }) => path === "name")?.value ?? "Inputs", rows));
}

function explainedTable(caption: string, all: readonly Explained[]): Parameters<typeof tableOutput>[0] {
  const isFromCode = all.every(({ origin }) => origin === "default");
  const rows = all.map(({ path, value, unit, description, source, origin }) => [
    path,
    withUnit(value, unit),
    origin === "default" && !isFromCode ? `${description} Default: ${source}.` : description,
    ...(isFromCode ? [] : [origin]),
  ]);
  const head = ["input", "value", "meaning", ...(isFromCode ? [] : ["written in"])];
  return { caption, head, rows, isOfWords: true };
}

/**
 * What differs between two scenarios, as `diffScenarios` lists it.
 *
 * @param differences of two scenarios
 */
export function differencesOutput(differences: readonly Difference[]): Output {
  const cell = (stated: StatedValue | null, unit: string): string =>
    stated === null ? NOTHING : withUnit(stated.value, unit);
  return tableOutput({
    caption: counted(differences.length, "difference"),
    head: ["input", "first", "second", "meaning"],
    rows: differences.map(({ path, unit, description, a, b }) => [path, cell(a, unit), cell(b, unit), description]),
    isOfWords: true,
  });
}

/** What is said of a rule. */
const STATES: Readonly<Record<Verdict["state"], string>> = {
  holds: "holds",
  fails: "FAILS",
  notApplicable: "not applicable",
};

/**
 * What `verify` found, a row a rule.
 *
 * @param verdicts of one scenario
 */
export function verdictsOutput(verdicts: readonly Verdict[]): Output {
  const failing = verdicts.filter(({ state }) => state === "fails").length;
  return tableOutput({
    caption: `${counted(verdicts.length, "rule")}, ${failing === 0 ? "none fails" : `${failing} fail`}`,
    head: ["rule", "", "looked at", "what does not hold"],
    rows: verdicts.map(({ rule, state, scope, violations }) => [rule, STATES[state], scope, violations.join("; ")]),
    isOfWords: true,
  });
}

function withUnit(value: string, unit: string): string {
  return unit === "" || value === NEVER ? value : `${value} ${unit}`;
}
