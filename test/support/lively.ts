import fc from "fast-check";
import type {
  AttritionOf,
  CustomerBaseOf,
  DrawnScenario,
  PointsProgramOf,
  ResponseOf,
  SpendOf,
  StampCardOf,
} from "#tenure/scenario/scenario.js";
import { completeScenario } from "./completeScenario.ts";
import { arbitraryScenario } from "./generate.ts";

/**
 * Generated scenarios in which behaviour moves: people buy often, rewards are near and worth something, tiers are within reach,
 * every channel is strong. What is left to chance: calendar, currency, season, growth, types, kinds of leaving and spend,
 * rounding, expiry, catalogue, perks, enrolment, launch.
 */
export function livelyScenario(): fc.Arbitrary<DrawnScenario> {
  return arbitraryScenario({ program: "always", mostMonths: 24, mostCustomers: 10 }).map(enlivened);
}

/**
 * Lively scenarios in which members rise and fall: a few customers who stay for years and spend about as much as one tier or
 * another takes; what else moves them is weak.
 */
export function tieredScenario(): fc.Arbitrary<DrawnScenario> {
  const hasTiers = ({ program }: DrawnScenario): boolean =>
    program?.kind === "points" && program.tiers !== null && program.tiers.levels.length > 1;
  return fc
    .record({ scenario: livelyScenario().filter(hasTiers), halfLife: fc.constantFrom(30, 180, 3650) })
    .map(({ scenario, halfLife }) => tiered(scenario, halfLife));
}

function tiered(scenario: DrawnScenario, demotionShockHalfLifeDays: number): DrawnScenario {
  const { program, customerBase } = scenario;
  if (program === null) return scenario;
  return {
    ...scenario,
    horizon: { start: "2020-09", months: 44 },
    customerBase: {
      ...customerBase,
      size: 4,
      history: null,
      purchaseRate: { shape: 8, rate: 10.7 },
      attrition: stayingAttrition(customerBase.attrition),
      acquisition: { ...customerBase.acquisition, perMonth: 0 },
      loyaltyTypes: customerBase.loyaltyTypes ?? TWO_TYPES,
    },
    program: {
      ...program,
      launchMonth: 0,
      enrolment: { share: 1, selection: 0, delayDays: 0 },
      response: {
        ...program.response,
        goalGradient: 0.3,
        rewardedBehaviour: 0.2,
        tierChase: 1,
        status: 0.5,
        discount: 0.5,
        balanceAtStake: 0.1,
        statusAtStake: 0.9,
        demotionShock: 6,
        demotionShockHalfLifeDays,
      },
    },
  };
}

/** Two types that differ in how they answer alone. */
const TWO_TYPES = completeScenario({
  customerBase: {
    loyaltyTypes: {
      mix: { price: 1, trust: 1 },
      traits: {
        price: { programSensitivity: 0.5, priceSensitivity: 3, switchingCost: 0.2 },
        trust: { programSensitivity: 2, priceSensitivity: 0.5, switchingCost: 1 },
      },
    },
  },
}).customerBase.loyaltyTypes;

/** Thresholds as multiples of the average customer's year. */
const OF_A_YEAR = [0, 0.5, 0.8, 1.1];

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
    growth: { ...base.growth, purchaseRate: Math.max(-0.4, base.growth.purchaseRate) },
  };
}

function livelyAttrition(attrition: AttritionOf<number>): AttritionOf<number> {
  if (attrition.kind === "afterPurchase") return { kind: "afterPurchase", a: 0.6, b: 9 };
  if (attrition.kind === "overTime") return { kind: "overTime", shape: 0.7, rate: 50 };
  return { ...attrition, a: 1, b: 4, everyMonths: Math.min(6, attrition.everyMonths) };
}

function stayingAttrition(attrition: AttritionOf<number>): AttritionOf<number> {
  if (attrition.kind === "overTime") return { kind: "overTime", shape: 2, rate: 400 };
  return { ...attrition, a: 0.5, b: attrition.kind === "atRenewal" ? 6 : 40 };
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
        discount: Math.min(0.2, level.discount) + 0.02 * at,
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
