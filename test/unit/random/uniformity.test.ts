import { expect, test } from "vitest";
import { DAY_ONE_COHORT, NO_LINEAGE, PURPOSE } from "#tenure/random/address.js";
import { seedWords } from "#tenure/random/seed.js";
import { threefry } from "#tenure/random/threefry.js";
import { zForFalseAlarm } from "../../support/statistics.ts";

/*
 * The generator as it is addressed: customers, occasions, purposes and replicates are small counters. Known answers show that it is
 * Threefry; these show that the way we count through it leaves no pattern one could buy or leave by.
 */
const [seed0, seed1] = seedWords("uniformity");
const K = zForFalseAlarm(1e-6);
const out = new Uint32Array(4);

function uniforms(ordinal: number, index: number, purpose: number, replicate: number): number[] {
  threefry(seed0, seed1, DAY_ONE_COHORT, NO_LINEAGE, ordinal, index, purpose, replicate, out);
  return [...out].map((word) => (word + 0.5) / 2 ** 32);
}

const ORDERS: Record<string, (step: number) => number[]> = {
  "customer after customer": (step) => uniforms(step, 0, PURPOSE.person, 0),
  "occasion after occasion": (step) => uniforms(7, step, PURPOSE.occasion, 0),
  "replicate after replicate": (step) => uniforms(3, 1, PURPOSE.person, step),
  "layer after layer of each occasion": (step) => uniforms(5, Math.floor(step / 5), PURPOSE.occasion + (step % 5), 2),
};
const STEPS = 50_000;

test.each(Object.entries(ORDERS))("words are uniform and unrelated, %s", (_name, at) => {
  const rows = Array.from({ length: STEPS }, (_, step) => at(step));
  const halves = Array.from({ length: 64 }, () => 0);
  const squared: number[] = [0, 0, 0, 0];
  let serial = 0;
  let across = 0;
  rows.forEach((row, step) => {
    row.forEach((uniform, word) => {
      halves[word * 16 + Math.floor(uniform * 16)]++;
      squared[word] += (uniform - 0.5) * ((rows[step + 1]?.[word] ?? 0.5) - 0.5);
    });
    serial += (row[3] - 0.5) * ((rows[step + 1]?.[0] ?? 0.5) - 0.5);
    across += (row[0] - 0.5) * (row[1] - 0.5);
  });
  const expected = STEPS / 16;
  for (const count of halves) expect(Math.abs(count - expected)).toBeLessThan(K * Math.sqrt(expected * (15 / 16)));
  // A product of two independent centred uniforms has standard deviation 1/12.
  for (const sum of [...squared, serial, across]) expect(Math.abs(sum)).toBeLessThan((K * Math.sqrt(STEPS)) / 12);
});

test("the same test notices a generator that forgets to mix", () => {
  const sum = Array.from(
    { length: STEPS },
    (_, step) => ((step % 1000) / 1000 - 0.5) * (((step + 1) % 1000) / 1000 - 0.5),
  );
  expect(Math.abs(sum.reduce((total, term) => total + term, 0))).toBeGreaterThan((K * Math.sqrt(STEPS)) / 12);
});
