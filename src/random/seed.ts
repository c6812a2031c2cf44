import seedrandom from "seedrandom";

/** Two unsigned 32-bit words every address of a run starts with. */
export type SeedWords = readonly [number, number];

/**
 * Seed words of a person's seed.
 *
 * @param seed any text or number; 0 and "" are seeds like any other
 * @returns two unsigned 32-bit words, the same for 7 and "7"
 * @example seedWords(0); // [650892867, 544484737]: the same two words on every machine
 */
export function seedWords(seed: string | number): SeedWords {
  const generator = seedrandom(`tenure:${seed}`);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}
