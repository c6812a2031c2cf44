import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import { mixtureKnots } from "#tenure/math/gammaMixture.js";
import { gammaQuantile } from "#tenure/math/quantiles.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { scoreAmong } from "#tenure/math/scoreAmong.js";
import { PURPOSE } from "#tenure/random/address.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { DrawAddress, Words } from "./luck.ts";
import { uniform } from "./luck.ts";
import { once, type Table, type Tables } from "./tables.ts";

/** One customer's row. */
interface Row {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly meanSpend: number;
  readonly spendPurchases: number;
  /** Probability of still being a customer. */
  readonly still: number;
}

/** What is known of everybody there on day one, customer by customer. */
export interface HistoryFacts {
  readonly rows: readonly Row[];
  readonly rateKnots: Float64Array;
}

/** Null where all are new on day one. */
export function historyOf(scenario: DrawnScenario): HistoryFacts | null {
  const { history, purchaseRate, timeUnit } = scenario.customerBase;
  if (history === null) return null;
  const perRow = history.customers.map((_, at): Row => {
    const [x, tx, T] = [history.purchases[at], history.lastPurchase[at], history.observed[at]];
    const still = stillCustomer(scenario, x, tx, T);
    return { x, tx, T, meanSpend: history.meanSpend[at], spendPurchases: history.spendPurchases[at], still };
  });
  const rows = perRow.flatMap((row, at) => Array<Row>(history.customers[at]).fill(row));
  const rateKnots = mixtureKnots({
    weights: perRow.map(({ still }, at) => history.customers[at] * still),
    shapes: perRow.map(({ x }) => purchaseRate.shape + x),
    rates: perRow.map(({ T }) => (purchaseRate.rate + T) * DAYS_PER_UNIT[timeUnit]),
  });
  return { rows, rateKnots };
}

/** By Bayes: how likely such a history is with somebody still there, against somebody who left on the way. */
function stillCustomer({ customerBase }: DrawnScenario, x: number, tx: number, T: number): number {
  const { attrition, purchaseRate } = customerBase;
  const { shape: r, rate: alpha } = purchaseRate;
  if (attrition.kind === "afterPurchase") {
    if (x === 0) return 1;
    const left = (attrition.a / (attrition.b + x - 1)) * (alpha + tx) ** -(r + x);
    const there = (alpha + T) ** -(r + x);
    return there > 0
      ? there / (there + left)
      : 1 /
          (1 +
            Math.exp(Math.log(attrition.a / (attrition.b + x - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tx))));
  }
  if (attrition.kind === "atRenewal") return 1;
  const { shape: s, rate: beta } = attrition;
  // Odds of having left at some time y between t_x and T, the density relative to still being there; by Simpson's rule in log time.
  const density = (y: number): number =>
    s *
    Math.exp(
      (r + x) * Math.log((alpha + T) / (alpha + y)) + s * Math.log((beta + T) / (beta + y)) - Math.log(beta + y),
    );
  const steps = 4000;
  const near = Math.min(alpha, beta);
  const [from, to] = [Math.log(near + tx), Math.log(near + T)];
  let sum = 0;
  for (let at = 0; at <= steps; at++) {
    const v = Math.exp(from + ((to - from) * at) / steps);
    sum += (at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2) * density(v - near) * v;
  }
  return 1 / (1 + (sum * (to - from)) / (3 * steps));
}

type Draw = (place: Pick<DrawAddress, "purpose" | "index">) => Words;

/** What a history makes of somebody drawn without one. */
export interface KnownFacts {
  readonly ratePerDay: number;
  readonly rateScore: number;
  readonly spendLevel: number;
  readonly leavingPropensity: number;
  readonly lifetime: number;
  readonly gone: boolean;
}

/** Quantiles at scale 1 of somebody drawn without a history. */
interface Prior {
  readonly rate: number;
  readonly leaving: number;
  readonly spendLevel: number;
  readonly lifetime: number;
}

/** A customer with a history: prior draws and, for each purchase made, one draw more. */
export function knownFacts(
  scenario: DrawnScenario,
  facts: HistoryFacts,
  ordinal: number,
  tables: Tables,
  words: Draw,
  prior: Prior,
): KnownFacts {
  const { purchaseRate, attrition, spend, timeUnit } = scenario.customerBase;
  const { x, T, meanSpend, spendPurchases, still } = facts.rows[ordinal];
  const days = DAYS_PER_UNIT[timeUnit];
  const drawn = (count: number, table: Table, purpose: number): number => {
    let sum = 0;
    for (let at = 0; at < count; at++) sum += quantileAt(table, words({ purpose, index: Math.floor(at / 4) })[at % 4]);
    return sum;
  };
  const [stillWord, leaveWord, stayWord] = words({ purpose: PURPOSE.history, index: 0 });
  const gone = uniform(stillWord) >= still;
  const ratePerDay =
    (prior.rate + drawn(x, tables.exponential, PURPOSE.historyRate)) / ((purchaseRate.rate + T) * days);
  const money = (spend.kind === "gammaGamma" ? spend.v : spend.mean) + spendPurchases * meanSpend;
  const level = prior.spendLevel + drawn(spendPurchases, tables.basket, PURPOSE.historySpend);
  const propensity = (): number => {
    if (attrition.kind !== "afterPurchase") return 0;
    if (x === 0) return prior.leaving;
    const ended = quantileAt(gamma(attrition.a), leaveWord);
    const stayed = quantileAt(gamma(attrition.b), stayWord) + drawn(x, tables.exponential, PURPOSE.historyLeaving);
    return quantileAt(tables.exponential, Math.min(2 ** 32 - 1, Math.floor((ended / (ended + stayed)) * 2 ** 32)));
  };
  return {
    ratePerDay: gone ? 0 : ratePerDay,
    rateScore: scoreAmong(facts.rateKnots, ratePerDay),
    spendLevel: level / toMinorUnits(money, scenario.currency.decimals),
    leavingPropensity: propensity(),
    lifetime:
      attrition.kind === "overTime"
        ? (prior.lifetime * (attrition.rate + T) * days) / prior.leaving
        : Number.POSITIVE_INFINITY,
    gone,
  };
}

function gamma(shape: number): Table {
  return once(`gamma ${shape}`, () => gammaQuantile(shape));
}

/** Who stands at a place of a sample taken in equal steps from a start drawn once. */
export function ordinalAt({ rows }: HistoryFacts, sample: number, place: number, words: Draw): number {
  if (sample === rows.length) return place;
  const [word] = words({ purpose: PURPOSE.sample, index: 0 });
  return Math.min(rows.length - 1, Math.floor(((place + uniform(word)) * rows.length) / sample));
}
