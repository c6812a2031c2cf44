import { ATTRITION_CODE } from "./plan.js";

/** The days over which purchases are expected. */
export interface Days {
  /** Of the horizon. */
  readonly total: number;
  /** Of each term of a contract; one, the whole horizon, without contracts. */
  readonly terms: readonly number[];
}

/**
 * Days of a horizon, cut into the terms of contracts that begin with it.
 *
 * @param monthStart day each month begins, and the end of the horizon
 * @param contractMonths months of a contract; 0 without
 * @returns days in all and by term, the last one as long as the horizon lasts
 * @example daysOf([0, 31, 59, 90], 2).terms; // [59, 31]
 */
export function daysOf(monthStart: readonly number[], contractMonths: number): Days {
  const months = monthStart.length - 1;
  const total = monthStart[months];
  if (contractMonths === 0) return { total, terms: [total] };
  const terms = Array.from({ length: Math.ceil(months / contractMonths) }, (_, term) => {
    const from = term * contractMonths;
    return monthStart[Math.min(months, from + contractMonths)] - monthStart[from];
  });
  return { total, terms };
}

/**
 * Share of the purchases of a customer who never leaves that one with a leaving propensity makes, both at a constant rate.
 *
 * @param attrition position in ATTRITION_CODE
 * @param leaving −log(1 − p) after a purchase or at a renewal; over time: leaving rate a day
 * @param days of the horizon
 * @returns the share, above 0, to 1, by purchases a day while a customer
 */
export function shareMade(attrition: number, leaving: number, days: Days): (perDay: number) => number {
  if (attrition === ATTRITION_CODE.afterPurchase) {
    const left = -Math.expm1(-leaving);
    return (perDay) => meanDecay(left * perDay * days.total);
  }
  const share = attrition === ATTRITION_CODE.overTime ? meanDecay(leaving * days.total) : shareOfTerms(leaving, days);
  return () => share;
}

/** Share of the days of a horizon that a customer stays who may leave at the end of each term. */
function shareOfTerms(leaving: number, days: Days): number {
  let sum = 0;
  let still = 1;
  const stays = Math.exp(-leaving);
  for (const term of days.terms) {
    sum += term * still;
    still *= stays;
  }
  return sum / days.total;
}

/** Mean of e^(−x·t) over t from 0 to 1. */
function meanDecay(x: number): number {
  return x > 0 ? -Math.expm1(-x) / x : 1;
}
