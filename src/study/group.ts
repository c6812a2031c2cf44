import { fingerprint } from "../random/hash.js";
import { inPathOrder } from "../scenario/correlation.js";
import type { Scenario } from "../scenario/scenario.js";

/** A scenario to compare, and the file it came from. */
export interface Candidate {
  readonly scenario: Scenario;
  readonly file: string | null;
}

/** Candidates that differ in nothing but their program, and so share one world 0. */
export interface Group {
  /** What world 0 is called: the candidate without a program, or the first one's words. */
  readonly counterfactual: Candidate;
  /** Those with a program, in the order given. */
  readonly programs: readonly Candidate[];
  /** Further candidates without a program, which say the same as the counterfactual and are not simulated again. */
  readonly repeats: readonly Candidate[];
}

/** A world 0 that no file states. */
const UNSTATED = "No program";

/**
 * Groups candidates by their world 0.
 *
 * @param candidates in any order
 * @returns groups in order of first appearance; a candidate without a program is its group's world 0
 * @example groupByCounterfactual([{ scenario, file: "a.yaml" }]).length; // 1
 */
export function groupByCounterfactual(candidates: readonly Candidate[]): Group[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = fingerprint(withoutProgram(candidate.scenario, ""));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  const unstated = [...groups.values()].filter((group) => group.every(({ scenario }) => scenario.program !== null));
  return [...groups.values()].map((group) => {
    const [stated, ...repeats] = group.filter(({ scenario }) => scenario.program === null);
    const [{ scenario: first }] = group;
    // Several worlds without a file would have one name.
    const name = unstated.length > 1 ? `${UNSTATED} (${first.name})` : UNSTATED;
    return {
      counterfactual: stated ?? { scenario: withoutProgram(first, name), file: null },
      programs: group.filter(({ scenario }) => scenario.program !== null),
      repeats,
    };
  });
}

/**
 * Number of the world named, 0 when none is.
 *
 * @param group in which it is looked for
 * @param name of a scenario, or its file
 * @returns null when the group has no such world
 */
export function referenceWorld(group: Group, name: string | undefined): number | null {
  if (name === undefined) return 0;
  const isNamed = ({ scenario, file }: Candidate): boolean => scenario.name === name || file === name;
  const at = [group.counterfactual, ...group.programs].findIndex(isNamed);
  if (at >= 0) return at;
  return group.repeats.some(isNamed) ? 0 : null;
}

/** World 0 of a scenario, under a name: of its correlations those that hold without a program, in an order of their own. */
function withoutProgram(scenario: Scenario, name: string): Scenario {
  const correlations = inPathOrder(scenario.correlations, (path) => !path.startsWith("program."));
  return { ...scenario, name, about: "", program: null, correlations };
}
