/** The middles of equal shares of a distribution, as words. */
export function gridWords(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) / count) * 2 ** 32));
}
