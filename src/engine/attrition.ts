import type { LifeState } from "./lifeState.js";

/**
 * Leaving hazard of this world as a multiple of the twin's: a balance that would be lost holds a member back.
 *
 * @param life state, after the purchase
 * @returns 0 to 1; 1 for a customer who is no member
 */
export function hazardOf(life: LifeState): number {
  if (life.isMember === 0 || life.aimWorth === 0) return 1;
  const share = life.balance >= life.aimPoints ? 1 : life.balance / life.aimPoints;
  return Math.max(0, 1 - life.program.balanceAtStake * life.aimWorth * share);
}
