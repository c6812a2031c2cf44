import { monthAt } from "./calendar.ts";
import { total } from "./causes.ts";
import type { Customer, Prospects } from "./customer.ts";
import type { SecondEvent } from "./events.ts";
import type { Lot } from "./lots.ts";
import type { Setting } from "./setting.ts";

/** What membership remembers. */
export interface Membership {
  readonly enrolledAt: number;
  /** Month of the horizon. */
  readonly enrolledIn: number;
  /** Reward aimed at. */
  aim: number;
  /** Balance the way to the aim is counted from. */
  baseline: number;
  /** What the last reward was worth, and when it was taken. */
  lastRedeemed: { readonly worth: number; readonly at: number } | null;
  tier: number;
  /** What counts towards tiers this calendar year: minor units or points. */
  counted: number;
  /** What the last demotion took, and when; null before any and after a promotion. */
  demotion: { readonly worth: number; readonly at: number } | null;
  /** Purchases brought forward and not yet skipped. */
  skips: number;
}

/** When leaving goes on over time: days of exposure still to go from an instant on, at the hazard since. */
export interface Exposure {
  readonly from: number;
  readonly remaining: number;
  readonly hazard: number;
}

/** A life in a program world, as it stands. */
export interface Life {
  readonly setting: Setting;
  readonly customer: Customer;
  readonly joinedIn: number;
  /** When the twin leaves; Infinity when it does not. */
  readonly twinLeftAt: number;
  readonly events: SecondEvent[];
  readonly lots: Lot[];
  /** The month not closed yet. */
  month: number;
  member: Membership | null;
  left: boolean;
  exposure: Exposure;
}

/** A life about to begin. */
export function beginLife(setting: Setting, customer: Customer, twinLeftAt: number): Life {
  const { joinedAt, lifetime } = customer.facts;
  const joinedIn = monthAt(setting.calendar, joinedAt);
  return {
    setting,
    customer,
    joinedIn,
    twinLeftAt,
    events: [],
    lots: [],
    month: joinedIn,
    member: null,
    left: false,
    exposure: { from: joinedAt, remaining: lifetime, hazard: 1 },
  };
}

/** Points the customer holds: counted from the lots every time. */
export function balanceOf(life: Life): number {
  return life.lots.reduce((sum, lot) => sum + total(lot.byCause), 0);
}

/** Where an event at this instant stands on the books. */
export function now(life: Life, time: number): { time: number; month: number; balance: number } {
  return { time, month: life.month, balance: balanceOf(life) };
}

/** What the rewards are to a member as things stand. */
export function prospectsNow(life: Life, member: Membership): Prospects {
  return member.lastRedeemed === null ? life.customer.facts.first : life.customer.facts.later;
}

/** Whether the twin is still there for what happens at an instant: leaving after a purchase, it was there for that purchase. */
export function twinIsThere(life: Life, time: number): boolean {
  const { attrition } = life.setting.scenario.customerBase;
  return attrition.kind === "afterPurchase" ? time <= life.twinLeftAt : time < life.twinLeftAt;
}
