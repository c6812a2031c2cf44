const TO_UNIT = 1 / 4294967296;

/**
 * The uniform number a random word stands for: the middle of its slice.
 *
 * @param word unsigned, 32 bit
 * @returns above 0 and below 1
 * @example uniformOf(0x80000000) > 0.5; // true
 */
export function uniformOf(word: number): number {
  return (word + 0.5) * TO_UNIT;
}
