import type { GroupFindings } from "#tenure/study/findings.js";
import { EDGES } from "./edges.ts";
import { GOLD, group, rich, STAMPS, STARS } from "./findings.ts";

/** The longest horizon there is; charts bear it, a page of all edges need not. */
export const fiftyYears = (): GroupFindings => rich(group("Fifty years", [STARS], { months: 600 }));

/** Groups that every chart is drawn of: plain ones, and what a report must bear. */
export const CASES: readonly [string, () => GroupFindings][] = [
  ["two designs", () => group("Coffee", [STARS, GOLD])],
  ["two designs, types, tiers and cohorts", () => rich(group("Coffee", [STARS, GOLD]))],
  ["one design", () => group("Corner", [STAMPS], { size: 900, code: "EUR" })],
  ["fifty years", fiftyYears],
  ...Object.entries(EDGES),
];
