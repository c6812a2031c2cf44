import { DAYS_PER_MONTH, DAYS_PER_UNIT } from "../basics/calendar.js";
import type { Scenario } from "./scenario.js";

/**
 * What the parameters of a customer base come to: the numbers a business knows by heart, to be held against one's own.
 *
 * @param scenario complete
 * @returns a sentence; parts that hang on a range are left out, and null when all do
 * @example plainWords(scenario); // /^The average customer buys 0.24 times a month/
 */
export function plainWords({ customerBase, currency }: Scenario): string | null {
  const { purchaseRate, attrition, spend, timeUnit } = customerBase;
  const parts: string[] = [];
  if (typeof purchaseRate.shape === "number" && typeof purchaseRate.rate === "number") {
    const aMonth = (purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[timeUnit]) * DAYS_PER_MONTH;
    parts.push(`buys ${short(aMonth)} times a month while still a customer`);
  }
  if (typeof spend.p === "number" && typeof spend.q === "number" && typeof spend.v === "number") {
    const average = (spend.p * spend.v) / (spend.q - 1);
    parts.push(`spends ${average.toFixed(currency.decimals)} ${currency.code} a purchase`);
  }
  if (typeof attrition.a === "number" && typeof attrition.b === "number") {
    parts.push(
      `leaves after a purchase with ${short((100 * attrition.a) / (attrition.a + attrition.b))} % probability`,
    );
  }
  return parts.length === 0 ? null : `The average customer ${parts.join(", ")}.`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
