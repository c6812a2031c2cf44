import { DAYS_PER_MONTH, DAYS_PER_UNIT } from "../basics/calendar.js";
import type { AttritionOf, Quantity, Scenario, SpendOf, TimeUnit } from "./scenario.js";
import { LOYALTY_TYPES } from "./scenario.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * What the parameters of a customer base come to: the numbers a business knows by heart, to be held against one's own.
 *
 * @param scenario complete
 * @returns sentences; parts that hang on a range are left out, and null when all do
 * @example plainWords(scenario); // /^The average customer buys 0.24 times a month/
 */
export function plainWords({ customerBase, currency }: Scenario): string | null {
  const { purchaseRate, attrition, spend, timeUnit, season, growth, loyaltyTypes } = customerBase;
  const basket = basketOf(spend);
  const parts = [
    isExact(purchaseRate.shape) && isExact(purchaseRate.rate)
      ? `buys ${short((purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[timeUnit]) * DAYS_PER_MONTH)} times a month while still a customer`
      : null,
    basket === null ? null : `spends ${basket.toFixed(currency.decimals)} ${currency.code} a purchase`,
    leaving(attrition, timeUnit),
  ].filter((part) => part !== null);
  const sentences = [
    parts.length === 0 ? null : `The average customer ${parts.join(", ")}.`,
    seasonInWords(season),
    growthInWords("Everybody buys", "more often", "less often", growth.purchaseRate),
    growthInWords("The same basket costs", "more", "less", growth.prices),
    loyaltyTypes === null ? null : mixInWords(loyaltyTypes.mix),
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(" ");
}

function basketOf(spend: SpendOf<Quantity>): number | null {
  if (spend.kind === "lognormal") return isExact(spend.mean) ? spend.mean : null;
  const { p, q, v } = spend;
  return isExact(p) && isExact(q) && isExact(v) ? (p * v) / (q - 1) : null;
}

function leaving(attrition: AttritionOf<Quantity>, unit: TimeUnit): string | null {
  if (attrition.kind === "overTime") {
    const { shape, rate } = attrition;
    if (!isExact(shape) || !isExact(rate)) return null;
    // Customers differ in how soon they leave: within a year, the average over all of them.
    const year = 365.25 / DAYS_PER_UNIT[unit];
    return `leaves within a year with ${percent(1 - (rate / (rate + year)) ** shape)} probability`;
  }
  const { a, b } = attrition;
  if (!isExact(a) || !isExact(b)) return null;
  const probability = percent(a / (a + b));
  if (attrition.kind === "afterPurchase") return `leaves after a purchase with ${probability} probability`;
  const months = attrition.everyMonths;
  return `has a contract of ${months} ${months === 1 ? "month" : "months"} and does not renew it with ${probability} probability`;
}

function seasonInWords(season: readonly number[]): string | null {
  const most = Math.max(...season);
  const least = Math.min(...season);
  if (most === least) return null;
  const month = (factor: number): string => MONTHS[season.indexOf(factor)] ?? "";
  return `In ${month(most)} customers buy ${short(most)} times as often as in the average month, in ${month(least)} ${short(least)} times.`;
}

function growthInWords(what: string, more: string, less: string, share: Quantity): string | null {
  if (!isExact(share) || share === 0) return null;
  return `${what} ${percent(Math.abs(share))} ${share > 0 ? more : less} every year.`;
}

function mixInWords(mix: Readonly<Record<string, Quantity>>): string | null {
  const weights = LOYALTY_TYPES.map((type) => mix[type] ?? 0);
  if (!weights.every(isExact)) return null;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = LOYALTY_TYPES.flatMap((type, index) => {
    const weight = weights[index] ?? 0;
    return weight > 0 ? [`${percent(weight / total)} ${type}`] : [];
  });
  return `Customers by loyalty type: ${parts.join(", ")}.`;
}

function isExact(value: Quantity): value is number {
  return typeof value === "number";
}

function percent(share: number): string {
  return `${short(100 * share)} %`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
