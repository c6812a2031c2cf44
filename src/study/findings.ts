import type { Cause } from "../ledger/cause.js";
import type { Currency, LoyaltyType } from "../scenario/scenario.js";

/** What a number is: how to print it, and what it means. */
export interface MeasureLabel {
  readonly key: string;
  readonly label: string;
  readonly unit: "money" | "share" | "count" | "points" | "months" | "ratio";
  /** Which way is good, for P(better). */
  readonly good: "up" | "down" | "neither";
  /** The definition, in words. */
  readonly formula: string;
  /** Among the few that a decision is read from; the others are detail. */
  readonly isHeadline: boolean;
}

/**
 * A number and its two uncertainties. The Monte Carlo interval says how far more replicates could move `value`; the outcome
 * range says how far one launch may end up from it, by luck and by ignorance of the inputs. Null: undefined (a return on no
 * cost, a payback never reached).
 */
export interface Estimate {
  readonly value: number | null;
  readonly standardError: number | null;
  /** Monte Carlo interval of `value` at the provenance's level. */
  readonly low: number | null;
  readonly high: number | null;
  /** P5 and P95 of what one launch may see. */
  readonly outcomeLow: number | null;
  readonly outcomeHigh: number | null;
  /** Share of the outcomes' variance that is luck; the rest is ignorance of ranged inputs. Null when nothing varies. */
  readonly luckShare: number | null;
  /** Share of replicates in which the value is undefined; for payback, of outcomes that never reach it. */
  readonly undefinedShare: number;
}

/** One measure of one world: its level, and its paired difference to the reference world. */
export interface Finding {
  readonly level: Estimate;
  /** Null in the reference world itself, and for a measure defined as a date. */
  readonly difference: Estimate | null;
  /** Share of outcomes in which this world is better than the reference, ties half; null where no direction is good. */
  readonly probabilityBetter: number | null;
}

/** A value by month of the horizon. */
export interface SeriesPoint {
  /** Months since the start, from 1: the value is that at the end of this month. */
  readonly month: number;
  /** "YYYY-MM" */
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly outcomeLow: number | null;
  readonly outcomeHigh: number | null;
}

export type SeriesKey =
  | "retention"
  | "pointsIssued"
  | "pointsRedeemed"
  | "pointsExpired"
  | "pointsForfeited"
  | "pointsOutstanding"
  | "cumulativeNetValue"
  /** Shares of day-one customers by attitude and repeat patronage (Dick & Basu 1994): attached and buying, … */
  | "loyalShare"
  /** attached and not buying, … */
  | "latentShare"
  /** buying and not attached, … */
  | "spuriousShare"
  /** neither. Only where customers are of several types. */
  | "disloyalShare";

/** What one cause of purchases and points amounts to, scaled to the company; money in currency units. */
export interface CauseRow {
  readonly cause: Cause;
  readonly purchases: number;
  readonly spend: number;
  readonly margin: number;
  readonly pointsIssued: number;
  readonly rewardCost: number;
  /** What tiers' discounts took off the price of these purchases. */
  readonly discount: number;
}

/** One line of the trial balance: whole points of the sample, added over all replicates, not scaled. */
export interface TrialBalanceRow {
  readonly cause: Cause | "total";
  readonly opening: number;
  readonly issued: number;
  readonly redeemed: number;
  readonly expired: number;
  /** Taken from members who did not renew. */
  readonly forfeited: number;
  /** Counted from the lots, not computed from the columns before it. */
  readonly closing: number;
  /** opening + issued − redeemed − expired − forfeited − closing: 0 on every run. */
  readonly difference: number;
}

/** What was found about the day-one customers of one loyalty type. */
export interface TypeRow {
  readonly type: LoyaltyType;
  /** By measure key, as `typeClv`: level, and paired difference to the same people in the reference world. */
  readonly findings: Readonly<Record<string, Finding>>;
}

/** What was found about the members of one tier. They are other people than those of the next: no row says what a tier causes. */
export interface TierRow {
  readonly tier: string;
  /** By measure key, as `tierSpend`: levels alone. */
  readonly findings: Readonly<Record<string, Finding>>;
}

/** Who holds which tier at the end of a month. */
export interface TierMonth {
  /** Months since the start, from 1. */
  readonly month: number;
  /** "YYYY-MM" */
  readonly label: string;
  /** Members by tier, from the entry tier up: mean over replicates, scaled to the company. */
  readonly members: readonly number[];
}

/** Members who go from one tier to another in a calendar year: mean over replicates, scaled to the company. */
export interface TierMove {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly isPromotion: boolean;
  readonly members: number;
}

/** A design's tiers. */
export interface TierFindings {
  /** From the entry tier up. */
  readonly rows: readonly TierRow[];
  readonly mix: readonly TierMonth[];
  /** Every pair of tiers and every year in which anybody moved. */
  readonly moves: readonly TierMove[];
}

/** Customers acquired in the same month, followed for as long as the horizon sees them. */
export interface CohortRow {
  /** "day one", or the calendar month they join in, "YYYY-MM". */
  readonly cohort: string;
  /** Month they join in, from 1; 0 for day one. */
  readonly joinMonth: number;
  /** Mean over replicates, scaled to the company. */
  readonly customers: number;
  /**
   * By calendar months since the one they joined in, which is the first: share retained at its end, replicates together; null
   * until a whole retention window has passed since joining.
   */
  readonly retention: readonly (number | null)[];
  /** By the same months: CLV per customer up to then, discounted to acquisition, in currency units. */
  readonly clv: readonly (number | null)[];
  /** CLV per customer in the first twelve months; null of cohorts not seen for so long. */
  readonly clvAtTenure: Finding | null;
}

