import { expect, test } from "vitest";
import { good } from "./memory.ts";
import { BASELINE } from "./samples.ts";

const RANGED = BASELINE.replace("shape: 0.243, rate: 4.414", "shape: 0.2 to 0.3, rate: 4 to 5").replace(
  "a: 0.793",
  "a: 0.7 to 0.9",
);
const tied = (...inputs: string[]): string =>
  `correlations:\n  - inputs: [${inputs.join(", ")}]\n    correlation: 0.5\n`;
const SHAPE = "customerBase.purchaseRate.shape";
const RATE = "customerBase.purchaseRate.rate";
const MARGIN = "economics.grossMargin";

const notesOf = async (own: string): Promise<readonly string[]> => {
  const base = `${RANGED}${tied(SHAPE, RATE)}`;
  return (await good(`schema: 1\nname: Own\nextends: base.yaml\n${own}`, { "base.yaml": base })).notes;
};

test("a list that lets inherited correlations go is noted, with both places and the inputs let go", async () => {
  expect(await notesOf(tied(MARGIN, SHAPE))).toEqual([
    "it.yaml:4: these correlations take the place of those in base.yaml:13: customerBase.purchaseRate.rate no longer hang together. Who wants both writes both here.",
  ]);
});

test("nothing is noted of a list that keeps them, that takes them back, or that is not there", async () => {
  expect(await notesOf(tied(MARGIN, RATE, SHAPE))).toEqual([]);
  expect(await notesOf("correlations: []\n")).toEqual([]);
  expect(await notesOf("")).toEqual([]);
});
