import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";
import type { LifeState } from "./lifeState.js";

/**
 * Whether a lifted purchase was only brought forward: the member then owes it to the time to come.
 *
 * @param life state of a member
 * @param layer of the occasion
 * @param index of the occasion in its layer
 * @returns true when the next purchase the member would have made is to be skipped
 */
export function borrows(life: LifeState, layer: number, index: number): boolean {
  const { words, person, luck } = life;
  const { borrowed } = life.program;
  if (borrowed === 0) return false;
  threefry(
    luck.seed[0],
    luck.seed[1],
    person.cohortKey,
    NO_LINEAGE,
    person.ordinal,
    index,
    PURPOSE.occasionReward + layer,
    luck.replicate,
    words,
  );
  return uniformOf(words[3]) < borrowed;
}
