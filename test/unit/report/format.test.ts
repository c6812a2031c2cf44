import { describe, expect, test } from "vitest";
import { compact, scaleOf } from "#tenure/report/compact.js";
import {
  decimalsFor,
  digits,
  formatDifference,
  formatInterval,
  formatNumber,
  formatProbability,
} from "#tenure/report/format.js";

const USD = { code: "USD", decimals: 2 };
const JPY = { code: "JPY", decimals: 0 };
const CHF = { code: "CHF", decimals: 2 };

describe("money", () => {
  test.each([
    [12.3, USD, "$12.30"],
    [9999.994, USD, "$9,999.99"],
    [10_000, USD, "$10,000"],
    [-1_234_567.8, USD, "−$1,234,568"],
    [0, USD, "$0.00"],
    [-0.0001, USD, "$0.000"],
    [0.034, USD, "$0.034"],
    [1234, JPY, "¥1,234"],
    [3.4, JPY, "¥3.4"],
    [-50, CHF, "−CHF 50.00"],
    [null, USD, "n/a"],
  ])("%s %o is %s", (value, currency, text) => expect(formatNumber(value, "money", currency)).toBe(text));

  test("a difference always has a sign, save zero", () => {
    expect(formatDifference(12.3, "money", USD)).toBe("+$12.30");
    expect(formatDifference(-20_000, "money", CHF)).toBe("−CHF 20,000");
    expect(formatDifference(0, "money", USD)).toBe("$0.00");
  });
});

test("shares are percent with one decimal, their differences percentage points", () => {
  expect(formatNumber(0.312, "share", USD)).toBe("31.2 %");
  expect(formatDifference(0.019, "share", USD)).toBe("+1.9 pp");
  expect(formatInterval(0.119, 0.127, "share", 1)).toBe("[11.9, 12.7]");
});

test("months: a date, never, a difference", () => {
  expect(formatNumber(7, "months", USD)).toBe("month 7");
  expect(formatNumber(7.5, "months", USD)).toBe("month 7.5");
  expect(formatNumber(null, "months", USD)).toBe("never");
  expect(formatDifference(-2, "months", USD)).toBe("−2 months");
});

test("counts, points and ratios", () => {
  expect(formatNumber(34.826, "count", USD)).toBe("34.83");
  expect(formatNumber(1_234_567, "points", USD)).toBe("1,234,567");
  expect(formatNumber(0.349, "ratio", USD)).toBe("0.35");
  expect(decimalsFor("points", USD, [120.4, null])).toBe(1);
});

test("intervals: both ends or nothing, signs where asked for", () => {
  expect(formatInterval(11.9, 12.7, "money", 1)).toBe("[11.9, 12.7]");
  expect(formatInterval(-1, 2, "money", 0, "always")).toBe("[−1, +2]");
  expect(formatInterval(null, 2, "money", 0)).toBeNull();
});

test("a probability is never rounded to certainty", () => {
  const said = [0, 0.0004, 0.004, 0.5, 0.974, 0.996, 0.9996, 1].map(formatProbability);
  expect(said).toEqual(["0 %", "< 0.1 %", "0.4 %", "50 %", "97 %", "99.6 %", "> 99.9 %", "100 %"]);
});

test("an undefined number that is not null is an error, not text", () => {
  expect(() => digits(Number.NaN, 2)).toThrow(RangeError);
  expect(() => formatNumber(Number.POSITIVE_INFINITY, "money", USD)).toThrow("expected a finite number");
});

test("compact: three digits that count", () => {
  const said = [12.3, 1234, 12_345, 456_789, 1_234_567, -2.5e9].map((value) => compact(value, "money", USD));
  expect(said).toEqual(["$12.30", "$1,234", "$12.3k", "$457k", "$1.23M", "−$2.50B"]);
  expect(compact(45_600, "money", USD, "always")).toBe("+$45.6k");
  expect(scaleOf(-2_500_000).word).toBe("million");
});
