import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type Calendar, monthAt } from "./calendar.ts";
import { total } from "./causes.ts";
import type { Customer, Prospects } from "./customer.ts";
import type { SecondEvent } from "./events.ts";
import { held, type Lot } from "./lots.ts";

/** What membership remembers. */
export interface Membership {
  readonly enrolledAt: number;
  /** Reward aimed at. */
  aim: number;
  /** Balance the way to the aim is counted from. */
  baseline: number;
  /** What the last reward was worth, and when it was taken. */
  lastRedeemed: { readonly worth: number; readonly at: number } | null;
}

/** A life in a program world, as it stands. */
export interface Life {
  readonly scenario: DrawnScenario;
  readonly calendar: Calendar;
  readonly customer: Customer;
  /** When the twin leaves; Infinity when it does not. */
  readonly twinLeftAt: number;
  readonly events: SecondEvent[];
  readonly lots: Lot[];
  /** The month not closed yet. */
  month: number;
  member: Membership | null;
  left: boolean;
}

/** A life about to begin. */
export function beginLife(scenario: DrawnScenario, calendar: Calendar, customer: Customer, twinLeftAt: number): Life {
  return {
    scenario,
    calendar,
    customer,
    twinLeftAt,
    events: [],
    lots: [],
    month: monthAt(calendar, customer.facts.joinedAt),
    member: null,
    left: false,
  };
}

/** Points the customer holds: counted from the lots every time. */
export function balanceOf(life: Life): number {
  return total(held(life.lots));
}

/** Where an event at this instant stands on the books. */
export function now(life: Life, time: number): { time: number; month: number; balance: number } {
  return { time, month: life.month, balance: balanceOf(life) };
}

/** What the rewards are to a member as things stand. */
export function prospectsNow(life: Life, member: Membership): Prospects {
  return member.lastRedeemed === null ? life.customer.facts.first : life.customer.facts.later;
}
