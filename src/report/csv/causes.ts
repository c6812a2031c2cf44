import type { Comparison } from "../../study/findings.js";
import type { CsvValue } from "./text.js";

export const CAUSE_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "currency", "cause"],
  ...["purchases", "spend", "margin", "points_issued", "reward_cost", "discount"],
];

/**
 * A line for each cause of each program world.
 *
 * @param comparison what was found
 */
export function causeLines({ groups }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      world.causes.map((row) => [
        ...[group.name, world.name, world.file, group.currency.code, row.cause],
        ...[row.purchases, row.spend, row.margin, row.pointsIssued, row.rewardCost, row.discount],
      ]),
    ),
  );
}
