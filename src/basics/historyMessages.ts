import { orElse, show } from "./show.js";
import type { Words } from "./words.js";

/** Every sentence about what customers there on day one did before it. */
export const historyMessages = {
  historyMissing: (file: string, nearest: string | null): Words => ({
    expected: "a file with the customers' histories",
    got: show(file),
    cure: orElse(nearest, "write its path as seen from this file"),
  }),
  historyNotRead: (file: string): Words => ({
    expected: "rows, since only `load` reads files",
    got: show(file),
    cure: "write the rows, or name the file in a scenario file",
  }),
  historyEmpty: (): Words => ({
    expected: "a line of column names and a line for each row",
    got: "no row",
    cure: "write a line with purchases,lastPurchase,observed and the customers below it",
  }),
  historyTooLong: (most: number, got: number): Words => ({
    expected: `at most ${most} rows`,
    got: `${got}`,
    cure: "let equal customers share a row, with a column `customers`, or take a random part of them",
  }),
  historyColumnMissing: (names: readonly string[]): Words => ({
    expected: `a column ${names.map((name) => `\`${name}\``).join(", and one ")}`,
    got: "none of that name in the first line",
    cure: "name it there",
  }),
  historyColumnTwice: (name: string): Words => ({
    expected: "every column once",
    got: `${show(name)} a second time`,
    cure: "delete one of the two",
  }),
  historyAfterEnd: (observed: number, got: number): Words => ({
    expected: `a last purchase within the time observed, ${observed}`,
    got: `${got}`,
    cure: "count both from the first purchase, in the same time unit",
  }),
  historyLastPurchase: (purchases: number, got: number): Words => ({
    expected: purchases === 0 ? "0, without a repeat purchase" : "a time above 0, with repeat purchases",
    got: `${got}`,
    cure: "count repeat purchases only, and time from the first purchase",
  }),
  historySpend: (isMeanMissing: boolean): Words => ({
    expected: isMeanMissing ? "nothing without `meanSpend`" : "how many purchases `meanSpend` is the mean of",
    got: isMeanMissing ? "a number of purchases" : "no repeat purchase",
    cure: isMeanMissing
      ? "write `meanSpend`, or leave both out"
      : "write `spendPurchases`: 1 for the first purchase alone",
  }),
  historySize: (customers: number, got: number): Words => ({
    expected: `${customers}, as many customers as the history has`,
    got: `${got}`,
    cure: `write ${customers}`,
  }),
  historyOfContracts: (): Words => ({
    expected: "no history where customers are under contract: their renewals are not in it",
    got: "`attrition` of kind `atRenewal`",
    cure: "remove `history`, or state how customers leave without contracts",
  }),
  historyOfTypes: (): Words => ({
    expected: "no history beside loyalty types: which customer is of which type is not in it",
    got: "both",
    cure: "remove `history`, or write `loyaltyTypes: null`",
  }),
  historyOfLognormal: (): Words => ({
    expected: "no `meanSpend` where spend is lognormal: what a mean says of a customer is known for Gamma-Gamma",
    got: "`meanSpend` in the history",
    cure: "leave it out, or state `spend` of kind `gammaGamma`",
  }),
} as const;
