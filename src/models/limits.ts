/**
 * Most purchases, or renewals, of one customer that a history may have: fits keep a number for each count up to the largest and
 * still take seconds. A purchase a day would be 274 years of them.
 */
export const MOST_PURCHASES = 100_000;

/** Most customers in a row, so that the sum over rows is exact. */
const MOST_CUSTOMERS = 1e15;

/** Longest time and largest mean spend: their squares still fit a double. */
export const LARGEST_MEASURE = 1e100;

/**
 * Whether a number is a count of purchases or renewals that can be computed with.
 *
 * @param count any number
 * @returns true for 0, 1, … 100,000
 * @example [0, 1.5, 1e6].map(isCount); // [true, false, false]
 */
export function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MOST_PURCHASES;
}

/**
 * Whether a number says how many customers share a row, which need not be whole.
 *
 * @param customers any number
 * @returns true from 0 to 1e15
 * @example [0, 1.5, 1e16].map(isWeight); // [true, true, false]
 */
export function isWeight(customers: number): boolean {
  return customers >= 0 && customers <= MOST_CUSTOMERS;
}

/** What is expected of them, in words. */
export const EXPECTED_WEIGHT = `customers from 0 to ${MOST_CUSTOMERS}`;
