import type { Customer } from "./customer.ts";
import type { SecondEvent } from "./events.ts";
import { leave, leaveUpTo } from "./leaving.ts";
import { uniform } from "./luck.ts";
import { marginOf } from "./money.ts";
import { endMonthsUntil } from "./monthEnd.ts";
import type { Occasion } from "./occasions.ts";
import { buy } from "./purchase.ts";
import { hazardOf, multiplierAt } from "./response.ts";
import type { Setting } from "./setting.ts";
import { beginLife, type Life, now, twinIsThere } from "./world.ts";

/**
 * One customer in one program world.
 *
 *   join · acquisition purchase, unless a customer from before
 *   each occasion: month ends before it · buy, or not · leave, or not
 *   month ends up to the horizon
 */
export function programLife(setting: Setting, customer: Customer, twinLeftAt: number): SecondEvent[] {
  const life = beginLife(setting, customer, twinLeftAt);
  const { joinedAt, known, gone } = customer.facts;
  life.events.push({ ...now(life, joinedAt), kind: "join" });
  if (!known) buy(life, { ...customer.acquisition, time: joinedAt, cause: "kept", acquisition: true, multiplier: 1 });
  if (gone) leave(life, joinedAt);
  for (const occasion of customer.occasions) {
    endMonthsUntil(life, occasion.time);
    leaveUpTo(life, occasion.time);
    if (life.left) displacedByLeaving(life, occasion);
    else meet(life, occasion);
  }
  endMonthsUntil(life, setting.calendar.horizonEnd);
  return life.events;
}

/** An occasion of somebody who is still a customer. */
function meet(life: Life, occasion: Occasion): void {
  const { time } = occasion;
  const isBase = isBaseOccasion(life, occasion);
  const { multiplier, clipped } = multiplierAt(life, time);
  if (isBase && life.member !== null) life.events.push({ ...now(life, time), kind: "decision", clipped });
  const wouldBuy = occasion.height < multiplier;
  const skips = wouldBuy && isBase && life.member !== null && life.member.skips > 0;
  if (skips && life.member !== null) life.member.skips -= 1;
  if (wouldBuy && !skips) buyOn(life, occasion, multiplier);
  else if (isBase && twinIsThere(life, time)) displace(life, occasion, "forgone");
  const { leavingPropensity } = life.customer.facts;
  if (isBase && leavesAtPurchases(life) && occasion.leavingMark < hazardOf(life) * leavingPropensity) leave(life, time);
}

function buyOn(life: Life, occasion: Occasion, multiplier: number): void {
  const { time } = occasion;
  const cause = !twinIsThere(life, time) ? "retained" : isBaseOccasion(life, occasion) ? "kept" : "lifted";
  buy(life, { ...occasion, cause, acquisition: false, multiplier });
  const { program } = life.setting.scenario;
  if (cause !== "lifted" || life.member === null || program === null) return;
  if (uniform(occasion.borrowWord) < program.response.borrowed) life.member.skips += 1;
}

/** An occasion of somebody who has left: lost when the twin buys on it. */
function displacedByLeaving(life: Life, occasion: Occasion): void {
  if (isBaseOccasion(life, occasion) && twinIsThere(life, occasion.time)) displace(life, occasion, "lost");
}

function displace(life: Life, { time, basket }: Occasion, kind: "forgone" | "lost"): void {
  life.events.push({ ...now(life, time), kind, amount: basket, margin: marginOf(life.setting.scenario, basket) });
}

/** Whether the person would buy then without any program. */
function isBaseOccasion(life: Life, occasion: Occasion): boolean {
  return occasion.height < life.setting.market.baseMultiplier[life.month];
}

function leavesAtPurchases(life: Life): boolean {
  return life.setting.scenario.customerBase.attrition.kind === "afterPurchase";
}
