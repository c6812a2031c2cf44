import { describe, expect, test } from "vitest";
import { workedExamples } from "../support/worked.ts";
import { workByKernel } from "../support/workedKernel.ts";
import { workBySecond } from "../support/workedSecond.ts";

const examples = workedExamples();

describe.each(examples.map((example) => [example.name, example] as const))("worked by hand: %s", (_name, example) => {
  test("the second engine agrees", () => {
    const { statements, counted } = workBySecond(example);
    expect(statements).toEqual(example.expected);
    for (const [month, amount] of example.counted) expect([month, counted[month]]).toEqual([month, amount]);
  });

  test("the kernel agrees", () => {
    expect(workByKernel(example)).toEqual(example.expected);
  });
});

test("there are enough of them, each with a name of its own", () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  expect(examples.length).toBeGreaterThan(27);
});
