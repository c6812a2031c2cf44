import type { LogEstimate } from "./grouped.js";

/** How often members redeem at purchases with a balance in one range. */
export interface BalanceBin {
  /** Balance, after earning, over the price of the cheapest reward: from here on. */
  readonly from: number;
  /** Up to here; null: no end. */
  readonly to: number | null;
  readonly occasions: number;
  readonly redemptions: number;
  /** Redemptions a purchase. */
  readonly probability: LogEstimate;
}

/** A reward as the log shows it. */
export interface SeenReward {
  /** Null where no column names rewards. */
  readonly name: string | null;
  /** Points most often redeemed for it. */
  readonly points: number;
  readonly redemptions: number;
}

/** Points earned in one month, and what became of them. */
export interface Vintage {
  /** "YYYY-MM". */
  readonly month: string;
  /** Earned, less what was taken back. */
  readonly issued: number;
  readonly redeemed: number;
  /** By the rule stated; the log does not show it. */
  readonly expired: number;
  readonly outstanding: number;
  /** Whether nothing of it can be redeemed any more: then the rate is a fact of this log, else it is an estimate. */
  readonly isClosed: boolean;
  /** Of an open vintage: redeemed so far, and of the rest what vintages before it redeemed at each age. */
  readonly redemptionRate: LogEstimate;
}

/** Members by the tier last seen at a purchase, at the end of a month. */
export interface TierShare {
  readonly month: string;
  readonly tier: string;
  readonly members: number;
  readonly share: LogEstimate;
}

/** Purchases of members in one week around their redemptions. */
export interface WeekAround {
  /** −8 to −1 before, 1 to 8 after. */
  readonly week: number;
  /** Redemptions of which the whole week is seen. */
  readonly redemptions: number;
  /** Purchases per redemption and week; the purchase that took the reward is in none. */
  readonly purchases: LogEstimate;
}

/** How fast members come back, by how much of the way to the next reward lies behind them. */
export interface GradientQuarter {
  /** Share of the way: from here to a quarter more. */
  readonly from: number;
  /** Ways on which members came back from this quarter and from the first. */
  readonly ways: number;
  /** Mean days until they came back, and from the first quarter of the same ways. */
  readonly wait: LogEstimate;
  readonly firstWait: LogEstimate;
  /** The second over the first: how much faster they came back. */
  readonly hazardRatio: LogEstimate;
}

/** What members do beside what others do: a difference between people, not an effect. */
export interface NaiveGap {
  /** Purchases a customer and month (of 30 days), from the first purchase since the launch to the end of the log. */
  readonly memberPurchases: LogEstimate;
  readonly otherPurchases: LogEstimate;
  /** Currency units in the same time. */
  readonly memberSpend: LogEstimate;
  readonly otherSpend: LogEstimate;
  /** Members over non-members, of purchases and of spend. */
  readonly purchaseRatio: LogEstimate;
  readonly spendRatio: LogEstimate;
}

/** What a log says about a program: what was seen, and no cause of it. */
export interface ProgramEffects {
  /** Customers who bought since the first member was seen. */
  readonly customers: number;
  readonly members: number;
  /** Day of the first member, "YYYY-MM-DD". */
  readonly launch: string;
  /** Whole months points live after the one they were earned in; null: none stated. */
  readonly pointsExpire: number | null;
  readonly enrolment: {
    /** Members among customers who bought since the launch. */
    readonly share: LogEstimate;
    /** Of the members, those who enrolled with their first purchase since the launch. */
    readonly atOnce: LogEstimate;
    /** Mean days from that purchase to enrolment. */
    readonly delayDays: LogEstimate;
    readonly byMonth: readonly { readonly month: string; readonly enrolments: number }[];
    /** Rank correlation of membership with purchases before the launch; value null where the log does not begin long enough before. */
    readonly selection: LogEstimate;
    /** The same rid of the noise of counting purchases, as far as their spread tells. */
    readonly selectionOfRate: LogEstimate;
  };
  /** Null where no points are redeemed. */
  readonly redemption: {
    readonly rewards: readonly SeenReward[];
    readonly byBalance: readonly BalanceBin[];
    /** Rewards a purchase at which the member could have taken the reward taken next; where there is one reward, or could have taken it. */
    readonly probability: LogEstimate;
  } | null;
  /** Null where no points are earned. */
  readonly points: {
    readonly vintages: readonly Vintage[];
    /** Of closed vintages together; null where none is closed. */
    readonly ultimateRedemptionRate: LogEstimate;
    readonly breakage: LogEstimate;
  } | null;
  readonly tiers: readonly TierShare[];
  readonly aroundRedemption: {
    readonly weeks: readonly WeekAround[];
    /** Purchases in the two weeks after over the two weeks before. */
    readonly afterOverBefore: LogEstimate;
  } | null;
  readonly goalGradient: readonly GradientQuarter[];
  readonly aroundEnrolment: {
    /** Members seen for 90 days on both sides. */
    readonly members: number;
    /** Purchases a member in those days. */
    readonly before: LogEstimate;
    readonly after: LogEstimate;
    readonly afterOverBefore: LogEstimate;
  };
  readonly naive: NaiveGap;
  /** What its reader must know, in sentences. */
  readonly warnings: readonly string[];
  /** A `program:` to begin with, as text of a scenario file: estimates, and what a log cannot know. */
  readonly snippet: string;
}
