import type { Ledger } from "./books.js";
import type { Check, Discrepancy } from "./check.js";
import { checkCohorts, checkTwin, checkTypes } from "./checkCustomers.js";
import { checkRewardDays, checkValue } from "./checkMembers.js";
import { checkFirstRewards, checkPoints, checkVintages } from "./checkPoints.js";
import { checkTiers } from "./checkTiers.js";

/**
 * Holds every book of a ledger against every other, and against the twin's.
 *
 * ```
 *  month × cause ──Σ── vintage × cause ──Σ── vintage × age      points: opening + issued = redeemed + expired + forfeited + closing
 *       └────────Σ──── cohort × age ────Σ── month ──Σ── wait    closing is counted from lots, the rest are flows
 *                          └──Σ── type        └──Σ── tier       members by tier follow from moves between them
 *  world: kept + lifted + …      twin (world 0): kept + forgone + lost
 *  members by value ──Σ── enrolments; their worth over the twins' = world − twin, by cohort and by cause
 *  purchases around rewards ──Σ── rewards handed out
 * ```
 *
 * @param world books of one world and replicate
 * @param twin books of world 0 of the same replicate
 * @returns what does not agree; empty when everything does
 * @example reconcile(ledger, twin); // []
 */
export function reconcile(world: Ledger, twin: Ledger): Discrepancy[] {
  const found: Discrepancy[] = [];
  const check: Check = (rule, place, left, right) => {
    if (left !== right) found.push({ rule, place, left, right });
  };
  checkWhole(world, check);
  checkPoints(world, check);
  checkVintages(world, check);
  checkFirstRewards(world, check);
  checkCohorts(world, check);
  checkTypes(world, check);
  checkTiers(world, check);
  checkTwin(world, twin, check);
  checkValue(world, twin, check);
  checkRewardDays(world, check);
  return found;
}

function checkWhole(world: Ledger, check: Check): void {
  world.cells.forEach((cell, at) => {
    if (!Number.isSafeInteger(cell)) check("every cell is a whole number", `cell ${at}`, cell, Math.round(cell));
  });
}
