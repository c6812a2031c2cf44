import { expect, it } from "vitest";
import { exp2 } from "#tenure/math/exp2.js";

it("exp2 is exact at whole powers, down to the smallest normal number and 0 below it", () => {
  for (let n = 0; n <= 1022; n++) expect(exp2(-n)).toBe(2 ** -n);
  expect(exp2(-1022.5)).toBe(0);
  expect(exp2(-Infinity)).toBe(0);
  expect(exp2(Number.NaN)).toBeNaN();
});

it("exp2 agrees with the library's power to 1e-14", () => {
  let greatest = 0;
  for (let i = 0; i < 200_000; i++) {
    const x = -((i * 0.6180339887498949) % 1) * (i % 2 === 0 ? 4 : 1022);
    greatest = Math.max(greatest, Math.abs(exp2(x) / 2 ** x - 1));
  }
  expect(greatest).toBeLessThan(1e-14);
});

it("exp2 does not rise on the way down, also across its table's steps", () => {
  let rises = 0;
  for (let step = 0; step < 2000; step++) {
    for (const offset of [-2e-13, -1e-13, 0, 1e-13]) {
      const x = -1 - step / 256 + offset;
      if (exp2(x) > exp2(x + 1e-13)) rises++;
    }
  }
  expect(rises).toBe(0);
});
