import type { Comparison } from "../../study/findings.js";
import type { CsvValue } from "./text.js";

export const BALANCE_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "cause"],
  ...["opening", "issued", "redeemed", "expired", "forfeited", "closing", "difference"],
  ...["size", "sample", "replicates"],
];

/**
 * A line for each line of each program world's trial balance.
 *
 * @param comparison what was found
 */
export function balanceLines({ groups }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      world.trialBalance.map((row) => [
        ...[group.name, world.name, world.file, row.cause],
        ...[row.opening, row.issued, row.redeemed, row.expired, row.forfeited, row.closing, row.difference],
        ...[group.size, group.sample, group.provenance.replicates],
      ]),
    ),
  );
}
