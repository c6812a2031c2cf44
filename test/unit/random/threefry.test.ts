import { expect, test } from "vitest";
import { threefry } from "#tenure/random/threefry.js";

/** Known answers of the Random123 distribution (kat_vectors): counter | key → words. */
const KNOWN = [
  ["00000000 00000000 00000000 00000000", "00000000 00000000 00000000 00000000", "9c6ca96a e17eae66 fc10ecd4 5256a7d8"],
  ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff ffffffff ffffffff", "2a881696 57012287 f6c7446e a16a6732"],
  ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0 082efa98 ec4e6c89", "59cd1dbb b8879579 86b5d00c ac8b6d84"],
] as const;

const words = (text: string): [number, number, number, number] => {
  const [a, b, c, d] = text.split(" ").map((word) => Number.parseInt(word, 16));
  return [a, b, c, d];
};

test.each(KNOWN)("counter %s, key %s", (counter, key, answer) => {
  const out = new Uint32Array(4);
  threefry(...words(key), ...words(counter), out);
  expect([...out].map((word) => word.toString(16).padStart(8, "0")).join(" ")).toBe(answer);
});

test("every word of key and counter matters", () => {
  const first = new Uint32Array(4);
  threefry(1, 2, 3, 4, 5, 6, 7, 8, first);
  for (let place = 0; place < 8; place++) {
    const address = [1, 2, 3, 4, 5, 6, 7, 8];
    address[place]++;
    const [a, b, c, d, e, f, g, h] = address;
    const out = new Uint32Array(4);
    threefry(a, b, c, d, e, f, g, h, out);
    expect([...out]).not.toEqual([...first]);
  }
});
