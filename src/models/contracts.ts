import { countRows, refuseRows } from "./columns.js";
import { EXPECTED_WEIGHT, isCount, isWeight, MOST_PURCHASES } from "./limits.js";

/**
 * Contracts, by column: row i says that `customers[i]` customers renewed `renewals[i]` times and then left (`left[i]` 1 or true) or
 * are still there, their next renewal not yet due (`left[i]` 0 or false). Renewals are at most 100,000.
 */
export interface Contracts {
  readonly renewals: ArrayLike<number>;
  readonly left: ArrayLike<number | boolean>;
  readonly customers: ArrayLike<number>;
}

/** Customers who renewed and who left, by number of the renewal, from 1 at position 0. */
export interface RenewalCounts {
  readonly renewed: Float64Array;
  readonly lost: Float64Array;
  readonly customers: number;
}

/**
 * Contracts of one cohort, from the customers left after each year or month.
 *
 * @param survivors customers at the start, after the first renewal, the second…; never rising
 * @returns the same by column
 * @throws RangeError when the counts rise, or are no counts
 * @example contractsOfSurvivors([1000, 631, 468]).customers; // [369, 163, 468]
 */
export function contractsOfSurvivors(survivors: readonly number[]): Contracts {
  if (survivors.length < 2) throw new RangeError(`expected survivors at two times or more, got ${survivors.length}`);
  survivors.forEach((count, at) => {
    if (!(count >= 0 && count < Infinity) || (at > 0 && count > survivors[at - 1])) {
      throw new RangeError(`expected counts that never rise, got ${count} at position ${at}`);
    }
  });
  const last = survivors.length - 1;
  return {
    renewals: [...survivors.slice(1).keys(), last],
    left: [...survivors.slice(1).map(() => 1), 0],
    customers: [...survivors.slice(1).map((count, at) => survivors[at] - count), survivors[last]],
  };
}

/**
 * Counts renewals and losses, all that the shifted beta-geometric needs to know.
 *
 * @param contracts by column
 * @returns counts by number of the renewal
 * @throws RangeError when columns differ in length, nobody is in them, no renewal was due, or a row cannot be
 * @example countRenewals(contractsOfSurvivors([1000, 631, 468])).renewed; // [631, 468]
 */
export function countRenewals(contracts: Contracts): RenewalCounts {
  const rows = countRows(contracts, ["renewals", "left", "customers"]);
  const { renewals, left, customers } = contracts;
  const isSound = (i: number): boolean =>
    isCount(renewals[i]) && [0, 1].includes(Number(left[i])) && isWeight(customers[i]);
  const expected = `whole renewals from 0 to ${MOST_PURCHASES}, left 0 or 1, and ${EXPECTED_WEIGHT}`;
  refuseRows(rows, expected, isSound, { renewals, left, customers });
  let most = 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    most = Math.max(most, renewals[i] + Number(left[i]));
    total += customers[i];
  }
  if (total === 0) throw new RangeError("expected at least one customer, got none");
  if (most === 0) throw new RangeError("expected at least one renewal that was due, got none");
  const renewed = new Float64Array(most);
  const lost = new Float64Array(most);
  for (let i = 0; i < rows; i++) {
    if (renewals[i] > 0) renewed[renewals[i] - 1] += customers[i];
    if (left[i]) lost[renewals[i]] += customers[i];
  }
  // Who renewed for the k-th time and never again has renewed all the times before.
  for (let k = most - 2; k >= 0; k--) renewed[k] += renewed[k + 1];
  return { renewed, lost, customers: total };
}
