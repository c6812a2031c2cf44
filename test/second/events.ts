import type { ByCause, Displaced, PointCause, PurchaseCause } from "./causes.ts";

/** Where on the books something happened, and the points the customer holds right after it. */
interface At {
  /** Days since the start of the horizon. */
  readonly time: number;
  /** Months since the start; a month end belongs to the month that ends. */
  readonly month: number;
  readonly balance: number;
}

/** What one lot, the points earned in one month, holds or gave. */
export interface LotPoints {
  /** Month the points were earned in. */
  readonly lot: number;
  readonly byCause: ByCause;
}

interface Join extends At {
  readonly kind: "join";
}
/** A base occasion met by a member who has not left: what becomes of it follows. */
interface Decision extends At {
  readonly kind: "decision";
  /** Whether the multiplier was cut. */
  readonly clipped: boolean;
}
interface Purchase extends At {
  readonly kind: "purchase";
  readonly cause: PurchaseCause;
  /** The purchase that makes the person a customer: never a repeat purchase. */
  readonly acquisition: boolean;
  /** Basket in minor units, at shelf price. */
  readonly amount: number;
  /** Margin in minor units, after the cost to serve, before rewards and discounts. */
  readonly margin: number;
  /** What the occasion's height was held against; 1 for the acquisition purchase. */
  readonly multiplier: number;
  /** Tier held before it, the entry tier for the purchase one enrols with; null: no member. */
  readonly tier: number | null;
}
/** What a member's tier takes off the shelf price: more than nothing. */
interface Discount extends At {
  readonly kind: "discount";
  readonly cause: PurchaseCause;
  readonly amount: number;
  readonly tier: number;
}
/** A purchase that only the twin makes. */
interface DisplacedPurchase extends At {
  readonly kind: Displaced;
  readonly amount: number;
  readonly margin: number;
}
interface Enrol extends At {
  readonly kind: "enrol";
  readonly aim: number;
}
/** Points earned or given: more than none. */
interface Issue extends At {
  readonly kind: "issue";
  readonly cause: PointCause;
  readonly points: number;
  readonly lot: number;
  /** Tier whose multiplier applied; the entry tier for points given. */
  readonly tier: number;
}
/** A move between tiers. */
interface TierMove extends At {
  readonly kind: "tier";
  readonly from: number;
  readonly to: number;
  readonly atReview: boolean;
}
interface Redeem extends At {
  readonly kind: "redeem";
  readonly reward: number;
  readonly points: number;
  /** Minor units. */
  readonly cost: number;
  readonly pointsByCause: ByCause;
  readonly costByCause: ByCause;
  readonly taken: readonly LotPoints[];
  readonly nextAim: number;
  readonly tier: number;
  /** Calendar months since enrolment, of the first redemption; null for later ones. */
  readonly waited: number | null;
}
/** One lot's end, when it still holds points. */
interface LotEnd extends At {
  readonly lot: number;
  readonly points: number;
  readonly byCause: ByCause;
}
/** Its months are over. */
interface Expire extends LotEnd {
  readonly kind: "expire";
}
/** The contract it hangs on has ended. */
interface Forfeit extends LotEnd {
  readonly kind: "forfeit";
}
interface Leave extends At {
  readonly kind: "leave";
}
/** A month's end: what the lots hold, counted lot by lot. Every month from that of joining to the horizon has one. */
export interface Close extends At {
  readonly kind: "close";
  readonly byCause: ByCause;
  /** Lots that still hold something, earliest first. */
  readonly lots: readonly LotPoints[];
  readonly member: boolean;
  /** Tier held, what counts towards the next, and what the perks cost this month; the entry tier, 0 and 0 for others than members. */
  readonly tier: number;
  readonly counted: number;
  readonly perkCost: number;
  /** Whether the customer has not left. */
  readonly customer: boolean;
}

/** One thing that happened to one customer in one world. */
export type SecondEvent =
  | Join
  | Decision
  | Purchase
  | Discount
  | DisplacedPurchase
  | Enrol
  | Issue
  | TierMove
  | Redeem
  | Expire
  | Forfeit
  | Leave
  | Close;
