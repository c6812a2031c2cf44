import { expect, test } from "vitest";
import { fingerprint, hashText } from "#tenure/random/hash.js";
import { seedWords } from "#tenure/random/seed.js";

test("0 and the empty text are seeds like any other", () => {
  const seeds = [0, "", 1, "1 ", "a", -1].map((seed) => seedWords(seed).join(" "));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seedWords(0)).toEqual(seedWords(0));
});

test("a number and its digits are the same seed", () => {
  expect(seedWords(7)).toEqual(seedWords("7"));
});

test("seed words are unsigned 32-bit whole numbers", () => {
  for (let seed = 0; seed < 200; seed++) {
    for (const word of seedWords(seed)) expect(word === word >>> 0).toBe(true);
  }
});

test("hashes of many paths are all different, whatever their length", () => {
  const texts = Array.from({ length: 5000 }, (_, i) => `${"program.rewards.".repeat(i % 4)}${i}`);
  expect(new Set(texts.map((text) => hashText(text).join(" "))).size).toBe(texts.length);
  expect(hashText("")).not.toEqual(hashText("\u0000"));
});

test("a fingerprint does not hang on the order of keys, and hangs on everything else", () => {
  expect(fingerprint({ a: 1, b: [1, null] })).toBe(fingerprint({ b: [1, null], a: 1 }));
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: "1" }));
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  expect(fingerprint({})).toMatch(/^[0-9a-f]{32}$/);
});
