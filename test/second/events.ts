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

export interface Join extends At {
  readonly kind: "join";
}
export interface Purchase extends At {
  readonly kind: "purchase";
  readonly cause: PurchaseCause;
  /** The purchase that makes the person a customer: never a repeat purchase. */
  readonly acquisition: boolean;
  /** Basket in minor units. */
  readonly amount: number;
  /** Margin in minor units, after the cost to serve, before rewards. */
  readonly margin: number;
  /** What the occasion's height was held against; 1 for the acquisition purchase. */
  readonly multiplier: number;
}
/** A purchase that only the twin makes. */
export interface DisplacedPurchase extends At {
  readonly kind: Displaced;
  readonly amount: number;
  readonly margin: number;
}
export interface Enrol extends At {
  readonly kind: "enrol";
  readonly aim: number;
}
/** Points earned or given: more than none. */
export interface Issue extends At {
  readonly kind: "issue";
  readonly cause: PointCause;
  readonly points: number;
  readonly lot: number;
}
export interface Redeem extends At {
  readonly kind: "redeem";
  readonly reward: number;
  readonly points: number;
  /** Minor units. */
  readonly cost: number;
  readonly pointsByCause: ByCause;
  readonly costByCause: ByCause;
  readonly taken: readonly LotPoints[];
  readonly nextAim: number;
}
/** One lot's end, when it still holds points. */
export interface Expire extends At {
  readonly kind: "expire";
  readonly lot: number;
  readonly points: number;
  readonly byCause: ByCause;
}
export interface Leave extends At {
  readonly kind: "leave";
}
/** A month's end: what the lots hold, counted lot by lot. Every month from that of joining to the horizon has one. */
export interface Close extends At {
  readonly kind: "close";
  readonly byCause: ByCause;
  /** Lots that still hold something, earliest first. */
  readonly lots: readonly LotPoints[];
  readonly member: boolean;
  /** Whether the customer has not left. */
  readonly customer: boolean;
}

/** One thing that happened to one customer in one world. */
export type SecondEvent = Join | Purchase | DisplacedPurchase | Enrol | Issue | Redeem | Expire | Leave | Close;
