import { DAYS_PER_MONTH, DAYS_PER_UNIT } from "../basics/calendar.js";
import { customersIn } from "../scenario/history.js";
import { rangesOf, withDrawn } from "../scenario/ranges.js";
import type { AttritionOf, CustomerBaseOf, Scenario, SpendOf, TimeUnit } from "../scenario/scenario.js";
import { LOYALTY_TYPES } from "../scenario/scenario.js";
import { stillCustomers } from "./history.js";
import { rangeQuantile } from "./rangeQuantile.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * What the parameters of a customer base come to: the numbers a business knows by heart, to be held against one's own. Ranges stand
 * at their middle, and the words say so.
 *
 * @param scenario complete
 * @returns sentences
 * @example plainWords(scenario); // /^The average customer buys 0.24 times a month/
 */
export function plainWords(scenario: Scenario): string {
  const { customerBase, currency } = withDrawn(scenario, (_path, range) => rangeQuantile(range, MIDDLE));
  const { purchaseRate, attrition, spend, timeUnit, season, growth, loyaltyTypes } = customerBase;
  const basket = basketOf(spend);
  const parts = [
    `buys ${short((purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[timeUnit]) * DAYS_PER_MONTH)} times a month while still a customer`,
    basket === null ? null : `spends ${basket.toFixed(currency.decimals)} ${currency.code} a purchase`,
    leaving(attrition, timeUnit),
  ].filter((part) => part !== null);
  const isAbout = rangesOf(scenario).some(({ path }) => path.startsWith("customerBase."));
  return [
    isAbout
      ? `With every range at its middle, the average customer ${parts.join(", ")}.`
      : `The average customer ${parts.join(", ")}.`,
    historyInWords(customerBase),
    seasonInWords(season),
    growthInWords("Everybody buys", "more often", "less often", growth.purchaseRate),
    growthInWords("The same basket costs", "more", "less", growth.prices),
    loyaltyTypes === null ? null : mixInWords(loyaltyTypes.mix),
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

const MIDDLE = 0.5;

/** How many of the customers with a history are still there; nothing of customers who are new on day one. */
function historyInWords(base: CustomerBaseOf<number>): string | null {
  const { history } = base;
  if (history === null) return null;
  const there = stillCustomers(history, base).reduce((sum, still, at) => sum + history.customers[at] * still, 0);
  const all = customersIn(history);
  return `Of the ${all} customers with a history, ${Math.round(there)} (${percent(there / all)}) are expected to be still there on day one.`;
}

function basketOf(spend: SpendOf<number>): number | null {
  if (spend.kind === "lognormal") return spend.mean;
  return spend.q > 1 ? (spend.p * spend.v) / (spend.q - 1) : null;
}

function leaving(attrition: AttritionOf<number>, unit: TimeUnit): string {
  if (attrition.kind === "overTime") {
    const { shape, rate } = attrition;
    // Customers differ in how soon they leave: within a year, the average over all of them.
    const year = 365.25 / DAYS_PER_UNIT[unit];
    return `leaves within a year with ${percent(1 - (rate / (rate + year)) ** shape)} probability`;
  }
  const { a, b } = attrition;
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

function growthInWords(what: string, more: string, less: string, share: number): string | null {
  if (share === 0) return null;
  return `${what} ${percent(Math.abs(share))} ${share > 0 ? more : less} every year.`;
}

function mixInWords(mix: Readonly<Record<string, number>>): string {
  const weights = LOYALTY_TYPES.map((type) => mix[type] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = LOYALTY_TYPES.flatMap((type, index) => {
    const weight = weights[index] ?? 0;
    return weight > 0 ? [`${percent(weight / total)} ${type}`] : [];
  });
  return `Customers by loyalty type: ${parts.join(", ")}.`;
}

function percent(share: number): string {
  return `${short(100 * share)} %`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
