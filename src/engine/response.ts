import { exp2 } from "../math/exp2.js";
import type { LifeState } from "./lifeState.js";

const MILLION = 1_000_000;

/**
 * Purchase-rate multiplier of a member at an instant, relative to the twin's: 1 plus what each channel adds, by how strongly the
 * customer's loyalty type answers.
 *
 * ```
 *  1 + program sensitivity × (goal gradient + rewarded behaviour + tier chase + status)
 *    + price sensitivity × discount response × discount of the tier held
 *    − program sensitivity × demotion shock
 * ```
 *
 * @param life state of a member
 * @param instant days
 * @returns 0 or more
 */
export function multiplierOf(life: LifeState, instant: number): number {
  const { person, program } = life;
  const { tiers } = program;
  const price = program.discountResponse * (tiers.discountMillionths[life.tier] / MILLION);
  let pull = goalGradient(life, instant) + rewardedBehaviour(life, instant);
  if (tiers.count > 1) pull += tierChase(life, instant) + status(life, instant) - demotionShock(life, instant);
  return Math.max(0, 1 + person.programSensitivity * pull + person.priceSensitivity * price);
}

/**
 * Goal gradient: the nearer the reward in proportion of the way since the last one, the stronger; nothing once it is earned.
 *
 * @source Kivetz, Urminsky & Zheng 2006; a head start is progress (Nunes & Drèze 2006)
 */
function goalGradient(life: LifeState, instant: number): number {
  const { balance, baseline, aimPoints, program } = life;
  if (life.aimWorth === 0 || balance <= baseline || balance >= aimPoints) return 0;
  const pull = program.goalGradient * life.aimWorth * ((balance - baseline) / (aimPoints - baseline));
  return pull * fading(life, instant, program.goalGradientFade);
}

/**
 * Rewarded behaviour: buying more after a reward, fading by its half-life.
 *
 * @source Taylor & Neslin 2005
 */
function rewardedBehaviour(life: LifeState, instant: number): number {
  if (life.redeemedWorth === 0) return 0;
  const { rewardedBehaviour: strength, rewardedBehaviourFade: fade } = life.program;
  return strength * life.redeemedWorth * exp2((life.redeemedAt - instant) * fade);
}

/**
 * Tier chase: the nearer the next tier and the end of the year that counts for it, the stronger; given up once what is missing is out
 * of reach.
 *
 * @source Kivetz, Urminsky & Zheng 2006 on proportion; Wang et al. 2016 on giving up what is too far
 */
function tierChase(life: LifeState, instant: number): number {
  const { program, counted, month } = life;
  const { tiers } = program;
  if (program.tierChase === 0 || counted === 0) return 0;
  const next = nextTier(life);
  if (next === tiers.count || tiers.worth[next] === 0) return 0;
  const { from, fromSpendMinor, yearStart, yearEnd } = tiers;
  const end = yearEnd[month];
  const share = counted / from[next];
  const missing = fromSpendMinor[next] * (1 - share);
  if (missing > program.tierChaseReach * life.spendPerDay * (end - instant)) return 0;
  const elapsed = (instant - yearStart[month]) / (end - yearStart[month]);
  return program.tierChase * fading(life, instant, program.tierChaseFade) * tiers.worth[next] * share * elapsed;
}

/** The tier after the highest one that what was counted reaches; the number of tiers when there is none. */
function nextTier(life: LifeState): number {
  const { count, from } = life.program.tiers;
  let next = 1;
  while (next < count && from[next] <= life.counted) next++;
  return next;
}

/** Status: holding a tier that few hold. */
function status(life: LifeState, instant: number): number {
  const { program } = life;
  const worth = program.tiers.statusWorth[life.tier];
  if (worth === 0 || program.status === 0) return 0;
  return program.status * fading(life, instant, program.statusFade) * worth;
}

/**
 * Demotion shock: buying less after losing a tier, more than holding it raised, fading by its half-life.
 *
 * @source Wagner, Hennig-Thurau & Rudolph 2009
 */
function demotionShock(life: LifeState, instant: number): number {
  if (life.demotedWorth === 0) return 0;
  const { demotionShock: strength, demotionShockFade: fade } = life.program;
  return strength * life.demotedWorth * exp2((life.demotedAt - instant) * fade);
}

/** What is left of a channel that fades with membership; fade 0: all of it. */
function fading(life: LifeState, instant: number, fade: number): number {
  return fade === 0 ? 1 : exp2((life.enrolledAt - instant) * fade);
}
