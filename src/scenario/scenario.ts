import type { Correlation } from "./correlation.js";
import type { CustomerHistory } from "./history.js";
import type { Range } from "./range.js";

/** A number as written in a file: exact, or a range that says how unsure its author is. */
export type Quantity = number | Range;

/** The time units a customer base may state its purchase rate in. */
export type TimeUnit = "day" | "week" | "month" | "year";

/**
 * A scenario, complete: every default filled in, every name checked, money in currency units.
 * `Q` is what an uncertain number looks like: a {@link Quantity} as written, a plain number once drawn.
 * Shares and probabilities are 0 to 1; rates are per the stated time unit.
 */
export interface ScenarioOf<Q> {
  readonly schema: 1;
  readonly name: string;
  /** Where the numbers come from, in the author's words. */
  readonly about: string;
  readonly currency: Currency;
  readonly horizon: Horizon;
  readonly customerBase: CustomerBaseOf<Q>;
  readonly economics: EconomicsOf<Q>;
  /** Null is world 0: no program. */
  readonly program: ProgramOf<Q> | null;
  /** Which of the inputs given as ranges are not independent; none once they are drawn. */
  readonly correlations: readonly Correlation[];
}

export type Scenario = ScenarioOf<Quantity>;
export type DrawnScenario = ScenarioOf<number>;

export interface Currency {
  readonly code: string;
  /** Decimal places of the smallest unit money is counted in: 2 for cents. */
  readonly decimals: number;
}

export interface Horizon {
  /** First calendar month, "YYYY-MM". */
  readonly start: string;
  /** Calendar months simulated. */
  readonly months: number;
}

export interface CustomerBaseOf<Q> {
  /** Customers of the company on day one: new then, unless they have a history. */
  readonly size: number;
  /** Null: all of them become customers on day one, with a purchase. */
  readonly history: CustomerHistory | null;
  readonly timeUnit: TimeUnit;
  /** Purchases per time unit differ between customers as Gamma(shape, rate): `r` and `α` of the NBD. */
  readonly purchaseRate: { readonly shape: Q; readonly rate: Q };
  /** Purchases a customer makes in the category, at whatever company, per time unit; 0: not known. */
  readonly categoryRate: Q;
  readonly attrition: AttritionOf<Q>;
  readonly spend: SpendOf<Q>;
  /** Factors of the purchase rate by calendar month, January first; they average 1. */
  readonly season: readonly number[];
  /** Yearly growth, as a share: of how often everybody buys, and of what a basket costs. Program terms keep their stated amounts. */
  readonly growth: { readonly purchaseRate: Q; readonly prices: Q };
  readonly acquisition: AcquisitionOf<Q>;
  /** Null: customers are of one kind. */
  readonly loyaltyTypes: LoyaltyTypesOf<Q> | null;
}

/** How customers leave. */
export type AttritionOf<Q> =
  /** BG/NBD: the probability of leaving after a purchase differs between customers as Beta(a, b). */
  | { readonly kind: "afterPurchase"; readonly a: Q; readonly b: Q }
  /** Pareto/NBD: the rate of leaving per time unit differs between customers as Gamma(shape, rate): `s` and `β`. */
  | { readonly kind: "overTime"; readonly shape: Q; readonly rate: Q }
  /**
   * Shifted beta-geometric: a contract of so many calendar months, the month of joining the first of them; the probability of not
   * renewing it differs between customers as Beta(a, b).
   */
  | { readonly kind: "atRenewal"; readonly a: Q; readonly b: Q; readonly everyMonths: number };

/** Spend per purchase at the prices of the first month, in currency units. */
export type SpendOf<Q> =
  /** z ~ Gamma(p, ν), ν ~ Gamma(q, v). */
  | { readonly kind: "gammaGamma"; readonly p: Q; readonly q: Q; readonly v: Q }
  /**
   * A basket is lognormal around the customer's mean with coefficient of variation `cvWithin`; customers' means are lognormal
   * around `mean` with `cvBetween`.
   */
  | { readonly kind: "lognormal"; readonly mean: Q; readonly cvBetween: Q; readonly cvWithin: Q };

