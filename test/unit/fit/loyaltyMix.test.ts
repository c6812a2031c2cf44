import { expect, test } from "vitest";
import { parse } from "yaml";
import { type BehaviourColumns, loyaltyMix } from "#tenure/fit/loyaltyMix.js";
import { TYPE_CELLS, TYPE_THRESHOLDS, typeCellOf } from "#tenure/fit/typeRule.js";
import { COLUMNS, isClosed, LogDesk, notes } from "../../support/logDesk.ts";

const desk = new LogDesk();
const LAST = Number.POSITIVE_INFINITY;

/** Customers: how often, how silent, share promoted, score. */
function columnsOf(customers: readonly (readonly [number, number, number, number])[]): BehaviourColumns {
  const [often, silent, promoted, score] = [0, 1, 2, 3].map((at) => Float64Array.from(customers, (one) => one[at]));
  return { often, silent, promoted, score };
}

test("the rule, cell by cell", () => {
  const values = Object.fromEntries(Object.entries(TYPE_THRESHOLDS).map(([name, { value }]) => [name, value])) as never;
  const typesOf = (often: number, silent: number, promoted: number | null): string[] =>
    Object.values(TYPE_CELLS[typeCellOf({ often, silent, promoted }, values)]);
  expect(typesOf(1, 3, 0.1)).toEqual(["value", "inertia"]);
  expect(typesOf(1, 3, 0.2)).toEqual(["trust", "inertia"]);
  expect(typesOf(1, 3, null)).toEqual(["trust", "inertia"]);
  expect(typesOf(1, 3, 0.5)).toEqual(["trust", "incentive"]);
  expect(typesOf(0.9, 1, 0.5)).toEqual(["latent", "price"]);
  expect(typesOf(5, 3.1, 0.4)).toEqual(["latent", "none"]);
});

test("with every attitude known a share has the error of a binomial one", () => {
  const { types, warnings } = loyaltyMix(
    columnsOf([[2, 1, 0, 1], [2, 1, 0, 0.2], [2, 1, 0.9, 0.2], [0.1, LAST, 0.9, 0.2], [0.1, LAST, 0, 1]]), // biome-ignore format: one list
    0,
    10,
  );
  expect(types.map(({ type, share }) => [type, share])).toEqual(
    ["inertia", "price", "incentive", "value", "latent"].map((type) => [type, 0.2]),
  );
  for (const { standardError } of types) expect(standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 5), 12);
  expect(warnings.join()).not.toContain("without a survey");
});

test("without a survey half of those who buy often are assumed attached, and the range says from none to all", () => {
  const { types, snippet, warnings } = loyaltyMix(
    columnsOf([
      ...Array(40).fill([2, 1, Number.NaN, Number.NaN]),
      ...Array(60).fill([0.1, LAST, Number.NaN, Number.NaN]),
    ]),
    7,
    null,
  );
  expect(types.map(({ type, share }) => [type, share])).toEqual([["inertia", 0.2], ["trust", 0.2], ["none", 0.6]]); // biome-ignore format: one list
  expect(parse(snippet).customerBase.loyaltyTypes.mix).toMatchObject({
    inertia: "uniform(0, 40)",
    trust: "uniform(0, 40)",
  });
  expect(warnings.join(" ")).toMatch(/cannot be seen in a log.*price, incentive and value.*7 of them/);
});

test("shares move with thresholds as far as customers lie between", () => {
  const { sensitivity, types } = loyaltyMix(columnsOf([[1.1, 1, 0, 1], [0.85, 1, 0, 1], [3, 1, 0, 0.7]]), 0, 10); // biome-ignore format: one list
  const often = sensitivity.find(({ threshold }) => threshold === "often");
  expect([often?.lower.value, often?.upper.value]).toEqual([2 / 3, 0]);
  const value = types.find(({ type }) => type === "value");
  expect([value?.share, value?.lowByRule, value?.highByRule]).toEqual([1 / 3, 0, 2 / 3]);
});

test("from a log: promotions as shares or words, scores on their scale, dirt counted", async () => {
  const row = (id: string, month: number, promoted: string, score: string): string =>
    `${id},2024-${String(month).padStart(2, "0")}-01,5,${promoted},${score}`;
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const rows = [
    ...months.map((month) => row("often", month, "0.8", month === 3 ? "4" : "")),
    ...months.map((month) => row("fond", month, "no", "10")),
    row("seldom", 1, "yes", "x"),
    row("seldom", 2, "1.5", "2"),
    row("new", 12, "", ""),
  ];
  const log = await desk.read(`id,date,total,p,s\n${rows.join("\n")}\n`, {
    columns: { ...COLUMNS, promoted: "p", survey: "s" },
    until: "2024-12-31",
  });
  expect(notes(log)).toMatchObject({ unreadablePromoted: 1, unreadableScore: 1 });
  expect([isClosed(log), log.program]).toEqual([true, null]);
  const mix = log.loyaltyTypes;
  expect([mix?.customers, mix?.tooShort, mix?.answered, mix?.scaleTop, mix?.hasPromoted]).toEqual([3, 1, 3, 10, true]);
  expect(mix?.types.filter(({ share }) => share > 0).map(({ type }) => type)).toEqual(["price", "incentive", "value"]);
  expect((await desk.read("id,date,total\n1,2024-01-01,5\n1,2024-02-01,6\n")).loyaltyTypes).toBeNull();
});
