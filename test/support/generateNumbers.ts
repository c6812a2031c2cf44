import fc from "fast-check";

/** Whole numbers with some values drawn more often. */
export function edgy(min: number, max: number, edges: readonly number[]): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(...edges));
}

/** The number written as a whole number of 10^-decimals: no binary noise beyond the number itself. */
export function decimal(whole: number, decimals: number): number {
  return Number(`${whole}e-${decimals}`);
}

/** Numbers of at most three decimals from 0 to 1, with both ends drawn often. */
export const arbitraryShare: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1),
  fc.integer({ min: 1, max: 999 }).map((thousandths) => decimal(thousandths, 3)),
);

/** Money in currency units, a whole number of minor units. */
export function arbitraryMoney(decimals: number, mostMinor: number): fc.Arbitrary<number> {
  return edgy(0, mostMinor, [0, 1, mostMinor]).map((minor) => decimal(minor, decimals));
}

/** Channels off, ordinary, strong, and far beyond the clip at 16. */
export const arbitraryStrength: fc.Arbitrary<number> = fc.constantFrom(0, 0.2, 0.8, 3, 14.5, 60);

/** Half-lives in months, from at once to no fading at all. */
export const arbitraryHalfLife: fc.Arbitrary<number | "never"> = fc.constantFrom("never" as const, 0.05, 1, 6, 24);
