import type { Terms } from "./terms.js";

/** Accounts that a customer's value is made of; the books by cohort and by type have them all. */
export type LifetimeAccount = "customers" | "margin" | "rewardCost" | "discount" | "perkCost" | "members" | "closing";

/**
 * Value of a set of customers who joined in one month, from joining up to each age: discounted margin less acquisition cost and
 * the customers' own variable program costs, the points they hold at that age charged for. Fixed cost of the program is not in it.
 *
 * @param account amounts of the sample by account and age in calendar months, 0 the month of joining
 * @param joinMonth calendar month in which they joined, from 0: its beginning is what everything is discounted to
 * @param ages how many
 * @param terms of the world
 * @param chargePerPoint what an outstanding point is charged at, in minor units
 * @returns minor units of the sample, by age
 * @example
 * const { chargePerPoint, dayOneValue } = valueWorld(ledger, terms);
 * const dayOne = (account, age) => byCohort(ledger, 0, age, account);
 * const values = lifetimeValues(dayOne, 0, ledger.layout.months, terms, chargePerPoint);
 * values.at(-1) * terms.scale === dayOneValue; // true
 */
export function lifetimeValues(
  account: (name: LifetimeAccount, age: number) => number,
  joinMonth: number,
  ages: number,
  terms: Terms,
  chargePerPoint: number,
): Float64Array {
  const perMemberMonth = terms.program?.perMemberMonth ?? 0;
  const atJoining = joinMonth === 0 ? 1 : terms.factor[joinMonth - 1];
  const acquisition = account("customers", 0) * terms.acquisitionCost;
  const values = new Float64Array(ages);
  let sum = 0;
  for (let age = 0; age < ages; age++) {
    const factor = terms.factor[joinMonth + age] / atJoining;
    const flow =
      account("margin", age) -
      account("rewardCost", age) -
      account("discount", age) -
      account("perkCost", age) -
      account("members", age) * perMemberMonth;
    sum += flow * factor;
    values[age] = sum - acquisition - account("closing", age) * chargePerPoint * factor;
  }
  return values;
}
