import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { normalCdf } from "#tenure/math/normal.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import type { AttritionOf, DrawnScenario } from "#tenure/scenario/scenario.js";
import type { Calendar } from "./calendar.ts";
import { gridWords } from "./grid.ts";
import type { Market } from "./market.ts";
import { scaledLeaving } from "./odds.ts";
import { solveFalling } from "./solve.ts";
import { tablesOf } from "./tables.ts";
import type { TypeFacts } from "./types.ts";

const GRID = 96;
const FARTHEST = Math.log(1e6);
/** Where purchases move by no larger share from one end to the other, leaving has no bearing on them: as when no contract ends. */
const NO_MATTER = 1e-9;

/**
 * What the odds of leaving are multiplied by, so that customers of types are expected to buy as often as the same customers
 * without: 1 unless types say both who buys often and who leaves soon.
 *
 * The fitted distributions of rate and leaving are cut into equal shares. Without types a customer is as likely in any share of the
 * one as in any of the other; with types the two go together, as the types have it.
 */
export function oddsScaleOf(
  scenario: Pick<DrawnScenario, "customerBase">,
  calendar: Calendar,
  market: Market,
  types: readonly TypeFacts[],
): number {
  if (types.every(({ rank }) => rank.purchaseRate === null || rank.leaving === null)) return 1;
  const { loyaltyTypes, attrition, purchaseRate, timeUnit } = scenario.customerBase;
  const name = JSON.stringify([loyaltyTypes, attrition, purchaseRate, timeUnit, calendar, market.baseMultiplier]);
  const scale = solved.get(name) ?? solvedScale(scenario, calendar, market, types);
  solved.set(name, scale);
  return scale;
}

/** Scales are slow to solve, and scenarios that differ in other things have the same: each is solved once. */
const solved = new Map<string, number>();

function solvedScale(
  scenario: Pick<DrawnScenario, "customerBase">,
  calendar: Calendar,
  market: Market,
  types: readonly TypeFacts[],
): number {
  const noise = scenario.customerBase.loyaltyTypes?.noise ?? 1;
  const { attrition } = scenario.customerBase;
  const { rates, leaving } = gridOf(scenario);
  const together = jointShares(types, noise);
  const expected = expectedPurchases(attrition, calendar, market);
  const scaled = attrition.kind === "overTime" ? (one: number, scale: number) => one * scale : scaledLeaving;
  const purchases = (scale: number, share: (i: number, k: number) => number): number =>
    leaving.reduce((all, one, k) => {
      const ofRate = expected(scaled(one, scale));
      return all + rates.reduce((sum, rate, i) => sum + share(i, k) * ofRate(rate), 0);
    }, 0);
  const withTypes = (logScale: number): number => purchases(Math.exp(logScale), (i, k) => together[i][k]);
  const [most, least] = [withTypes(-FARTHEST), withTypes(FARTHEST)];
  if (most - least <= NO_MATTER * most) return 1;
  const without = purchases(1, () => 1 / GRID ** 2);
  return Math.exp(solveFalling((logScale) => withTypes(logScale) - without, -FARTHEST, FARTHEST));
}

/** Rates a day, and leaving (propensities, or rates a day), at the middles of equal shares. */
function gridOf({ customerBase }: Pick<DrawnScenario, "customerBase">) {
  const tables = tablesOf(customerBase);
  const { purchaseRate, attrition, timeUnit } = customerBase;
  const days = DAYS_PER_UNIT[timeUnit];
  const words = gridWords(GRID);
  return {
    rates: words.map((word) => quantileAt(tables.rate, word) / purchaseRate.rate / days),
    leaving: words.map(
      (word) => quantileAt(tables.leaving, word) / (attrition.kind === "overTime" ? attrition.rate * days : 1),
    ),
  };
}

/** Share of customers in each share of the rates, and of these in each of leaving. */
function jointShares(types: readonly TypeFacts[], noise: number): number[][] {
  const rate = sharesByType(
    types,
    types.map(({ traits }) => traits.purchaseRate),
    noise,
  );
  const leaving = sharesByType(
    types,
    types.map(({ traits }) => traits.leaving),
    noise,
  );
  const cells = Array.from({ length: GRID }, (_, cell) => cell);
  return cells.map((i) =>
    cells.map((k) => types.reduce((sum, { share }, j) => sum + share * rate[j][i] * leaving[j][k], 0)),
  );
}

/** Of each type, how many rank in each equal share of everybody: by log trait and noise. */
function sharesByType(types: readonly TypeFacts[], traits: readonly number[], noise: number): number[][] {
  const upTo = (trait: number, x: number): number => normalCdf((x - Math.log(trait)) / noise);
  const everybody = (x: number): number => types.reduce((sum, { share }, j) => sum + share * upTo(traits[j], x), 0);
  const logs = traits.map(Math.log);
  const [low, high] = [Math.min(...logs) - 40 * noise, Math.max(...logs) + 40 * noise];
  const cuts = Array.from({ length: GRID - 1 }, (_, i) =>
    solveFalling((x) => (i + 1) / GRID - everybody(x), low, high),
  );
  return traits.map((trait) => {
    const below = [0, ...cuts.map((cut) => upTo(trait, cut)), 1];
    return Array.from({ length: GRID }, (_, i) => below[i + 1] - below[i]);
  });
}

/**
 * Expected repeat purchases up to the horizon of somebody there on day one, at the mean base multiplier throughout: by how
 * readily they leave, then by their rate a day.
 */
function expectedPurchases(
  attrition: AttritionOf<number>,
  { starts, horizonEnd: days, months }: Calendar,
  market: Market,
): (leaving: number) => (ratePerDay: number) => number {
  const mean =
    market.baseMultiplier.reduce((sum, one, month) => sum + one * (starts[month + 1] - starts[month]), 0) / days;
  const whileThere = (daysThere: number) => (rate: number) => rate * mean * daysThere;
  if (attrition.kind === "afterPurchase") {
    return (propensity) => {
      const probability = -Math.expm1(-propensity);
      if (probability === 0) return whileThere(days);
      return (rate) => -Math.expm1(-rate * mean * days * probability) / probability;
    };
  }
  if (attrition.kind === "overTime") {
    return (perDay) => whileThere(perDay === 0 ? days : -Math.expm1(-perDay * days) / perDay);
  }
  const terms: number[] = [];
  for (let month = 0; month < months; month += attrition.everyMonths) {
    terms.push(starts[Math.min(months, month + attrition.everyMonths)] - starts[month]);
  }
  return (propensity) =>
    whileThere(terms.reduce((sum, termDays, renewals) => sum + termDays * Math.exp(-propensity * renewals), 0));
}
