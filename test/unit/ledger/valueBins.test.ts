import fc from "fast-check";
import { expect, test } from "vitest";
import { VALUE_BINS, valueBinOf, valueBinRange, ZERO_BIN } from "#tenure/ledger/valueBins.js";

test("every whole amount is in the bin whose range holds it, and its loss in the mirrored one", () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 1200 }),
    fc.integer({ min: 0, max: 2 ** 31 }),
    fc.maxSafeInteger().map(Math.abs),
  );
  fc.assert(
    fc.property(amount, (gain) => {
      const bin = valueBinOf(gain);
      const [least, greatest] = valueBinRange(bin);
      expect(least <= gain && gain <= greatest).toBe(true);
      expect(valueBinOf(-gain)).toBe(VALUE_BINS - 1 - bin);
      const [lowest, highest] = valueBinRange(VALUE_BINS - 1 - bin);
      expect([lowest + greatest, highest + least]).toEqual(greatest === Infinity ? [Number.NaN, 0] : [0, 0]);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("bins follow each other without a gap, and nothing has its own", () => {
  const ranges = Array.from({ length: VALUE_BINS }, (_, bin) => valueBinRange(bin));
  ranges.slice(1).forEach(([least], bin) => {
    expect(least).toBe(ranges[bin][1] + 1);
  });
  expect(ranges[ZERO_BIN]).toEqual([0, 0]);
  expect([ranges[0][0], ranges[VALUE_BINS - 1][1]]).toEqual([-Infinity, Infinity]);
});
