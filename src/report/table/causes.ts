import type { Currency } from "../../scenario/scenario.js";
import type { CauseRow, WorldFindings } from "../../study/findings.js";
import { decimalsFor, digits, formatNumber } from "../format.js";
import { costShare } from "../sentences.js";

/** Purchases, points and cost by cause, as texts. */
export interface CauseTable {
  readonly heads: readonly string[];
  /** A row for each cause with anything on its books. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a program's purchases, points and cost were caused by; a column of discounts only where any were given.
 *
 * @param world a program world
 * @param currency of money
 */
export function causeTable(world: WorldFindings, currency: Currency): CauseTable {
  const present = world.causes.filter(
    (row) => row.purchases !== 0 || row.spend !== 0 || row.pointsIssued !== 0 || row.rewardCost !== 0,
  );
  const money = (key: "spend" | "margin" | "rewardCost" | "discount"): ((row: CauseRow) => string) => {
    const decimals = decimalsFor(
      "money",
      currency,
      present.map((row) => row[key]),
    );
    return (row) => formatNumber(row[key], "money", currency, decimals);
  };
  const columns: (readonly [string, (row: CauseRow) => string])[] = [
    ["purchases", (row) => digits(row.purchases, 0)],
    ["spend", money("spend")],
    ["margin", money("margin")],
    [`${world.collects} issued`, (row) => digits(row.pointsIssued, 0)],
    ["reward cost", money("rewardCost")],
    ["share of cost", (row) => formatNumber(costShare(row, world.causes), "share", currency)],
    ...(present.some(({ discount }) => discount !== 0) ? [["discounts", money("discount")] as const] : []),
  ];
  return {
    heads: ["cause", ...columns.map(([head]) => head)],
    rows: present.map((row) => [row.cause, ...columns.map(([, text]) => text(row))]),
  };
}
