import { expect, test } from "vitest";
import { probabilityBetter } from "#tenure/stats/better.js";

test("by hand: one tie counts half", () => {
  expect(probabilityBetter([-1, 0, 2, 3], "up")).toBe(0.625);
  expect(probabilityBetter([-1, 0, 2, 3], "down")).toBe(0.375);
});

test("all ties: as likely better as worse", () => {
  expect(probabilityBetter(new Float64Array(3), "up")).toBe(0.5);
  expect(probabilityBetter(new Float64Array(3), "down")).toBe(0.5);
});

test("no outcome, no probability", () => {
  expect(probabilityBetter([], "up")).toBeNull();
});
