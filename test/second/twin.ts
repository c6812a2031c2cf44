import { monthAt } from "./calendar.ts";
import { nothing } from "./causes.ts";
import type { Customer } from "./customer.ts";
import type { Close, SecondEvent } from "./events.ts";
import { marginOf } from "./money.ts";
import type { Occasion } from "./occasions.ts";
import type { Setting } from "./setting.ts";

/** The twin's life, and the instant of leaving: Infinity when still there at the horizon. */
interface TwinLife {
  readonly events: readonly SecondEvent[];
  readonly leftAt: number;
}

/** When and in which month the twin leaves; after a purchase, that purchase is the twin's last. */
interface Leaving {
  readonly at: number;
  readonly month: number;
}

const NEVER: Leaving = { at: Number.POSITIVE_INFINITY, month: Number.POSITIVE_INFINITY };

/** A life without any program: buys at every base occasion until leaving. */
export function twinLife(setting: Setting, customer: Customer): TwinLife {
  const { scenario, calendar } = setting;
  const { joinedAt } = customer.facts;
  const at = (time: number) => ({ time, month: monthAt(calendar, time), balance: 0 });
  const purchase = (time: number, amount: number, acquisition: boolean, multiplier: number): SecondEvent => {
    const margin = marginOf(scenario, amount);
    return { ...at(time), kind: "purchase", cause: "kept", acquisition, amount, margin, multiplier, tier: null };
  };
  const leaving = leavingOfTwin(setting, customer);
  const isThere = ({ time }: Occasion): boolean =>
    scenario.customerBase.attrition.kind === "afterPurchase" ? time <= leaving.at : time < leaving.at;

  const happened: SecondEvent[] = [{ ...at(joinedAt), kind: "join" }];
  if (!customer.facts.known) happened.push(purchase(joinedAt, customer.acquisition.basket, true, 1));
  for (const occasion of baseOccasions(setting, customer).filter(isThere)) {
    happened.push(purchase(occasion.time, occasion.basket, false, baseMultiplierAt(setting, occasion.time)));
  }
  if (leaving !== NEVER) happened.push({ time: leaving.at, month: leaving.month, balance: 0, kind: "leave" });
  return { events: withMonthEnds(setting, happened, leaving), leftAt: leaving.at };
}

function leavingOfTwin(setting: Setting, customer: Customer): Leaving {
  const { calendar, scenario } = setting;
  const { joinedAt, leavingPropensity, lifetime } = customer.facts;
  const { attrition } = scenario.customerBase;
  if (customer.facts.gone) return { at: joinedAt, month: 0 };
  if (attrition.kind === "overTime") {
    const at = joinedAt + lifetime;
    return at < calendar.horizonEnd ? { at, month: monthAt(calendar, at) } : NEVER;
  }
  if (attrition.kind === "atRenewal") {
    const joinedIn = monthAt(calendar, joinedAt);
    for (let renewal = 1; joinedIn + renewal * attrition.everyMonths <= calendar.months; renewal++) {
      if (customer.renewalMark(renewal) >= leavingPropensity) continue;
      const next = joinedIn + renewal * attrition.everyMonths;
      return { at: calendar.starts[next], month: next - 1 };
    }
    return NEVER;
  }
  const last = baseOccasions(setting, customer).find(({ leavingMark }) => leavingMark < leavingPropensity);
  return last === undefined ? NEVER : { at: last.time, month: monthAt(calendar, last.time) };
}

function baseOccasions(setting: Setting, customer: Customer): Occasion[] {
  return customer.occasions.filter(({ time, height }) => height < baseMultiplierAt(setting, time));
}

function baseMultiplierAt({ calendar, market }: Setting, time: number): number {
  return market.baseMultiplier[monthAt(calendar, time)];
}

/** Puts the month ends between what happened: a month end comes before anything at its instant, but for contracts that end with it. */
function withMonthEnds({ calendar }: Setting, happened: readonly SecondEvent[], leaving: Leaving): SecondEvent[] {
  const events: SecondEvent[] = [];
  for (let month = happened[0].month; month < calendar.months; month++) {
    for (const event of happened) if (event.month === month) events.push(event);
    const close: Close = {
      time: calendar.starts[month + 1],
      month,
      balance: 0,
      kind: "close",
      byCause: nothing(),
      lots: [],
      member: false,
      tier: 0,
      counted: 0,
      perkCost: 0,
      customer: leaving.month > month,
    };
    events.push(close);
  }
  return events;
}
