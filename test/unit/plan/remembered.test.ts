import { expect, test } from "vitest";
import { Remembered } from "#tenure/plan/remembered.js";

test("a result is made once, also when it is nothing", () => {
  const kept = new Remembered<number>(2);
  const made: string[] = [];
  const nothing = (name: string): number => kept.of(name, () => made.push(name) * 0);
  expect([nothing("a"), nothing("a"), nothing("b")]).toEqual([0, 0, 0]);
  expect(made).toEqual(["a", "b"]);
});

test("of too many results that one goes which was asked for longest ago", () => {
  const kept = new Remembered<number>(2);
  const made: string[] = [];
  for (const name of ["a", "b", "a", "c", "a", "b"]) kept.of(name, () => made.push(name));
  expect(made).toEqual(["a", "b", "c", "b"]);
});
