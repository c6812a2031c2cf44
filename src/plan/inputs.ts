import { PURPOSE } from "../random/address.js";
import { hashText } from "../random/hash.js";
import type { SeedWords } from "../random/seed.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";

/**
 * The uniform of a ranged input: addressed by its path, so that worlds and files that state the same input draw it alike.
 *
 * @param seed words of the run
 * @param path of the input in its scenario
 * @param draw number of the input draw, from 0
 * @returns above 0 and below 1
 * @example
 * const uniform = (draw) => inputUniform(seedWords(1), "program.response.goalGradient", draw);
 * uniform(0) === uniform(0); // true: in whatever world or file
 * uniform(0) === uniform(1); // false
 */
export function inputUniform(seed: SeedWords, path: string, draw: number): number {
  const [low, high] = hashText(path);
  const words = new Uint32Array(4);
  threefry(seed[0], seed[1], low, high, 0, draw, PURPOSE.input, 0, words);
  return uniformOf(words[0]);
}
