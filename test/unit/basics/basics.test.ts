import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { monthName, monthNumber, monthStarts } from "#tenure/basics/calendar.js";
import { formatIssue } from "#tenure/basics/issues.js";
import { toMinorUnits, toWholeMinorUnits } from "#tenure/basics/money.js";
import { VERSION } from "#tenure/basics/version.js";

test("the version is that of package.json", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(VERSION).toBe(manifest.version);
});

test("months have their real lengths, leap years included", () => {
  expect(monthStarts("2024-01", 3)).toEqual([0, 31, 60, 91]);
  expect(monthStarts("2023-01", 3)).toEqual([0, 31, 59, 90]);
  expect(monthStarts("1900-02", 1)).toEqual([0, 28]);
  expect(monthStarts("2000-02", 1)).toEqual([0, 29]);
  expect(monthStarts("1999-12", 13).at(-1)).toBe(31 + 366);
});

test("month numbers and names are each other's inverse, before 1970 too", () => {
  expect(monthNumber("1970-01")).toBe(0);
  expect(monthNumber("1969-12")).toBe(-1);
  for (let number = -500; number < 900; number++) expect(monthNumber(monthName(number))).toBe(number);
  expect(() => monthNumber("2024-13")).toThrow(RangeError);
  expect(() => monthNumber("2024-1")).toThrow(RangeError);
});

test("the decimal point of money moves without binary noise", () => {
  expect(1.1 * 100).not.toBe(110);
  expect(toMinorUnits(1.1, 2)).toBe(110);
  expect(toMinorUnits(15.44, 2)).toBe(1544);
  expect(toMinorUnits(1e-7, 2)).toBe(1e-5);
  expect(toMinorUnits(1e21, 2)).toBe(1e23);
  expect(toMinorUnits(7, 0)).toBe(7);
  expect(toWholeMinorUnits(0.125, 2)).toBe(13);
  expect(toWholeMinorUnits(1.005, 2)).toBe(101);
});

test("an issue names place, expected, got and cure", () => {
  const issue = { path: "horizon.months", expected: "a whole number from 1", got: "0", cure: "write 36" };
  expect(formatIssue({ ...issue, file: "a.yaml", line: 2, column: 3 })).toBe(
    "a.yaml:2:3 horizon.months: expected a whole number from 1, got 0. Cure: write 36",
  );
  expect(formatIssue({ ...issue, path: "", file: null, line: null, column: null })).toBe(
    "input: expected a whole number from 1, got 0. Cure: write 36",
  );
});
