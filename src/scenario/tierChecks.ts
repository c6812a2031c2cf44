import { messages } from "../basics/messages.js";
import { MOST_MONEY } from "./field.js";
import { FIELDS } from "./fields.js";
import type { Problem } from "./problem.js";
import { isPositive, problem, valueAt } from "./written.js";

const LEVELS = ["program", "tiers", "levels"];

/** What is wrong between the tiers of a document as written, and between them and the rest of it. */
export function tierChecks(document: unknown): Problem[] {
  const levels = valueAt(document, LEVELS);
  if (!Array.isArray(levels)) return [];
  const basis = valueAt(document, ["program", "tiers", "basis"]);
  const decimals = valueAt(document, ["currency", "decimals"]) ?? FIELDS["currency.decimals"].default;
  return [
    ...names(levels),
    ...order(levels),
    ...(basis === "points" ? pointsAreEarned(document) : []),
    ...(basis === "points" ? thresholds(levels, "points", 0) : []),
    ...(basis === "spend" && isDecimals(decimals) ? thresholds(levels, "amounts of money", decimals) : []),
    ...(isDecimals(decimals) ? perks(levels, decimals) : []),
  ];
}

function names(levels: readonly unknown[]): Problem[] {
  const seen = new Set<string>();
  return levels.flatMap((level, index) => {
    const name = valueAt(level, ["name"]);
    if (typeof name !== "string") return [];
    const isTaken = seen.has(name);
    seen.add(name);
    return isTaken ? [problem([...LEVELS, index, "name"], messages.duplicateTier(name))] : [];
  });
}

/** The first tier begins at 0, and each after it above the highest before. */
function order(levels: readonly unknown[]): Problem[] {
  let top: { readonly name: string; readonly from: number } | null = null;
  return levels.flatMap((level, index) => {
    const from = valueAt(level, ["from"]);
    if (typeof from !== "number" || !(from >= 0 && from <= MOST_MONEY)) return [];
    const at = [...LEVELS, index, "from"];
    const before = top;
    const name = valueAt(level, ["name"]);
    if (before === null || from > before.from) top = { name: typeof name === "string" ? name : "it", from };
    if (index === 0) return from === 0 ? [] : [problem(at, messages.tierBegins(from))];
    return before === null || from > before.from
      ? []
      : [problem(at, messages.tierOrder(before.name, before.from, from))];
  });
}

function pointsAreEarned(document: unknown): Problem[] {
  const perUnit = valueAt(document, ["program", "earn", "pointsPerUnit"]);
  return perUnit === 0 ? [problem(["program", "tiers", "basis"], messages.tierNeedsPoints())] : [];
}

function thresholds(levels: readonly unknown[], unit: string, decimals: number): Problem[] {
  return levels.flatMap((level, index) => {
    const from = valueAt(level, ["from"]);
    if (!isPositive(from) || Number(from.toFixed(decimals)) === from) return [];
    const rounded = String(Number(from.toFixed(decimals)));
    return [problem([...LEVELS, index, "from"], messages.tierTooFine(unit, decimals, from, rounded))];
  });
}

/** A perk that costs something costs at least one smallest unit of money once rounded. */
function perks(levels: readonly unknown[], decimals: number): Problem[] {
  const smallest = 0.5 / 10 ** decimals;
  return levels.flatMap((level, index) => {
    const cost = valueAt(level, ["perkCostPerMonth"]);
    if (!isPositive(cost) || cost >= smallest) return [];
    return [problem([...LEVELS, index, "perkCostPerMonth"], messages.perkTooSmall(smallest, cost))];
  });
}

function isDecimals(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 4;
}
