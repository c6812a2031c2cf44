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
  /** Customers of the company on day one, all newborn then. */
  readonly size: number;
  readonly timeUnit: TimeUnit;
  /** Purchases per time unit differ between customers as Gamma(shape, rate): `r` and `α` of the NBD. */
  readonly purchaseRate: { readonly shape: Q; readonly rate: Q };
  /** BG/NBD leaving: probability after a purchase differs between customers as Beta(a, b). */
  readonly attrition: { readonly kind: "afterPurchase"; readonly a: Q; readonly b: Q };
  /** Gamma-Gamma spend per purchase: z ~ Gamma(p, ν), ν ~ Gamma(q, v); v in currency units. */
  readonly spend: { readonly kind: "gammaGamma"; readonly p: Q; readonly q: Q; readonly v: Q };
  /** Newcomers per calendar month, from the first month on, and what winning one costs. */
  readonly acquisition: { readonly perMonth: number; readonly cost: Q };
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

export interface ProgramOf<Q> {
  readonly kind: "points";
  /** Months after the start of the horizon at which the program opens: 0 is day one. */
  readonly launchMonth: number;
  readonly enrolment: EnrolmentOf<Q>;
  readonly earn: {
    readonly pointsPerUnit: Q;
    readonly rounding: Rounding;
    /** Points given at enrolment, without a purchase. */
    readonly signUpPoints: number;
  };
  readonly expiry: { readonly kind: "never" } | { readonly kind: "rolling"; readonly months: number };
  readonly rewards: readonly RewardOf<Q>[];
  /** Probability that a member who can afford the reward aimed at takes it at a purchase. */
  readonly redemption: { readonly probability: Q };
  readonly costs: { readonly oneOff: Q; readonly perMonth: Q; readonly perMemberMonth: Q };
  readonly response: ResponseOf<Q>;
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
}
