import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { Calendar } from "./calendar.ts";
import type { Customer } from "./customer.ts";
import type { SecondEvent } from "./events.ts";
import { marginOf } from "./money.ts";
import { endMonthsUntil } from "./monthEnd.ts";
import type { Occasion } from "./occasions.ts";
import { buy } from "./purchase.ts";
import { hazardOf, multiplierAt } from "./response.ts";
import { beginLife, type Life, now } from "./world.ts";

/**
 * One customer in one program world.
 *
 *   join · acquisition purchase
 *   each occasion: month ends before it · buy, or not · leave, or not
 *   month ends up to the horizon
 */
export function programLife(
  scenario: DrawnScenario,
  calendar: Calendar,
  customer: Customer,
  twinLeftAt: number,
): SecondEvent[] {
  const life = beginLife(scenario, calendar, customer, twinLeftAt);
  const { joinedAt } = customer.facts;
  life.events.push({ ...now(life, joinedAt), kind: "join" });
  buy(life, { ...customer.acquisition, time: joinedAt, cause: "kept", acquisition: true, multiplier: 1 });
  for (const occasion of customer.occasions) {
    endMonthsUntil(life, occasion.time);
    if (life.left) displacedByLeaving(life, occasion);
    else meet(life, occasion);
  }
  endMonthsUntil(life, calendar.horizonEnd);
  return life.events;
}

/** An occasion of somebody who is still a customer. */
function meet(life: Life, occasion: Occasion): void {
  const { time, basket } = occasion;
  const base = occasion.height < 1;
  const twinIsThere = time <= life.twinLeftAt;
  const multiplier = multiplierAt(life, time);
  if (occasion.height < multiplier) {
    const cause = !twinIsThere ? "retained" : base ? "kept" : "lifted";
    buy(life, { ...occasion, cause, acquisition: false, multiplier });
  } else if (base && twinIsThere) {
    life.events.push({ ...now(life, time), kind: "forgone", amount: basket, margin: marginOf(life.scenario, basket) });
  }
  if (base && occasion.leavingMark < hazardOf(life) * life.customer.facts.leavingPropensity) {
    life.left = true;
    life.events.push({ ...now(life, time), kind: "leave" });
  }
}

/** An occasion of somebody who has left: lost when the twin buys on it. */
function displacedByLeaving(life: Life, occasion: Occasion): void {
  const { time, basket } = occasion;
  if (occasion.height >= 1 || time > life.twinLeftAt) return;
  life.events.push({ ...now(life, time), kind: "lost", amount: basket, margin: marginOf(life.scenario, basket) });
}
