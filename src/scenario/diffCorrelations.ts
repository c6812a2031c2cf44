import { pairsIn } from "./correlation.js";
import type { Difference, StatedValue } from "./diff.js";
import { originText } from "./explain.js";
import { FIELDS } from "./fields.js";
import type { LoadedScenario } from "./resolve.js";
import type { Scenario } from "./scenario.js";

/** A scenario and, when it was loaded, its places. */
interface Side {
  readonly scenario: Scenario;
  readonly origins: LoadedScenario["origins"] | null;
}

/**
 * Every two inputs that two scenarios correlate differently; how groups are cut and ordered does not matter.
 *
 * @param one a scenario
 * @param other what it is compared with
 * @returns a row for each pair, by path; null where a scenario leaves the two independent
 */
export function diffCorrelations(one: Side, other: Side): Difference[] {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const { unit, description } = FIELDS["correlations[].correlation"];
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((path): Difference[] => {
    const [a, b] = [left.get(path) ?? null, right.get(path) ?? null];
    return a?.value === b?.value ? [] : [{ path, unit, description, a, b }];
  });
}

/** The pairs a scenario correlates, by what a row calls them; those of correlation 0 are independent. */
function pairsOf({ scenario, origins }: Side): ReadonlyMap<string, StatedValue> {
  const { correlations } = scenario;
  const pairs = pairsIn(correlations, () => true).filter(({ correlation }) => correlation !== 0);
  return new Map(
    pairs.map(({ inputs, correlation }): [string, StatedValue] => {
      const group = correlations.findIndex((one) => one.inputs.includes(inputs[0]));
      const origin = origins === null ? null : originText(origins(`correlations[${group}].correlation`));
      return [`correlations[${inputs.join(", ")}]`, { value: String(correlation), origin }];
    }),
  );
}
