import { AT_TIER } from "../ledger/books.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { tierCell, traceEvent } from "./record.js";

/**
 * Books a member's purchase under the tier held before it: called after enrolling and before anything the purchase earns.
 *
 * @param life state of a member
 * @param basket spend in minor units
 * @param margin of the basket in minor units
 */
export function postTierPurchase(life: LifeState, basket: number, margin: number): void {
  if (life.tierBook < 0) return;
  const { cells } = life;
  const at = tierCell(life);
  cells[at + AT_TIER.purchases]++;
  cells[at + AT_TIER.spend] += basket;
  cells[at + AT_TIER.margin] += margin;
}

/**
 * After a purchase: who has reached a higher tier enters it at once, where the design says so.
 *
 * @param life state of a member
 * @param instant days
 */
export function upgradeTier(life: LifeState, instant: number): void {
  const { tiers } = life.program;
  if (tiers.upgradesAtOnce === 0) return;
  const next = life.tier + 1;
  if (next >= tiers.count || life.counted < tiers.from[next]) return;
  enterTier(life, instant, tierFor(life), 0);
}

/**
 * At a calendar year's end: the member gets the tier the year qualifies for, up or down, and the next year is counted from 0.
 *
 * @param life state of a member, in the December that ends
 * @param instant days
 */
export function reviewTier(life: LifeState, instant: number): void {
  const qualified = tierFor(life);
  if (qualified !== life.tier) enterTier(life, instant, qualified, 1);
  life.counted = 0;
}

/** The highest tier that what was counted reaches. */
function tierFor(life: LifeState): number {
  const { count, from } = life.program.tiers;
  let tier = 0;
  while (tier + 1 < count && from[tier + 1] <= life.counted) tier++;
  return tier;
}

function enterTier(life: LifeState, instant: number, tier: number, isReview: number): void {
  const { tiers } = life.program;
  const left = life.tier;
  life.demotedWorth = tier < left ? Math.max(0, tiers.statusWorth[left] - tiers.statusWorth[tier]) : 0;
  life.demotedAt = instant;
  life.tier = tier;
  life.isCountDue = 1;
  life.cells[life.tierMoveBook + (life.month * tiers.count + left) * tiers.count + tier]++;
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.tier, -1, tier, left, isReview);
}