export interface AcquisitionOf<Q> {
  /** Newcomers per calendar month: one number for all, or twelve, January first. */
  readonly perMonth: number | readonly number[];
  /** Yearly growth of the newcomers, as a share. */
  readonly growth: number;
  /** What winning one costs, in currency units. */
  readonly cost: Q;
}

/** The loyalty types, in the order of every book and table. */
export const LOYALTY_TYPES = [
  "monopoly",
  "inertia",
  "price",
  "incentive",
  "value",
  "trust",
  "kin",
  "latent",
  "none",
] as const;
export type LoyaltyType = (typeof LOYALTY_TYPES)[number];

/** Which kinds of loyalty customers have. Types order customers inside the fitted distributions, which stay as they are. */
export interface LoyaltyTypesOf<Q> {
  /** Weights; they need not sum to 1. A type of weight 0 does not exist. */
  readonly mix: Readonly<Record<LoyaltyType, Q>>;
  /** Standard deviation, in logs, of what differs between customers of one type: the larger, the less a type says. */
  readonly noise: Q;
  readonly traits: Readonly<Record<LoyaltyType, TraitsOf<Q>>>;
}

/** What a loyalty type is like; 1 is like everybody else, where nothing else is said. */
export interface TraitsOf<Q> {
  /** Orders customers by purchase rate, risk of leaving, and spend per purchase. */
  readonly purchaseRate: Q;
  readonly leaving: Q;
  readonly spend: Q;
  /** Attitude, 0 to 1: from 0.5 a customer counts as attached (Dick & Basu 1994). */
  readonly attachment: Q;
  /** Strength of the channels that make members buy more often, over the average customer's. */
  readonly programSensitivity: Q;
  /** The same of the response to a discount. */
  readonly priceSensitivity: Q;
  /** The same of what holds members back from leaving: balance and status at stake. */
  readonly switchingCost: Q;
}

export interface EconomicsOf<Q> {
  /** Share of spend that is margin at shelf price, before rewards. */
  readonly grossMargin: Q;
  /** Cost to serve one purchase, in currency units. */
  readonly costPerPurchase: Q;
  /** Yearly discount rate. */
  readonly discountRate: Q;
}

export type Rounding = "floor" | "nearest" | "ceil";

export type ProgramOf<Q> = PointsProgramOf<Q> | StampCardOf<Q>;

/** What every kind of program has. */
interface AnyProgramOf<Q> {
  /** Months after the start of the horizon at which the program opens: 0 is day one. */
  readonly launchMonth: number;
  readonly enrolment: EnrolmentOf<Q>;
  /** When points, or stamps, lapse. */
  readonly expiry: { readonly kind: "never" } | { readonly kind: "rolling"; readonly months: number };
  /** Probability that a member who can afford the reward aimed at takes it at a purchase. */
  readonly redemption: { readonly probability: Q };
  readonly costs: { readonly oneOff: Q; readonly perMonth: Q; readonly perMemberMonth: Q };
  readonly response: ResponseOf<Q>;
}

/** Points for spend, rewards from a catalogue, tiers or none. */
export interface PointsProgramOf<Q> extends AnyProgramOf<Q> {
  readonly kind: "points";
  readonly earn: {
    readonly pointsPerUnit: Q;
    readonly rounding: Rounding;
    /** Points given at enrolment, without a purchase. */
    readonly signUpPoints: number;
  };
  readonly rewards: readonly RewardOf<Q>[];
  readonly tiers: TiersOf<Q> | null;
}

/** A stamp for every purchase, a reward for a full card; stamps beyond it begin the next card. */
export interface StampCardOf<Q> extends AnyProgramOf<Q> {
  readonly kind: "stampCard";
  readonly card: {
    /** Stamps that fill it. */
    readonly stamps: number;
    /** Stamps on the first card when it is handed out, without a purchase. */
    readonly headStart: number;
    /** Purchases below this amount, in currency units, earn no stamp. */
    readonly minimumSpend: Q;
  };
  readonly reward: {
    readonly name: string;
    readonly faceValue: Q;
    readonly unitCost: Q;
    readonly replaces: Q;
  };
}

