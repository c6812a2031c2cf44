import type { BookLayout } from "../ledger/books.js";
import type { SeedWords } from "../random/seed.js";

/**
 * Everything one customer base and its worlds need to be simulated, for one draw of the ranged inputs: frozen numbers and
 * shared tables, money in minor units, time in days since the start of the horizon, nothing left to look up or decide.
 */
export interface Plan {
  readonly layout: BookLayout;
  /** Day each month begins; entry `months` is the end of the horizon. */
  readonly monthStart: Float64Array;
  readonly base: CustomerBasePlan;
  /** World 0, no program, is not listed: it is lived anyway. */
  readonly programs: readonly ProgramPlan[];
  /** Layers of occasions any of the worlds can reach. */
  readonly layers: number;
  /** No multiplier of any of the worlds gets higher; occasions above it are nobody's purchase. */
  readonly multiplierTop: number;
  /** No leaving hazard of any of the worlds gets lower. */
  readonly hazardFloor: number;
}

/** A cohort of the sample: customers with ordinals from 0. */
export interface CohortPlan {
  /** Key word of its members' addresses. */
  readonly key: number;
  readonly customers: number;
  readonly joinMonth: number;
  /** They join at uniform instants between these days; the same instant when both are equal. */
  readonly joinFrom: number;
  readonly joinTo: number;
}

/** The customer base and what a purchase earns the company. Tables as in math/quantileTable. */
export interface CustomerBasePlan {
  readonly cohorts: readonly CohortPlan[];
  /** Gamma of the purchase rate at scale 1, and the rate parameter in days. */
  readonly rateTable: Float64Array;
  readonly rateParameterDays: number;
  /** −log(1 − p) of the probability p of leaving after a base occasion. */
  readonly leavingTable: Float64Array;
  /** Gamma of ν at scale 1, and v in minor units. */
  readonly spendLevelTable: Float64Array;
  readonly spendRateMinor: number;
  /** Gamma(p) at scale 1, and its mean p. */
  readonly basketTable: Float64Array;
  readonly basketShape: number;
  readonly exponentialTable: Float64Array;
  readonly normalTable: Float64Array;
  /** Gross margin in millionths, whole. */
  readonly grossMarginMillionths: number;
  readonly costPerPurchaseMinor: number;
  /** Months a purchase keeps a customer retained. */
  readonly retentionWindow: number;
}

/** How points are rounded, as a number a kernel can branch on. */
export const ROUNDING_CODE = { floor: 0, nearest: 1, ceil: 2 } as const;

/** What each reward of a catalogue takes to earn, and what it is worth. */
export interface RewardProspects {
  /** Spend that earns it, in minor units; infinite when nothing does. */
  readonly spendMinor: Float64Array;
  /** v / (v + halfWorth), v = face value / that spend: strength of a channel when the reward is within reach. */
  readonly worth: Float64Array;
}

/** One design, compiled. */
export interface ProgramPlan {
  /** Instant from which customers can enrol. */
  readonly opensAt: number;
  /** Enrols when correlation · z(rate) + rest · z(own) is above the threshold. */
  readonly enrolThreshold: number;
  readonly enrolCorrelation: number;
  readonly enrolRest: number;
  /** Points = round(basket · numerator / denominator), both whole. */
  readonly earnNumerator: number;
  readonly earnDenominator: number;
  readonly earnRounding: number;
  readonly signUpPoints: number;
  /** Months points live after the one they were issued in; 0: for ever. */
  readonly expiryMonths: number;
  readonly redemptionProbability: number;
  /** By reward. */
  readonly rewardPoints: Float64Array;
  readonly rewardCostMinor: Float64Array;
  /** Weight with which members aim at it, among those within their reach. */
  readonly aimWeight: Float64Array;
  /** What a reward takes and is worth until the first redemption, when sign-up points are on the way, and after it. */
  readonly first: RewardProspects;
  readonly later: RewardProspects;
  /** A reward that takes longer than this to earn moves nobody. */
  readonly reachDays: number;
  readonly goalGradient: number;
  /** 1 / half-life in days; 0: no fading. */
  readonly goalGradientFade: number;
  readonly rewardedBehaviour: number;
  readonly rewardedBehaviourFade: number;
  readonly balanceAtStake: number;
}

/** Which luck a task is lived on. */
export interface Luck {
  readonly seed: SeedWords;
  readonly replicate: number;
}
