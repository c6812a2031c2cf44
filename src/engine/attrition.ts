import type { LifeState } from "./lifeState.js";

/**
 * Leaving hazard of this world as a multiple of the twin's: a balance that would be lost, and a status, hold a member back.
 *
 * @param life state, after everything that happened at this instant
 * @returns 0 to 1; 1 for a customer who is no member
 */
export function hazardOf(life: LifeState): number {
  if (life.isMember === 0) return 1;
  const { program, aimWorth, balance, aimPoints } = life;
  const status = program.statusAtStake * program.tiers.statusWorth[life.tier];
  if (aimWorth === 0 && status === 0) return 1;
  const share = balance >= aimPoints ? 1 : balance / aimPoints;
  return Math.max(0, 1 - life.person.switchingCost * (program.balanceAtStake * aimWorth * share + status));
}