export interface TiersOf<Q> {
  /** What is counted towards a tier: spend after discounts, or points earned by it before the tier's multiplier. */
  readonly basis: "spend" | "points";
  /** It is counted from January to December, and then from 0 again. */
  readonly window: "calendarYear";
  /** A tier is reached with the purchase that qualifies for it, or at the end of the year. */
  readonly upgrade: "atOnce" | "atReview";
  /** At the end of the year a member falls, or rises, to the tier the year qualifies for. */
  readonly downgrade: "toQualified";
  /** From the entry tier, which starts at 0, up. */
  readonly levels: readonly TierLevelOf<Q>[];
}

export interface TierLevelOf<Q> {
  readonly name: string;
  /** Currency units or points in a calendar year that qualify. */
  readonly from: number;
  /** Points of a purchase are multiplied by this. */
  readonly earnMultiplier: Q;
  /** Share of the price taken off every purchase. */
  readonly discount: Q;
  /** What the perks of a member cost a month, and what they are worth to the member, in currency units. */
  readonly perkCostPerMonth: Q;
  readonly perkValuePerMonth: Q;
}

export interface EnrolmentOf<Q> {
  /** Probability of ever enrolling. */
  readonly share: Q;
  /** Gaussian rank correlation of enrolling with the purchase rate. */
  readonly selection: Q;
  /** Days after launch before anybody can enrol. */
  readonly delayDays: Q;
}

export interface RewardOf<Q> {
  readonly name: string;
  /** Price of the reward, in points. */
  readonly points: number;
  /** What the reward is worth to the member, in currency units. */
  readonly faceValue: Q;
  /** What handing it out costs, in currency units. */
  readonly unitCost: Q;
  /** Share of these rewards that stand in for an item the member would have paid for. */
  readonly replaces: Q;
  /** Weight with which members aim at this reward; weights need not sum to 1. */
  readonly aim: Q;
}

/** The behaviour channels: 0 switches one off. Each is scaled by worth = v / (v + halfWorth). */
export interface ResponseOf<Q> {
  /** Rise of the purchase rate at the goal, for a reward of unlimited worth. */
  readonly goalGradient: Q;
  /** Months of membership after which the goal gradient has halved; "never" keeps it. */
  readonly goalGradientHalfLifeMonths: Q | "never";
  /** Rise of the purchase rate right after redeeming, for a reward of unlimited worth. */
  readonly rewardedBehaviour: Q;
  /** Days after which the rise after redeeming has halved. */
  readonly rewardedBehaviourHalfLifeDays: Q;
  /** Fall of the leaving hazard with a full balance at stake, for a reward of unlimited worth. */
  readonly balanceAtStake: Q;
  /** Reward value per unit of spend at which a channel has half its unlimited strength. */
  readonly halfWorth: Q;
  /** A reward the customer needs longer than this to earn moves nobody. */
  readonly planningMonths: Q;
  /** Share of purchases brought forward: after each such one the member skips the next one it would have made anyway. */
  readonly borrowed: Q;
  /** Rise of the purchase rate at a tier's threshold and the end of its year, for a tier of unlimited worth. */
  readonly tierChase: Q;
  readonly tierChaseHalfLifeMonths: Q | "never";
  /** A tier that takes more than so many times the usual spend in what is left of the year is given up. */
  readonly tierChaseReach: Q;
  /** Rise of the purchase rate from holding a tier nobody else holds, of unlimited worth. */
  readonly status: Q;
  readonly statusHalfLifeMonths: Q | "never";
  /** Fall of the leaving hazard from holding such a tier. */
  readonly statusAtStake: Q;
  /** Fall of the purchase rate right after losing such a tier. */
  readonly demotionShock: Q;
  /** Days after which that fall has halved. */
  readonly demotionShockHalfLifeDays: Q;
  /** Rise of the purchase rate for each unit of price taken off: 0.5 means that 10 % off raises it by 5 %. */
  readonly discount: Q;
}
