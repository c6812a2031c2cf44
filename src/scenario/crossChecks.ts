import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { messages } from "../basics/messages.js";
import { correlationChecks } from "./correlationChecks.js";
import { MOST_MONEY } from "./field.js";
import { FIELDS } from "./fields.js";
import { historyChecks } from "./historyChecks.js";
import type { Problem } from "./problem.js";
import { LOYALTY_TYPES } from "./scenario.js";
import { tierChecks } from "./tierChecks.js";
import { isPositive, mayBeZero, problem, valueAt } from "./written.js";

/** Most purchases a day by the average customer: beyond it a rate was taken for a scale. */
const MOST_PURCHASES_A_DAY = 50;

/**
 * What is wrong between fields that may each be right. Looks at a document as written, so that these problems are reported
 * together with those of single fields; what is missing or no number is passed over here.
 *
 * @param document a document as plain values, after `extends`
 * @returns the problems
 */
export function crossChecks(document: unknown): Problem[] {
  return [
    ...launch(document),
    ...rewards(document),
    ...card(document),
    ...tierChecks(document),
    ...purchaseRate(document),
    ...basket(document),
    ...mix(document),
    ...historyChecks(document),
    ...correlationChecks(document),
  ];
}

function launch(document: unknown): Problem[] {
  const at = ["program", "launchMonth"];
  const month = valueAt(document, at);
  const months = valueAt(document, ["horizon", "months"]) ?? FIELDS["horizon.months"].default;
  if (typeof month !== "number" || typeof months !== "number" || !(month >= months && month <= 599)) return [];
  return [problem(at, messages.launchAfterHorizon(month, months))];
}

function rewards(document: unknown): Problem[] {
  const list = valueAt(document, ["program", "rewards"]);
  if (!Array.isArray(list) || list.length === 0) return [];
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const [index, reward] of list.entries()) {
    const name = valueAt(reward, ["name"]);
    if (typeof name !== "string") continue;
    if (names.has(name)) problems.push(problem(["program", "rewards", index, "name"], messages.duplicateReward(name)));
    names.add(name);
  }
  if (list.every((reward) => mayBeZero(valueAt(reward, ["aim"]) ?? 1))) {
    problems.push(problem(["program", "rewards"], messages.nobodyAims()));
  }
  return problems;
}

function card(document: unknown): Problem[] {
  const at = ["program", "card"];
  const stamps = valueAt(document, [...at, "stamps"]);
  const headStart = valueAt(document, [...at, "headStart"]);
  if (!isPositive(stamps) || !isPositive(headStart) || headStart < stamps) return [];
  return [problem([...at, "headStart"], messages.headStartTooLong(stamps, headStart))];
}

function mix(document: unknown): Problem[] {
  const at = ["customerBase", "loyaltyTypes"];
  const types = valueAt(document, at);
  if (typeof types !== "object" || types === null || Array.isArray(types)) return [];
  const weights = valueAt(types, ["mix"]) ?? {};
  if (typeof weights !== "object" || Array.isArray(weights)) return [];
  const isEmpty = LOYALTY_TYPES.every((type) => mayBeZero(valueAt(weights, [type]) ?? 0));
  if (isEmpty) return [problem([...at, "mix"], messages.emptyMix())];
  return LOYALTY_TYPES.flatMap((type) => {
    const weight = valueAt(weights, [type]);
    if (typeof weight !== "string" || !mayBeZero(weight)) return [];
    return [problem([...at, "mix", type], messages.weightMayBeZero(weight))];
  });
}

function purchaseRate(document: unknown): Problem[] {
  const at = ["customerBase", "purchaseRate"];
  const unit = valueAt(document, ["customerBase", "timeUnit"]);
  const shape = valueAt(document, [...at, "shape"]);
  const rate = valueAt(document, [...at, "rate"]);
  if (typeof unit !== "string" || !isTimeUnit(unit) || !isPositive(shape) || !isPositive(rate)) return [];
  const perDay = shape / rate / DAYS_PER_UNIT[unit];
  return perDay > MOST_PURCHASES_A_DAY ? [problem(at, messages.tooManyPurchases(MOST_PURCHASES_A_DAY, perDay))] : [];
}

function basket(document: unknown): Problem[] {
  const at = ["customerBase", "spend"];
  const [p, q, v] = ["p", "q", "v"].map((key) => valueAt(document, [...at, key]));
  if (!isPositive(p) || !isPositive(q) || !isPositive(v) || q <= 1) return [];
  const mean = (p * v) / (q - 1);
  return mean > MOST_MONEY ? [problem(at, messages.basketTooLarge(MOST_MONEY, mean))] : [];
}

function isTimeUnit(unit: string): unit is keyof typeof DAYS_PER_UNIT {
  return Object.hasOwn(DAYS_PER_UNIT, unit);
}