/** Members by amounts of value: mean over replicates, scaled to the company. */
export interface ValueBin {
  /** Least and greatest amount, in currency units, to the minor unit; null: no end. */
  readonly from: number | null;
  readonly to: number | null;
  /** Members whose value over their twin's it is, … */
  readonly difference: number;
  /** … whose own value, … */
  readonly world: number;
  /** … whose twin's. */
  readonly twin: number;
}

/**
 * What a program does to the value of each day-one member: margin over the horizon less the member's own rewards, discounts and perks,
 * over the margin of the same person without the program. In currency units, not discounted, before cost that is not of one member.
 */
export interface ValueFindings {
  /** Day-one customers who ever enrolled: mean over replicates, scaled to the company. */
  readonly members: number;
  readonly mean: Estimate;
  readonly median: number;
  /** Mean value itself, and the twins'. */
  readonly worldMean: number;
  readonly twinMean: number;
  /** A change counts from here: 1, 2 or 5 of a power of ten, at most a hundredth of the twins' mean value. */
  readonly smallChange: number;
  /** Shares of the members whose value is so much higher, or so much lower, than the twin's. */
  readonly rising: Estimate;
  readonly falling: Estimate;
  /** From the lowest amount of any member to the highest; edges are the same in every world and run. */
  readonly bins: readonly ValueBin[];
}

/** A rate with its Monte Carlo interval. */
export type Rate = Pick<Estimate, "low" | "high"> & { readonly value: number };

/** How members buy on one day around a reward, and how their twins do on the same day. */
export interface RewardDay {
  /** −60 to 60: −1 is the 24 hours that end with the reward. Day 0 has the purchases that took rewards, and nothing else. */
  readonly day: number;
  /** Rewards of which the day lies between enrolment and the horizon's end: mean over replicates, scaled to the company. */
  readonly rewards: number;
  /** Purchases per member and day, whether the customer has left or not. A purchase counts for every reward it is within 60 days of. */
  readonly world: Rate;
  readonly twin: Rate;
  readonly difference: Rate;
}

/** Two weeks before a reward, or after it, taken together. */
export interface RewardWindow {
  readonly world: Estimate;
  readonly twin: Estimate;
  /** Purchases over the twins', as a share of the twins'. */
  readonly rise: Estimate;
}

/** How members buy around their rewards. */
export interface RewardFindings {
  /** Rewards handed out: mean over replicates, scaled to the company; and how many the sample had over all replicates. */
  readonly rewards: number;
  readonly sampled: number;
  readonly before: RewardWindow;
  readonly after: RewardWindow;
  /** Days of which any reward is seen. */
  readonly days: readonly RewardDay[];
}

/** What was found about members one by one. */
export interface MemberFindings {
  readonly value: ValueFindings;
  /** Null where nobody got a reward. */
  readonly rewards: RewardFindings | null;
}

/** What was found about one world. */
export interface WorldFindings {
  readonly name: string;
  /** File the design came from; null for a world 0 nobody wrote a file for, or a scenario built in code. */
  readonly file: string | null;
  readonly about: string;
  readonly role: "counterfactual" | "program";
  /** What members collect, and what measures of points count: a stamp card's stamps are not to be compared with points. */
  readonly collects: "points" | "stamps";
  /** True for the one world of the group that differences are against. */
  readonly isReference: boolean;
  readonly fingerprint: string;
  /** By measure key; a measure that means nothing in this world is absent. */
  readonly findings: Readonly<Record<string, Finding>>;
  readonly series: Readonly<Partial<Record<SeriesKey, readonly SeriesPoint[]>>>;
  /** Mean over replicates, by cause; empty for world 0. */
  readonly causes: readonly CauseRow[];
  /** Empty for world 0. */
  readonly trialBalance: readonly TrialBalanceRow[];
  /** A row a loyalty type, of day-one customers; empty where customers are of one kind. */
  readonly types: readonly TypeRow[];
  /** Null without tiers. */
  readonly tiers: TierFindings | null;
  /** Day one, then a row for each month with newcomers; empty when nobody joins after day one. */
  readonly cohorts: readonly CohortRow[];
  /** Null in world 0, and where nobody of day one enrols. */
  readonly members: MemberFindings | null;
}

/** Worlds that share one customer base, and so one world 0. */
export interface GroupFindings {
  /** Name of the group's world 0. */
  readonly name: string;
  readonly currency: Currency;
  readonly months: number;
  /** Months a purchase keeps a customer retained; null with contracts, where retention is the share under contract. */
  readonly retentionWindow: number | null;
  /** Customers of the company, and how many of them were simulated in each replicate. */
  readonly size: number;
  readonly sample: number;
  /** Paths of the inputs given as ranges, in any world. Empty: inputs taken as exact. */
  readonly ranges: readonly string[];
  readonly provenance: Provenance;
  readonly worlds: readonly WorldFindings[];
}

/** How the numbers came about: enough to make them again. */
export interface Provenance {
  readonly version: string;
  readonly seed: string;
  /** Replicates asked for, and those the numbers stand on: fewer when the run was interrupted. */
  readonly replicatesAsked: number;
  readonly replicates: number;
  /** Draws of ranged inputs: one for every two replicates. */
  readonly inputDraws: number;
  readonly level: number;
  readonly pairing: string;
}

/** What a comparison of scenarios found. */
export interface Comparison {
  readonly measures: readonly MeasureLabel[];
  readonly groups: readonly GroupFindings[];
}
