import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  COHORT_ACCOUNTS,
  MONTH_ACCOUNTS,
  TYPE_ACCOUNTS,
} from "../ledger/books.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { partOf } from "./margin.js";
import { cohortCell, monthCauseCell, tierCell, traceEvent, typeCell } from "./record.js";
import { notePurchase } from "./rewardDays.js";

/**
 * Books a purchase of this world, at shelf price.
 *
 * @param life state
 * @param instant days
 * @param cause position in CAUSES, one of the first five
 * @param basket spend in minor units
 * @param margin of the basket in minor units
 */
export function buy(life: LifeState, instant: number, cause: number, basket: number, margin: number): void {
  const { cells } = life;
  life.value += margin;
  postByCause(life, cause, basket, margin);
  const cohort = cohortCell(life);
  cells[cohort + AT_COHORT.purchases]++;
  cells[cohort + AT_COHORT.spend] += basket;
  cells[cohort + AT_COHORT.margin] += margin;
  if (life.typeBook >= 0) {
    const type = typeCell(life);
    cells[type + AT_TYPE.purchases]++;
    cells[type + AT_TYPE.spend] += basket;
    cells[type + AT_TYPE.margin] += margin;
  }
  if (instant > life.person.joinedAt) keepActive(life);
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.purchase, cause, basket, margin, -1);
}

/**
 * Takes the discount of the tier held off a member's purchase, and books it.
 *
 * @param life state of a member who was one before this purchase
 * @param instant days
 * @param cause of the purchase
 * @param basket spend at shelf price, in minor units
 * @returns what is taken off, in minor units
 */
export function takeOff(life: LifeState, instant: number, cause: number, basket: number): number {
  const millionths = life.program.tiers.discountMillionths[life.tier];
  if (millionths === 0) return 0;
  const discount = partOf(basket, millionths);
  if (discount === 0) return 0;
  const { cells } = life;
  life.value -= discount;
  cells[monthCauseCell(life, cause) + AT_MONTH_CAUSE.discount] += discount;
  cells[cohortCell(life) + AT_COHORT.discount] += discount;
  if (life.typeBook >= 0) cells[typeCell(life) + AT_TYPE.discount] += discount;
  if (life.tierBook >= 0) cells[tierCell(life) + AT_TIER.discount] += discount;
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.discount, cause, discount, 0, -1);
  return discount;
}

/**
 * Books a purchase the twin makes and this world does not have.
 *
 * @param life state
 * @param instant days
 * @param cause forgone or lost
 * @param basket the twin's spend in minor units
 * @param margin the twin's margin in minor units
 */
export function displace(life: LifeState, instant: number, cause: number, basket: number, margin: number): void {
  postByCause(life, cause, basket, margin);
  notePurchase(life, instant, cause);
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.displaced, cause, basket, margin, -1);
}

function postByCause(life: LifeState, cause: number, basket: number, margin: number): void {
  const { cells } = life;
  const at = monthCauseCell(life, cause);
  cells[at + AT_MONTH_CAUSE.purchases]++;
  cells[at + AT_MONTH_CAUSE.spend] += basket;
  cells[at + AT_MONTH_CAUSE.margin] += margin;
}

/** Counts the customer as retained in the months whose window holds this one, each month once. */
function keepActive(life: LifeState): void {
  const { cells, month, activeUntil, monthBook, cohortBook, typeBook } = life;
  const last = Math.min(month + life.plan.base.retentionWindow, life.months) - 1;
  if (last === activeUntil) return;
  for (let active = Math.max(month, activeUntil + 1); active <= last; active++) {
    cells[monthBook + active * MONTH_ACCOUNTS.length + AT_MONTH.active]++;
    cells[cohortBook + active * COHORT_ACCOUNTS.length + AT_COHORT.active]++;
    if (typeBook >= 0) cells[typeBook + active * life.plan.layout.types * TYPE_ACCOUNTS.length + AT_TYPE.active]++;
  }
  life.activeUntil = last;
}
