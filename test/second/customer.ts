import type { Occasion } from "./occasions.ts";

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
  /** Days since the start of the horizon. */
  readonly joinedAt: number;
  /** λ: purchases a day. */
  readonly ratePerDay: number;
  /** P = −log(1 − p): the leaving mark must fall below hazard · P. */
  readonly leavingPropensity: number;
  /** ν: a basket is a Gamma(p) quantile divided by it, in minor units. */
  readonly spendLevel: number;
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
}
