import {
  AT_COHORT,
  AT_MONTH,
  AT_TYPE,
  COHORT_ACCOUNTS,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
  TIER_ACCOUNTS,
  TYPE_ACCOUNTS,
  VINTAGE_AGE_ACCOUNTS,
  VINTAGE_CAUSE_ACCOUNTS,
} from "../ledger/books.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_FIELDS, TRACE_KIND } from "../ledger/trace.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import type { LifeState } from "./lifeState.js";

/** First cell of this month and a cause in the month × cause book. */
export function monthCauseCell(life: LifeState, cause: number): number {
  return life.monthCauseBook + (life.month * CAUSES.length + cause) * MONTH_CAUSE_ACCOUNTS.length;
}

/** First cell of this month in the month book. */
export function monthCell(life: LifeState): number {
  return life.monthBook + life.month * MONTH_ACCOUNTS.length;
}

/** First cell of the customer's cohort at this month's age. */
export function cohortCell(life: LifeState): number {
  return life.cohortBook + life.month * COHORT_ACCOUNTS.length;
}

/** First cell of the customer's type in this month; only where `typeBook` says there is one. */
export function typeCell(life: LifeState): number {
  return life.typeBook + life.month * life.plan.layout.types * TYPE_ACCOUNTS.length;
}

/** First cell of the tier held in this month; only where `tierBook` says there is one. */
export function tierCell(life: LifeState): number {
  return life.tierBook + (life.month * life.program.tiers.count + life.tier) * TIER_ACCOUNTS.length;
}

/** First cell of a vintage at this month's age. */
export function vintageAgeCell(life: LifeState, vintage: number): number {
  return life.vintageAgeBook + (vintage * life.months + life.month - vintage) * VINTAGE_AGE_ACCOUNTS.length;
}

/** First cell of a vintage and cause. */
export function vintageCauseCell(life: LifeState, vintage: number, cause: number): number {
  return life.vintageCauseBook + (vintage * POINT_CAUSES + cause) * VINTAGE_CAUSE_ACCOUNTS.length;
}

/** Books a customer who joins. */
export function postJoin(life: LifeState): void {
  life.cells[monthCell(life) + AT_MONTH.newcomers]++;
  life.cells[cohortCell(life) + AT_COHORT.customers]++;
  if (life.typeBook >= 0) life.cells[typeCell(life) + AT_TYPE.customers]++;
  if (life.isTraced !== 0) traceEvent(life, life.person.joinedAt, TRACE_KIND.join, -1, 0, 0, -1);
}

/**
 * Books that a member decided on a base occasion, and whether the multiplier goes beyond the cap. Only base occasions count: how many of the
 * others are drawn hangs on the worlds beside.
 */
export function postDecision(life: LifeState, multiplier: number): void {
  const at = monthCell(life);
  life.cells[at + AT_MONTH.decisions]++;
  if (multiplier > MULTIPLIER_CAP) life.cells[at + AT_MONTH.clipped]++;
}

/**
 * Writes a line of the trace: what happened to a traced customer. Totals are the same with and without it.
 *
 * @param life state
 * @param instant days
 * @param kind position in TRACE_KINDS
 * @param cause position in CAUSES, or −1
 * @param amount points or minor units, as the kind says
 * @param value minor units, as the kind says
 * @param lot month of issue, reward or month, as the kind says; −1 for none
 */
export function traceEvent(
  life: LifeState,
  instant: number,
  kind: number,
  cause: number,
  amount: number,
  value: number,
  lot: number,
): void {
  const { trace, person } = life;
  if (trace === null) return;
  if (trace.length + TRACE_FIELDS.length > trace.rows.length) {
    const wider = new Float64Array(trace.rows.length * 2);
    wider.set(trace.rows);
    trace.rows = wider;
  }
  const { rows } = trace;
  let at = trace.length;
  rows[at++] = person.cohort;
  rows[at++] = person.ordinal;
  rows[at++] = life.world;
  rows[at++] = instant;
  rows[at++] = kind;
  rows[at++] = cause;
  rows[at++] = amount;
  rows[at++] = value;
  rows[at++] = lot;
  rows[at++] = life.balance;
  trace.length = at;
}
