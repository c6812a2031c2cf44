import { counted, printable, spoken } from "../report/words.js";
import type { Comparison } from "../study/findings.js";
import type { Group } from "../study/group.js";

/**
 * What an interrupted run leaves behind.
 *
 * @param groups that were to be simulated
 * @param comparison what was found of them
 * @returns lines joined by "\n"
 */
export function interruptionInWords(groups: readonly Group[], comparison: Comparison): string {
  const found = comparison.groups.map(({ name, provenance: { replicates, replicatesAsked } }) =>
    replicates < replicatesAsked
      ? `${printable(name)}: stands on ${replicates} of ${counted(replicatesAsked, "replicate")}`
      : `${printable(name)}: complete`,
  );
  const missing = groups
    .slice(found.length)
    .map(
      ({ counterfactual: { scenario } }) =>
        `${printable(scenario.name)}: too few replicates finished, nothing shown or written`,
    );
  return found.length === 0
    ? "Interrupted before two replicates were finished: nothing to print, nothing written."
    : ["Interrupted.", ...[...found, ...missing].map((line) => `  ${line}`)].join("\n");
}

/**
 * Scenarios without a program that have no column of their own.
 *
 * @param groups that are simulated
 * @returns a sentence for each group that has such
 */
export function repeatsInWords(groups: readonly Group[]): string[] {
  return groups
    .filter(({ repeats }) => repeats.length > 0)
    .map(({ counterfactual, repeats }) => {
      const files = spoken(repeats.map(({ scenario, file }) => file ?? scenario.name));
      const verb = repeats.length === 1 ? "says" : "say";
      return `${files} ${verb} the same as ${counterfactual.file ?? counterfactual.scenario.name} and ${repeats.length === 1 ? "has" : "have"} no column of ${repeats.length === 1 ? "its" : "their"} own.`;
    });
}

/**
 * Whether a value is a word that has no unit.
 *
 * @param value as a file would write it
 */
export function isWord(value: string): boolean {
  return value === "never";
}
