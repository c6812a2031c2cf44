import type { LoyaltyType } from "#tenure/scenario/scenario.js";
import type { Occasion } from "./occasions.ts";
import type { Sensitivity } from "./types.ts";

/** What the rewards of the catalogue are to a person. */
export interface Prospects {
  /** What each is worth, 0 to 1. */
  readonly worth: readonly number[];
  /** Whether the person can earn it in time. */
  readonly reach: readonly boolean[];
}

/** What is fixed about a person, in every world. */
export interface CustomerFacts {
  /** Key word of the cohort. */
  readonly cohortKey: number;
  readonly ordinal: number;
  /** Whether a customer before day one, with a history: makes no acquisition purchase. And whether gone before it. */
  readonly known: boolean;
  readonly gone: boolean;
  /** Days since the start of the horizon. */
  readonly joinedAt: number;
  /** Null: customers are of one kind. */
  readonly loyaltyType: LoyaltyType | null;
  readonly sensitivity: Sensitivity;
  /** λ: purchases a day. */
  readonly ratePerDay: number;
  /** After purchases and at renewals −log(1 − p): the leaving mark must fall below hazard times it. 0 when leaving goes on over time. */
  readonly leavingPropensity: number;
  /** Days the customer would stay at hazard 1 when leaving goes on over time; infinite otherwise. */
  readonly lifetime: number;
  /** ν: a basket is a quantile divided by it, in minor units. */
  readonly spendLevel: number;
  /** Minor units, at the prices of the first month. */
  readonly meanBasket: number;
  /** Whether the person enrols when a program lets them. False without a program. */
  readonly willing: boolean;
  /** Until the first redemption, with the sign-up points on the way; and after it. */
  readonly first: Prospects;
  readonly later: Prospects;
}

/** The purchase at joining, and its luck. */
export interface Acquisition {
  readonly basket: number;
  /** The aim at enrolment, whenever that is. */
  readonly firstAimWord: number;
  readonly redeemWord: number;
  readonly nextAimWord: number;
}

/** A person and all the luck of their life, the same in all worlds. */
export interface Customer {
  readonly facts: CustomerFacts;
  readonly acquisition: Acquisition;
  /** In order of time. */
  readonly occasions: readonly Occasion[];
  /** The leaving mark of each renewal of a contract, by its number from 1. */
  readonly renewalMark: (renewal: number) => number;
}
