import { NO_LINEAGE } from "#tenure/random/address.js";
import { seedWords } from "#tenure/random/seed.js";
import { threefry } from "#tenure/random/threefry.js";

/** What a draw is addressed by, inside one seed and replicate. */
export interface DrawAddress {
  readonly cohortKey: number;
  readonly ordinal: number;
  readonly purpose: number;
  readonly index: number;
}

/** Four unsigned 32-bit words. */
export type Words = readonly [number, number, number, number];

/** Where luck comes from: the generator, or a test that states it. */
export type Draw = (address: DrawAddress) => Words;

/** The luck of one seed and replicate. */
export function luckOf(seed: string | number, replicate: number): Draw {
  const [seed0, seed1] = seedWords(seed);
  const out = new Uint32Array(4);
  return ({ cohortKey, ordinal, purpose, index }) => {
    threefry(seed0, seed1, cohortKey, NO_LINEAGE, ordinal, index, purpose, replicate, out);
    return [out[0], out[1], out[2], out[3]];
  };
}

/** The uniform number a word stands for. */
export function uniform(word: number): number {
  return (word + 0.5) / 2 ** 32;
}
