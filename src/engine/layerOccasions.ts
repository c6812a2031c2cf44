import { quantileAt } from "../math/quantileTable.js";
import type { Luck, Plan } from "../plan/plan.js";
import { LAYER_FLOOR, NO_LINEAGE, PURPOSE } from "../random/address.js";
import { uniformOf } from "../random/uniform.js";
import type { Person } from "./person.js";
import { widen } from "./widen.js";

/** Occasions of one layer that may be somebody's purchase, in order of time. Reused for the next customer. */
export class LayerOccasions {
  count = 0;
  time = new Float64Array(256);
  month = new Uint16Array(256);
  height = new Float64Array(256);
  leaving = new Float64Array(256);
  /** The word its basket is drawn with. */
  basket = new Uint32Array(256);
  /** Its number in the layer. */
  index = new Uint32Array(256);

  grow(): void {
    this.time = widen(this.time, Float64Array);
    this.month = widen(this.month, Uint16Array);
    this.height = widen(this.height, Float64Array);
    this.leaving = widen(this.leaving, Float64Array);
    this.basket = widen(this.basket, Uint32Array);
    this.index = widen(this.index, Uint32Array);
  }
}

/**
 * Draws a customer's occasions of one layer up to an instant, or up to a base occasion after which nobody is left in any world, and
 * keeps those below the highest multiplier.
 *
 * Most random numbers are drawn here, so the generator is written out; a test holds it against `threefry`. In short:
 *
 * ```
 * for index 0, 1, …
 *   threefry(seed0, seed1, cohortKey, NO_LINEAGE, ordinal, index, PURPOSE.occasion + layer, replicate, words);
 *   time += quantileAt(exponentialTable, words[0]) / (ratePerDay * span);
 *   height, basket and leaving mark: words[1], words[2], words[3]
 * ```
 *
 * @param kept receives them
 * @param layer of heights
 * @param person whose they are, with how far any world can move them
 * @param plan of the worlds that will replay them
 * @param luck seed words and replicate
 * @param end instant beyond which none is wanted
 * @returns instant beyond which nobody is left in any world; `end` when somebody is
 */
export function drawLayer(
  kept: LayerOccasions,
  layer: number,
  person: Person,
  plan: Plan,
  luck: Luck,
  end: number,
): number {
  const { exponentialTable, baseMultiplier } = plan.base;
  const { monthStart } = plan;
  const { multiplierTop } = person;
  const topEver = multiplierTop * plan.baseMultiplierTop;
  const floor = LAYER_FLOOR[layer];
  const span = LAYER_FLOOR[layer + 1] - floor;
  const rate = person.ratePerDay * span;
  const leavesEverywhere = person.hazardFloor * person.leaving;
  const key0 = luck.seed[0] | 0;
  const key1 = luck.seed[1] | 0;
  const key2 = person.cohortKey | 0;
  const key3 = NO_LINEAGE;
  const counter0 = person.ordinal | 0;
  const counter2 = PURPOSE.occasion + layer;
  const counter3 = luck.replicate | 0;
  const key4 = 0x1bd11bda ^ key0 ^ key1 ^ key2 ^ key3;
  let { time: times } = kept;
  let time = person.joinedAt;
  let month = person.joinMonth;
  let count = 0;
  for (let counter1 = 0; ; counter1++) {
    let a = (counter0 + key0) | 0;
    let b = (counter1 + key1) | 0;
    let c = (counter2 + key2) | 0;
    let d = (counter3 + key3) | 0;
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + key1) | 0;
    b = (b + key2) | 0;
    c = (c + key3) | 0;
    d = (d + key4 + 1) | 0;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    c = (c + d) | 0;
    d = ((d << 20) | (d >>> 12)) ^ c;
    a = (a + d) | 0;
    d = ((d << 17) | (d >>> 15)) ^ a;
    c = (c + b) | 0;
    b = ((b << 11) | (b >>> 21)) ^ c;
    a = (a + b) | 0;
    b = ((b << 25) | (b >>> 7)) ^ a;
    c = (c + d) | 0;
    d = ((d << 10) | (d >>> 22)) ^ c;
    a = (a + d) | 0;
    d = ((d << 18) | (d >>> 14)) ^ a;
    c = (c + b) | 0;
    b = ((b << 20) | (b >>> 12)) ^ c;
    a = (a + key2) | 0;
    b = (b + key3) | 0;
    c = (c + key4) | 0;
    d = (d + key0 + 2) | 0;
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + key3) | 0;
    b = (b + key4) | 0;
    c = (c + key0) | 0;
    d = (d + key1 + 3) | 0;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    c = (c + d) | 0;
    d = ((d << 20) | (d >>> 12)) ^ c;
    a = (a + d) | 0;
    d = ((d << 17) | (d >>> 15)) ^ a;
    c = (c + b) | 0;
    b = ((b << 11) | (b >>> 21)) ^ c;
    a = (a + b) | 0;
    b = ((b << 25) | (b >>> 7)) ^ a;
    c = (c + d) | 0;
    d = ((d << 10) | (d >>> 22)) ^ c;
    a = (a + d) | 0;
    d = ((d << 18) | (d >>> 14)) ^ a;
    c = (c + b) | 0;
    b = ((b << 20) | (b >>> 12)) ^ c;
    a = (a + key4) | 0;
    b = (b + key0) | 0;
    c = (c + key1) | 0;
    d = (d + key2 + 4) | 0;
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + key0) | 0;
    b = (b + key1) | 0;
    c = (c + key2) | 0;
    d = (d + key3 + 5) | 0;
    time += quantileAt(exponentialTable, a) / rate;
    if (!(time < end)) break;
    const height = floor + span * uniformOf(b >>> 0);
    if (height >= topEver) continue;
    while (time >= monthStart[month + 1]) month++;
    if (height >= multiplierTop * baseMultiplier[month]) continue;
    if (count === times.length) {
      kept.grow();
      times = kept.time;
    }
    const leaving = quantileAt(exponentialTable, d);
    times[count] = time;
    kept.month[count] = month;
    kept.height[count] = height;
    kept.leaving[count] = leaving;
    kept.basket[count] = c;
    kept.index[count] = counter1;
    count++;
    if (leaving < leavesEverywhere && height < baseMultiplier[month]) {
      kept.count = count;
      return time;
    }
  }
  kept.count = count;
  return end;
}
