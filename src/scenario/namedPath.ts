import type { Scenario } from "./scenario.js";

/**
 * A path with the name of a list's entry in place of its number: the same wherever the entry stands.
 *
 * @param path as `program.rewards[0].points`
 * @param scenario whose rewards and tiers it may lead into
 * @returns as `program.rewards[Coffee].points`
 * @example namedPath("program.rewards[0].replaces", scenario); // "program.rewards[5 dollar voucher].replaces"
 */
export function namedPath(path: string, scenario: Scenario): string {
  return path.replace(/^(.*)\[(\d+)\]/, (_, list: string, index: string) => {
    return `${list}[${namesIn(list, scenario)[Number(index)] ?? index}]`;
  });
}

/**
 * Names of the entries of a list.
 *
 * @param list "program.rewards" or "program.tiers.levels"
 * @param scenario whose list
 * @returns none where a scenario has no such list
 */
export function namesIn(list: string, { program }: Scenario): readonly string[] {
  if (program?.kind !== "points") return [];
  const entries = list === "program.rewards" ? program.rewards : (program.tiers?.levels ?? []);
  return entries.map(({ name }) => name);
}
