import type fc from "fast-check";
import type {
  AttritionOf,
  CustomerBaseOf,
  DrawnScenario,
  PointsProgramOf,
  ResponseOf,
  SpendOf,
  StampCardOf,
} from "#tenure/scenario/scenario.js";
import { arbitraryScenario } from "./generate.ts";

/**
 * Generated scenarios in which behaviour moves: people buy often, rewards are near and worth something, tiers are within reach,
 * every channel is strong. What is left to chance: calendar, currency, season, growth, types, kinds of leaving and spend,
 * rounding, expiry, catalogue, perks, enrolment, launch.
 */
export function livelyScenario(): fc.Arbitrary<DrawnScenario> {
  return arbitraryScenario({ program: "always", mostMonths: 24, mostCustomers: 10 }).map(enlivened);
}

/** Thresholds as multiples of the average customer's year. */
const OF_A_YEAR = [0, 0.15, 0.5, 1.1];

/** What the average customer of these scenarios spends in a year, in minor units: 39 purchases of 2000. */
const YEAR_MINOR = 78_000;

function enlivened(scenario: DrawnScenario): DrawnScenario {
  const { program, currency, customerBase, horizon } = scenario;
  if (program === null) return scenario;
  const unit = 10 ** -currency.decimals;
  return {
    ...scenario,
    horizon: { ...horizon, months: Math.max(horizon.months, 14) },
    customerBase: livelyBase(customerBase, currency.decimals),
    program: {
      ...(program.kind === "points" ? livelyPoints(program, currency.decimals) : livelyCard(program, unit)),
      launchMonth: Math.min(program.launchMonth, 3),
      enrolment: { share: 0.8, selection: program.enrolment.selection, delayDays: program.enrolment.delayDays % 30 },
      redemption: { probability: Math.max(0.4, program.redemption.probability) },
      response: livelyResponse(program.response),
    },
  };
}

function livelyBase(base: CustomerBaseOf<number>, decimals: number): CustomerBaseOf<number> {
  return {
    ...base,
    timeUnit: "week",
    purchaseRate: { shape: 1.5, rate: 2 },
    attrition: livelyAttrition(base.attrition),
    spend: livelySpend(base.spend, 10 ** -decimals),
  };
}

function livelyAttrition(attrition: AttritionOf<number>): AttritionOf<number> {
  if (attrition.kind === "afterPurchase") return { kind: "afterPurchase", a: 0.6, b: 9 };
  if (attrition.kind === "overTime") return { kind: "overTime", shape: 0.7, rate: 50 };
  return { ...attrition, a: 1, b: 4, everyMonths: Math.min(6, attrition.everyMonths) };
}

function livelySpend(spend: SpendOf<number>, unit: number): SpendOf<number> {
  return spend.kind === "gammaGamma"
    ? { kind: "gammaGamma", p: 4, q: 4, v: 1500 * unit }
    : { kind: "lognormal", mean: 2000 * unit, cvBetween: 0.5, cvWithin: 0.5 };
}

function livelyPoints(program: PointsProgramOf<number>, decimals: number): PointsProgramOf<number> {
  const unit = 10 ** -decimals;
  const tiers = program.tiers === null ? null : { ...program.tiers, levels: program.tiers.levels.slice(0, 4) };
  return {
    ...program,
    earn: { ...program.earn, pointsPerUnit: 0.01 / unit },
    rewards: program.rewards.map((reward, at) => ({
      ...reward,
      points: 40 + 35 * at,
      faceValue: (200 + 100 * at) * unit,
      unitCost: (70 + 30 * at) * unit,
    })),
    tiers: tiers && {
      ...tiers,
      levels: tiers.levels.map((level, at) => ({
        ...level,
        from:
          Math.round(OF_A_YEAR[at] * YEAR_MINOR * (tiers.basis === "points" ? 0.01 : 1)) * basisUnit(tiers.basis, unit),
        earnMultiplier: Math.min(2, level.earnMultiplier),
        discount: Math.min(0.2, level.discount),
      })),
    },
  };
}

function basisUnit(basis: "spend" | "points", unit: number): number {
  return basis === "points" ? 1 : unit;
}

function livelyCard(program: StampCardOf<number>, unit: number): StampCardOf<number> {
  return {
    ...program,
    card: { ...program.card, minimumSpend: Math.min(1500 * unit, program.card.minimumSpend) },
    reward: { ...program.reward, faceValue: 500 * unit, unitCost: 200 * unit },
  };
}

function livelyResponse(response: ResponseOf<number>): ResponseOf<number> {
  return {
    ...response,
    goalGradient: 3,
    rewardedBehaviour: 2,
    rewardedBehaviourHalfLifeDays: 20,
    balanceAtStake: 0.9,
    halfWorth: 0.02,
    planningMonths: 36,
    borrowed: Math.min(0.5, response.borrowed),
    tierChase: 4,
    tierChaseReach: 3,
    status: 2,
    statusAtStake: 0.6,
    demotionShock: 3,
    demotionShockHalfLifeDays: 90,
    discount: 2,
  };
}
