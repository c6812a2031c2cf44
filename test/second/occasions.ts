import { quantileAt } from "#tenure/math/quantileTable.js";
import { LAYER_FLOOR, PURPOSE } from "#tenure/random/address.js";
import type { DrawAddress, Words } from "./luck.ts";
import { uniform } from "./luck.ts";
import type { Tables } from "./tables.ts";

/** A moment at which the person may buy, the same in all worlds. */
export interface Occasion {
  readonly time: number;
  readonly height: number;
  /** Basket in minor units, should the person buy. */
  readonly basket: number;
  readonly leavingMark: number;
  readonly redeemWord: number;
  readonly nextAimWord: number;
  /** Whether the purchase, if the program lifts it, is only brought forward. */
  readonly borrowWord: number;
}

/** What the occasions of a person are made with. */
interface OccasionSource {
  readonly tables: Pick<Tables, "exponential">;
  /** Words of this person. */
  readonly words: (place: Pick<DrawAddress, "purpose" | "index">) => Words;
  readonly joinedAt: number;
  readonly ratePerDay: number;
  readonly horizonEnd: number;
  readonly basketOf: (word: number, time: number) => number;
}

/** All occasions of all layers before the horizon ends, in order of time. */
export function occasionsOf(source: OccasionSource): Occasion[] {
  const layers = LAYER_FLOOR.slice(0, -1).map((_, layer) => layerOf(source, layer));
  return layers.flat().sort((a, b) => a.time - b.time);
}

function layerOf(source: OccasionSource, layer: number): Occasion[] {
  const { tables, words, ratePerDay, horizonEnd } = source;
  const floor = LAYER_FLOOR[layer];
  const span = LAYER_FLOOR[layer + 1] - floor;
  const occasions: Occasion[] = [];
  let time = source.joinedAt;
  for (let index = 0; ; index++) {
    const [gapWord, heightWord, basketWord, leavingWord] = words({ purpose: PURPOSE.occasion + layer, index });
    time += quantileAt(tables.exponential, gapWord) / (ratePerDay * span);
    if (!(time < horizonEnd)) return occasions;
    const [redeemWord, nextAimWord, , borrowWord] = words({ purpose: PURPOSE.occasionReward + layer, index });
    occasions.push({
      time,
      height: floor + span * uniform(heightWord),
      basket: source.basketOf(basketWord, time),
      leavingMark: quantileAt(tables.exponential, leavingWord),
      redeemWord,
      nextAimWord,
      borrowWord,
    });
  }
}
