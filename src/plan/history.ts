import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { mixtureKnots } from "../math/gammaMixture.js";
import { gammaQuantile } from "../math/quantiles.js";
import { bgNbdAlive } from "../models/bgNbd.js";
import { paretoNbdAlive } from "../models/paretoNbd.js";
import type { CustomerHistory } from "../scenario/history.js";
import type { CustomerBaseOf } from "../scenario/scenario.js";
import type { HistoryPlan } from "./plan.js";
import { quantileTable } from "./quantileTables.js";
import { shared } from "./shared.js";

const NOTHING = new Float64Array(1);

/**
 * Compiles what is known of the customers there on day one, row by row.
 *
 * Given x purchases up to t_x and none until T, a customer who is still one has λ ~ Gamma(r + x, α + T); p ~ Beta(a, b + x) of BG/NBD, or
 * μ ~ Gamma(s, β + T) of Pareto/NBD, independent of λ. The likelihood of still being a customer is λ^x·e^(−λT) times (1 − p)^x, or
 * times e^(−μT): each factor updates its own prior. ν of Gamma-Gamma is Gamma(q + p·n, v + n·z̄) after n purchases of mean z̄.
 *
 * @param base customer base, drawn
 * @param toMinor amount in minor units of an amount in currency units
 * @returns null where all are new
 * @source Fader, Hardie & Lee 2005, section 4.3; Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2013, note 025
 */
export function compileHistory(base: CustomerBaseOf<number>, toMinor: (amount: number) => number): HistoryPlan | null {
  const { history, purchaseRate, attrition, spend, timeUnit } = base;
  if (history === null) return null;
  const days = DAYS_PER_UNIT[timeUnit];
  const { purchases, observed, spendPurchases, meanSpend, customers } = history;
  const still = stillCustomers(history, base);
  const rates = observed.map((time) => (purchaseRate.rate + time) * days);
  const v = spend.kind === "gammaGamma" ? spend.v : spend.mean;
  let sum = 0;
  return Object.freeze({
    upTo: shared(customers.map((count) => (sum += count))),
    customers: sum,
    purchases: shared(purchases),
    still: shared(still),
    rateParameterDays: shared(rates),
    leavingParameterDays:
      attrition.kind === "overTime" ? shared(observed.map((time) => (attrition.rate + time) * days)) : NOTHING,
    spendPurchases: shared(spendPurchases),
    spendRateMinor: shared(meanSpend.map((mean, at) => toMinor(v + spendPurchases[at] * mean))),
    leaveTable: attrition.kind === "afterPurchase" ? gammaTable(attrition.a) : NOTHING,
    stayTable: attrition.kind === "afterPurchase" ? gammaTable(attrition.b) : NOTHING,
    rateKnots: shared(
      mixtureKnots({
        weights: customers.map((count, at) => count * still[at]),
        shapes: purchases.map((x) => purchaseRate.shape + x),
        rates,
      }),
    ),
  });
}

/**
 * Probability of being still a customer on day one, row by row.
 *
 * @param history what customers did before
 * @param base rate and leaving of everybody, drawn
 */
export function stillCustomers(
  { purchases, lastPurchase, observed }: CustomerHistory,
  { purchaseRate: { shape: r, rate: alpha }, attrition }: Pick<CustomerBaseOf<number>, "purchaseRate" | "attrition">,
): number[] {
  return purchases.map((x, at) => {
    const [tx, T] = [lastPurchase[at], observed[at]];
    switch (attrition.kind) {
      case "afterPurchase":
        return bgNbdAlive({ r, alpha, a: attrition.a, b: attrition.b }, x, tx, T);
      case "overTime":
        return paretoNbdAlive({ r, alpha, s: attrition.shape, beta: attrition.rate }, x, tx, T);
      default:
        return 1;
    }
  });
}

function gammaTable(shape: number): Float64Array {
  return quantileTable(`gamma ${shape}`, gammaQuantile(shape));
}
