import type { GroupFindings } from "#tenure/study/findings.js";
import { EDGES } from "./edges.ts";
import { GOLD, group, rich, STAMPS, STARS } from "./findings.ts";

/** Groups that every chart is drawn of: plain ones, and what a report must bear. */
export const CASES: readonly [string, () => GroupFindings][] = [
  ["two designs", () => group("Coffee", [STARS, GOLD])],
  ["two designs, types, tiers and cohorts", () => rich(group("Coffee", [STARS, GOLD]))],
  ["one design", () => group("Corner", [STAMPS], { size: 900, code: "EUR" })],
  ...Object.entries(EDGES),
];
