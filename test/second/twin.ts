import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type Calendar, monthAt } from "./calendar.ts";
import { nothing } from "./causes.ts";
import type { Customer } from "./customer.ts";
import type { Close, SecondEvent } from "./events.ts";
import { marginOf } from "./money.ts";

/** The twin's life, and the instant of leaving: Infinity when still there at the horizon. */
interface TwinLife {
  readonly events: readonly SecondEvent[];
  readonly leftAt: number;
}

/** A life without any program: buys at every base occasion until the leaving mark of one falls below the propensity. */
export function twinLife(scenario: DrawnScenario, calendar: Calendar, customer: Customer): TwinLife {
  const { joinedAt, leavingPropensity } = customer.facts;
  const happened: SecondEvent[] = [];
  const at = (time: number) => ({ time, month: monthAt(calendar, time), balance: 0 });
  const buy = (time: number, basket: number, acquisition: boolean): void => {
    const margin = marginOf(scenario, basket);
    happened.push({ ...at(time), kind: "purchase", cause: "kept", acquisition, amount: basket, margin, multiplier: 1 });
  };

  happened.push({ ...at(joinedAt), kind: "join" });
  buy(joinedAt, customer.acquisition.basket, true);
  let leftAt = Number.POSITIVE_INFINITY;
  for (const occasion of customer.occasions) {
    if (occasion.height >= 1) continue;
    buy(occasion.time, occasion.basket, false);
    if (occasion.leavingMark < leavingPropensity) {
      leftAt = occasion.time;
      happened.push({ ...at(leftAt), kind: "leave" });
      break;
    }
  }
  return { events: withMonthEnds(calendar, happened, joinedAt, leftAt), leftAt };
}

/** Puts the month ends between what happened: a month end comes before anything at its instant. */
function withMonthEnds(
  calendar: Calendar,
  happened: readonly SecondEvent[],
  joinedAt: number,
  leftAt: number,
): SecondEvent[] {
  const events: SecondEvent[] = [];
  for (let month = monthAt(calendar, joinedAt); month < calendar.months; month++) {
    for (const event of happened) if (event.month === month) events.push(event);
    const time = calendar.starts[month + 1];
    const close: Close = {
      time,
      month,
      balance: 0,
      kind: "close",
      byCause: nothing(),
      lots: [],
      member: false,
      customer: leftAt >= time,
    };
    events.push(close);
  }
  return events;
}
