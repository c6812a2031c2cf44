import { hashText } from "../random/hash.js";
import { seedWords } from "../random/seed.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";

/** Random starts lie within this of the guess, in logarithms: a factor of e² = 7. */
const SPREAD = 2;

/**
 * Where searches begin: at the guess, and around it at random. Start k is the same however many there are.
 *
 * @param guess parameters, > 0
 * @param count how many starts, whole, ≥ 1
 * @param seed any text or number
 * @returns logarithms of parameters, one list a start
 * @throws RangeError when count is not a whole number above 0
 * @example startPoints([1, 1], 3, 7)[0]; // [0, 0]
 */
export function startPoints(guess: readonly number[], count: number, seed: string | number): number[][] {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(`expected a whole number of starts, 1 or more, got ${count}`);
  }
  const [seed0, seed1] = seedWords(seed);
  const [name0, name1] = hashText("fit start");
  const words = new Uint32Array(4);
  return Array.from({ length: count }, (_, start) =>
    guess.map((value, i) => {
      if (start === 0) return Math.log(value);
      threefry(seed0, seed1, name0, name1, start, i, 0, 0, words);
      return Math.log(value) + SPREAD * (2 * uniformOf(words[0]) - 1);
    }),
  );
}
