import fc from "fast-check";
import { expect, test } from "vitest";
import { counted, distinct, pack, printable, shorten, spoken, wrap } from "#tenure/report/words.js";
import { ESCAPES } from "../../support/edges.ts";

test("names lose what moves a cursor, turns the reading direction or breaks a line", () => {
  expect(printable(ESCAPES)).toBe("[2J[31mreddeR");
  expect(printable(" two\n lines\t")).toBe("two lines");
});

test("wrapping keeps every word, and every line within the width", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(printable(text), width);
      expect(lines.every((line) => [...line].length <= width)).toBe(true);
      expect(lines.join("").replaceAll(" ", "")).toBe(printable(text).replaceAll(" ", ""));
    }),
  );
});

test("no line ends inside a number", () => {
  expect(wrap("costs 10 % [low, 5 %] of CHF 1,234 in month 7", 9)).toEqual([
    "costs",
    "10 %",
    "[low,",
    "5 %] of",
    "CHF 1,234",
    "in",
    "month 7",
  ]);
  expect(wrap("better in < 0.1 % of 36 months, +1.9 pp [+1.8, +2.0]", 14)).toEqual([
    "better in",
    "< 0.1 % of",
    "36 months,",
    "+1.9 pp",
    "[+1.8, +2.0]",
  ]);
  expect(wrap("[+1,100, +1,300]", 9)).toEqual(["[+1,100,", "+1,300]"]);
});

test("a last line that is not the end says so", () => {
  expect(wrap("Coffee stars with status", 12, 1)).toEqual(["Coffee star…"]);
  expect(shorten("Coffee stars", 8)).toBe("Coffee…");
});

test("texts are packed whole", () => {
  expect(pack(["+$1,200", "[+1,100, +1,300]"], " ", 20)).toEqual(["+$1,200", "[+1,100, +1,300]"]);
  expect(pack(["+$1", "[+1, +2]"], " ", 20)).toEqual(["+$1 [+1, +2]"]);
});

test("short names still tell worlds apart", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("Stars", "Stars of coffee", "Stars of tea", "", "Stars (2)")), (names) => {
      const short = distinct(names, 9);
      expect(new Set(short).size).toBe(names.length);
      expect(short.every((name) => name.length <= 9)).toBe(true);
    }),
  );
});

test("lists and counts as one says them", () => {
  expect(spoken(["kept", "lifted", "gift"])).toBe("kept, lifted and gift");
  expect(spoken([])).toBe("");
  expect([counted(1, "month"), counted(1200, "customer")]).toEqual(["1 month", "1,200 customers"]);
});
