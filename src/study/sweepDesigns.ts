import { InputError, type Issue } from "../basics/issues.js";
import { show } from "../basics/show.js";
import { override } from "../scenario/override.js";
import type { ProgramPatch } from "../scenario/patch.js";
import type { Scenario } from "../scenario/scenario.js";
import { pathText, type Steps } from "../scenario/tree.js";
import type { LeverValue, ReadLever } from "./lever.js";

/** A design of a sweep: what its levers stand at, and the scenario that makes. */
export interface Design {
  /** By lever. */
  readonly values: readonly LeverValue[];
  readonly scenario: Scenario;
}

/** Longest name of a scenario. */
const LONGEST_NAME = 120;

/**
 * Every combination of the levers' values, each a scenario checked like a file.
 *
 * @param scenario whose program the levers move
 * @param levers one or two
 * @returns a design a combination, the first lever's values slowest
 * @throws InputError with everything wrong in all of them, each with the values that cause it
 * @example
 * const [lever] = readLevers([{ path: "program.rewards[0].points", values: "100, 200" }], scenario);
 * sweepDesigns(scenario, [lever]).map(({ scenario: { program } }) => program.rewards[0].points); // [100, 200]
 */
export function sweepDesigns(scenario: Scenario, levers: readonly ReadLever[]): Design[] {
  const found: { readonly values: readonly LeverValue[]; readonly issues: readonly Issue[] }[] = [];
  const designs = combinations(levers).flatMap((values): Design[] => {
    try {
      return [{ values, scenario: designed(scenario, levers, values) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.push({ values, issues: error.issues });
      return [];
    }
  });
  if (found.length > 0) throw new InputError(blamed(levers, found));
  return designs;
}

/** Values as one reads them: "earn.pointsPerUnit = 2, expiry.rolling = 6". */
export function valuesInWords(levers: readonly ReadLever[], values: readonly LeverValue[]): string {
  return values.map((value, at) => `${levers[at].path.replace(/^program\./, "")} = ${value}`).join(", ");
}

function combinations(levers: readonly ReadLever[]): LeverValue[][] {
  return levers.reduce<LeverValue[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function designed(scenario: Scenario, levers: readonly ReadLever[], values: readonly LeverValue[]): Scenario {
  const program = levers.reduce<unknown>(
    (part, { steps }, at) => moved(part, placeOf(steps, values[at]), values[at]),
    scenario.program,
  );
  const name = [...valuesInWords(levers, values)].slice(0, LONGEST_NAME).join("");
  return override(scenario, { name, program: program as ProgramPatch });
}

/** Steps inside the program. An expiry is replaced as a whole: it is a word or a map. */
function placeOf(steps: Steps, value: LeverValue): Steps {
  return steps[1] === "expiry" && value === "never" ? ["expiry"] : steps.slice(1);
}

function moved(part: unknown, steps: Steps, value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (step === "expiry" && rest.length > 0) return { ...(part as object), expiry: { rolling: value } };
  if (Array.isArray(part)) return part.map((entry, at) => (at === step ? moved(entry, rest, value) : entry));
  const map = part as Readonly<Record<string, unknown>>;
  return { ...map, [step]: moved(map[step], rest, value) };
}

/**
 * Issues of designs, each said once, with the value that causes it: one lever's, where every design with that value has the issue,
 * else the values together.
 */
function blamed(
  levers: readonly ReadLever[],
  found: readonly { readonly values: readonly LeverValue[]; readonly issues: readonly Issue[] }[],
): Issue[] {
  const byIssue = new Map<string, { readonly issue: Issue; readonly designs: (readonly LeverValue[])[] }>();
  for (const { values, issues } of found) {
    for (const issue of issues) {
      const key = JSON.stringify(issue);
      const known = byIssue.get(key) ?? { issue, designs: [] };
      known.designs.push(values);
      byIssue.set(key, known);
    }
  }
  return [...byIssue.values()].flatMap(({ issue, designs }) =>
    causesOf(levers, designs).map((cause) => said(issue, levers, cause)),
  );
}

/** Of some designs, the values they have in common and no other design has; a null stands for any value. */
function causesOf(levers: readonly ReadLever[], designs: readonly (readonly LeverValue[])[]): (LeverValue | null)[][] {
  const causes: (LeverValue | null)[][] = [];
  let rest = designs;
  levers.forEach(({ values }, lever) => {
    const others = levers.reduce((count, other, at) => (at === lever ? count : count * other.values.length), 1);
    for (const value of values) {
      if (designs.filter((design) => design[lever] === value).length < others) continue;
      causes.push(levers.map((_, at) => (at === lever ? value : null)));
      rest = rest.filter((design) => design[lever] !== value);
    }
  });
  return [...causes, ...rest.map((design) => [...design])];
}

function said(issue: Issue, levers: readonly ReadLever[], cause: readonly (LeverValue | null)[]): Issue {
  const at = cause.findIndex((value) => value !== null);
  const isOne = cause.filter((value) => value !== null).length === 1;
  if (isOne && issue.path === pathText(levers[at].steps)) {
    return { ...issue, path: levers[at].path, got: show(cause[at]) };
  }
  const set = cause.flatMap((value, lever) => (value === null ? [] : [`${levers[lever].path} = ${value}`]));
  return { ...issue, got: `${issue.got}, with ${set.join(" and ")}` };
}
