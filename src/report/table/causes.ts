import type { Currency } from "../../scenario/scenario.js";
import type { CauseRow, WorldFindings } from "../../study/findings.js";
import { decimalsFor, digits, formatNumber } from "../format.js";
import { costShare } from "../sentences.js";

/** Heads of the table of causes, in the order of {@link causeRows}. */
export const CAUSE_HEADS: readonly string[] = [
  "cause",
  "purchases",
  "spend",
  "margin",
  "points issued",
  "reward cost",
  "share of cost",
];

/**
 * What a program's purchases, points and reward cost were caused by, as texts.
 *
 * @param world a program world
 * @param currency of money
 * @returns a row for each cause with anything on its books
 */
export function causeRows(world: WorldFindings, currency: Currency): string[][] {
  const rows = world.causes.filter(
    (row) => row.purchases !== 0 || row.spend !== 0 || row.pointsIssued !== 0 || row.rewardCost !== 0,
  );
  const money = (key: "spend" | "margin" | "rewardCost"): ((row: CauseRow) => string) => {
    const decimals = decimalsFor(
      "money",
      currency,
      rows.map((row) => row[key]),
    );
    return (row) => formatNumber(row[key], "money", currency, decimals);
  };
  const [spend, margin, rewardCost] = [money("spend"), money("margin"), money("rewardCost")];
  return rows.map((row) => [
    row.cause,
    digits(row.purchases, 0),
    spend(row),
    margin(row),
    digits(row.pointsIssued, 0),
    rewardCost(row),
    formatNumber(costShare(row, world.causes), "share", currency),
  ]);
}
