import { exp2 } from "../math/exp2.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import type { LifeState } from "./lifeState.js";

/**
 * Purchase-rate multiplier of a member at an instant: 1 plus what each channel adds.
 *
 * @param life state of a member
 * @param instant days
 * @returns 1 to the cap
 */
export function multiplierOf(life: LifeState, instant: number): number {
  const multiplier = 1 + goalGradient(life, instant) + rewardedBehaviour(life, instant);
  return multiplier <= MULTIPLIER_CAP ? multiplier : MULTIPLIER_CAP;
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
  return program.goalGradientFade === 0 ? pull : pull * exp2((life.enrolledAt - instant) * program.goalGradientFade);
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
