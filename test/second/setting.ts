import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type Calendar, calendarOf } from "./calendar.ts";
import { type HistoryFacts, historyOf } from "./history.ts";
import { type Market, marketOf } from "./market.ts";
import { oddsScaleOf } from "./oddsScale.ts";
import { type Tables, tablesOf } from "./tables.ts";
import { type TierFacts, tiersOf } from "./tiers.ts";
import { type TypeFacts, typesOf } from "./types.ts";

/** A scenario and what follows from it for everybody. */
export interface Setting {
  readonly scenario: DrawnScenario;
  readonly calendar: Calendar;
  readonly market: Market;
  readonly types: readonly TypeFacts[];
  /** Null where customers there on day one are new. */
  readonly history: HistoryFacts | null;
  /** What the odds of leaving are multiplied by so that types leave expected purchases as they are. */
  readonly oddsScale: number;
  readonly tables: Tables;
  /** Leaving over time: what a quantile of leaving is divided by to be a rate a day; 1 otherwise. */
  readonly leavingDays: number;
  /** From the entry tier up; the entry tier alone, with nothing to it, where the program has none. */
  readonly tiers: readonly TierFacts[];
}

/** All that follows from a scenario before anybody lives. */
export function settingOf(scenario: DrawnScenario): Setting {
  const calendar = calendarOf(scenario);
  const market = marketOf(scenario, calendar);
  const types = typesOf(scenario.customerBase.loyaltyTypes);
  const oddsScale = oddsScaleOf(scenario, calendar, market, types);
  const tables = tablesOf(scenario.customerBase, oddsScale);
  const leavingDays = leavingDaysOf(scenario, oddsScale);
  const history = historyOf(scenario);
  const tiers = tiersOf(scenario, tables);
  return { scenario, calendar, market, types, history, oddsScale, tables, leavingDays, tiers };
}

function leavingDaysOf({ customerBase: { attrition, timeUnit } }: DrawnScenario, oddsScale: number): number {
  return attrition.kind === "overTime" ? (attrition.rate * DAYS_PER_UNIT[timeUnit]) / oddsScale : 1;
}
