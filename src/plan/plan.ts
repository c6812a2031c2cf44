import type { BookLayout } from "../ledger/books.js";
import type { SeedWords } from "../random/seed.js";

/**
 * Everything one customer base and its worlds need to be simulated, for one draw of the ranged inputs: frozen numbers and
 * shared tables, money in minor units, time in days since the start of the horizon, nothing left to look up or decide.
 */
export interface Plan {
  /** Books of world 0; a program's own have room for its tiers besides. */
  readonly layout: BookLayout;
  /** Day each month begins; entry `months` is the end of the horizon. */
  readonly monthStart: Float64Array;
  readonly base: CustomerBasePlan;
  /** World 0, no program, is not listed: it is lived anyway. */
  readonly programs: readonly ProgramPlan[];
  /** Season and growth never multiply the purchase rate by more. */
  readonly baseMultiplierTop: number;
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

/** How customers leave, as a number a kernel can branch on. */
export const ATTRITION_CODE = { afterPurchase: 0, overTime: 1, atRenewal: 2 } as const;

/** The customer base and what a purchase earns the company. Tables as in math/quantileTable. */
export interface CustomerBasePlan {
  readonly cohorts: readonly CohortPlan[];
  /** Gamma of the purchase rate at scale 1, and the rate parameter in days. */
  readonly rateTable: Float64Array;
  readonly rateParameterDays: number;
  readonly attrition: number;
  /**
   * After a purchase and at a renewal: −log(1 − p) of the probability p of leaving then. Over time: Gamma of the rate of leaving at
   * scale 1, whose rate parameter in days is the number after it (1 otherwise).
   */
  readonly leavingTable: Float64Array;
  readonly leavingParameterDays: number;
  /** Months of a contract; 0 without contracts. */
  readonly contractMonths: number;
  /** What a basket is divided by, at scale 1: Gamma of ν, or lognormal; and its rate parameter in minor units. */
  readonly spendLevelTable: Float64Array;
  readonly spendRateMinor: number;
  /** A basket at level 1 and its mean: Gamma(p) and p, or lognormal and 1. */
  readonly basketTable: Float64Array;
  readonly basketMean: number;
  /** What is known of the customers there on day one; null where all are new then. */
  readonly history: HistoryPlan | null;
  readonly exponentialTable: Float64Array;
  readonly normalTable: Float64Array;
  /** By calendar month of the horizon: season × growth of the purchase rate, and the level of prices. */
  readonly baseMultiplier: Float64Array;
  readonly priceLevel: Float64Array;
  /** Gross margin in millionths, whole. */
  readonly grossMarginMillionths: number;
  readonly costPerPurchaseMinor: number;
  /** Months a purchase keeps a customer retained. */
  readonly retentionWindow: number;
  /** By type, in the order of LOYALTY_TYPES, those of weight above 0; one neutral entry when customers are of one kind. */
  readonly types: readonly TypePlan[];
}

/** Customers with a history, by row of it: who shares a row is alike in all that is known. */
export interface HistoryPlan {
  /** Customers of a row and those before it, and of all. */
  readonly upTo: Float64Array;
  readonly customers: number;
  /** Repeat purchases so far, and the probability of still being a customer. */
  readonly purchases: Float64Array;
  readonly still: Float64Array;
  /** Rate parameters in days, with the time observed in them; leaving: one meaningless number where it does not go on over time. */
  readonly rateParameterDays: Float64Array;
  readonly leavingParameterDays: Float64Array;
  /** Purchases whose spend is known, and the rate parameter of ν with that spend in it, in minor units. */
  readonly spendPurchases: Float64Array;
  readonly spendRateMinor: Float64Array;
  /** Gamma(a) and Gamma(b) at scale 1 where customers leave after purchases. */
  readonly leaveTable: Float64Array;
  readonly stayTable: Float64Array;
  /** Purchase rates a day at normal scores, among those who are still customers: see math/gammaMixture. */
  readonly rateKnots: Float64Array;
}

/** Customers of one loyalty type. A rank table turns a customer's uniform into the rank inside the fitted distribution; null: the same. */
export interface TypePlan {
  /** Share of customers of this type and the types before it; 1 in the last. */
  readonly shareUpTo: number;
  readonly rateRank: Float64Array | null;
  readonly leavingRank: Float64Array | null;
  /** Of spend, whose uniform counts the other way: a high ν is a small basket. */
  readonly spendRank: Float64Array | null;
  /** Over the average customer's. */
  readonly programSensitivity: number;
  readonly priceSensitivity: number;
  readonly switchingCost: number;
}

/** How points are rounded, as a number a kernel can branch on. */
export const ROUNDING_CODE = { floor: 0, nearest: 1, ceil: 2 } as const;

/** One design, compiled. */
export interface ProgramPlan {
  readonly layout: BookLayout;
  /** Instant from which customers can enrol. */
  readonly opensAt: number;
  /** Enrols when correlation · z(rate) + rest · z(own) is above the threshold. */
  readonly enrolThreshold: number;
  readonly enrolCorrelation: number;
  readonly enrolRest: number;
  /** A stamp a purchase from `minimumSpendMinor` on, where 1; else points = round(amount paid · numerator / denominator), all whole. */
  readonly isStampCard: number;
  readonly minimumSpendMinor: number;
  readonly earnRounding: number;
  /** Points, or stamps, given at enrolment. */
  readonly signUpPoints: number;
  /** Months points live after the one they were issued in; 0: for ever. */
  readonly expiryMonths: number;
  readonly redemptionProbability: number;
  /** By reward. */
  readonly rewardPoints: Float64Array;
  readonly rewardCostMinor: Float64Array;
  readonly rewardValueMinor: Float64Array;
  /** Weight with which members aim at it, among those within their reach. */
  readonly aimWeight: Float64Array;
  /**
   * What it takes to earn until the first redemption, when sign-up points are on the way, and after it: spend in minor units, or
   * purchases where `isStampCard`; infinite when nothing earns it.
   */
  readonly firstNeed: Float64Array;
  readonly laterNeed: Float64Array;
  /** A channel acts with value / (value + halfWorth · spend needed) of its strength. */
  readonly halfWorth: number;
  /** A reward that takes longer than this to earn moves nobody. */
  readonly reachDays: number;
  /** Entries in the arrays by tier below; 1 without tiers. */
  readonly tiers: TierPlan;
  readonly goalGradient: number;
  /** Fades: 1 / half-life in days; 0: no fading. */
  readonly goalGradientFade: number;
  readonly rewardedBehaviour: number;
  readonly rewardedBehaviourFade: number;
  readonly balanceAtStake: number;
  readonly borrowed: number;
  readonly tierChase: number;
  readonly tierChaseFade: number;
  readonly tierChaseReach: number;
  readonly status: number;
  readonly statusFade: number;
  readonly statusAtStake: number;
  readonly demotionShock: number;
  readonly demotionShockFade: number;
  readonly discountResponse: number;
}

/** Tiers of a design; a design without tiers has the entry tier alone, with nothing to it. Arrays by tier, the entry tier first. */
export interface TierPlan {
  readonly count: number;
  /** Counts points where 1, else spend in minor units. */
  readonly countsPoints: number;
  readonly upgradesAtOnce: number;
  /** Minor units or points in a calendar year that qualify; the first is 0. */
  readonly from: Float64Array;
  /** Spend, in minor units, that qualifies: the same where spend is counted. */
  readonly fromSpendMinor: Float64Array;
  readonly earnNumerator: Float64Array;
  readonly earnDenominator: Float64Array;
  /** The same at multiplier 1, by which points count towards tiers. */
  readonly countNumerator: number;
  readonly countDenominator: number;
  readonly discountMillionths: Float64Array;
  readonly perkCostMinor: Float64Array;
  /** v / (v + halfWorth), v = what the tier is worth above the entry tier, per unit of the spend that qualifies for it. */
  readonly worth: Float64Array;
  /** The same, times 1 − the share of customers whose usual spend qualifies. */
  readonly statusWorth: Float64Array;
  /** The most of each, over the tiers. */
  readonly discountTopMillionths: number;
  readonly worthTop: number;
  readonly statusWorthTop: number;
  /** By month of the horizon: 1 when a calendar year ends with it; days on which its calendar year began and will end. */
  readonly isReview: Uint8Array;
  readonly yearStart: Float64Array;
  readonly yearEnd: Float64Array;
}

/** Which luck a task is lived on. */
export interface Luck {
  readonly seed: SeedWords;
  readonly replicate: number;
}
