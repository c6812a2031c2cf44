import { quantileAt } from "../math/quantileTable.js";
import type { Luck } from "../plan/plan.js";
import { LAYER_FLOOR, NO_LINEAGE, PURPOSE } from "../random/address.js";
import type { Occasions } from "./occasions.js";
import type { Person } from "./person.js";

/**
 * Draws the next occasion of a layer: `pendingIndex` says which, `pendingTime` moves on by the gap, `pendingWords` receives the
 * words of its marks.
 *
 * Most random numbers are drawn here, so the generator is written out; a test holds it against `threefry`. In short:
 *
 * ```
 * threefry(seed0, seed1, cohortKey, NO_LINEAGE, ordinal, index, PURPOSE.occasion + layer, replicate, words);
 * pendingTime[layer] += quantileAt(exponentialTable, words[0]) / (ratePerDay * span);
 * pendingWords of the layer = words[1], words[2], words[3];
 * ```
 *
 * @param occasions of the customer being drawn
 * @param layer of heights
 * @param person whose they are
 * @param exponentialTable quantiles of the gap at rate 1
 * @param luck seed words and replicate
 */
export function drawNext(
  occasions: Occasions,
  layer: number,
  person: Person,
  exponentialTable: Float64Array,
  luck: Luck,
): void {
  const key0 = luck.seed[0];
  const key1 = luck.seed[1];
  const key2 = person.cohortKey;
  const key3 = NO_LINEAGE;
  const counter0 = person.ordinal;
  const counter1 = occasions.pendingIndex[layer];
  const counter2 = PURPOSE.occasion + layer;
  const counter3 = luck.replicate;
  const key4 = 0x1bd11bda ^ key0 ^ key1 ^ key2 ^ key3;
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
  const { pendingTime, pendingWords } = occasions;
  const span = LAYER_FLOOR[layer + 1] - LAYER_FLOOR[layer];
  pendingTime[layer] += quantileAt(exponentialTable, a) / (person.ratePerDay * span);
  pendingWords[layer * 4 + 1] = b;
  pendingWords[layer * 4 + 2] = c;
  pendingWords[layer * 4 + 3] = d;
}
