import { expect, test } from "vitest";
import { VALUE_GROUPS, VALUE_KINDS, valueOffset } from "#tenure/ledger/memberBooks.js";
import { VALUE_BINS } from "#tenure/ledger/valueBins.js";
import type { WorldReplicate } from "#tenure/study/measure.js";
import { MEMBER_GAP_MEASURES } from "#tenure/study/memberGap.js";
import { HandLedger } from "../../support/ledgers.ts";

/** Four customers over ten months, three of them members: 300 of margin theirs without the program, 330 with it, 40 the other's. */
const twin = new HandLedger(10).cohort(0, 0, { customers: 4, margin: 200 }).cohort(0, 9, { margin: 140 }).ledger;
const world = new HandLedger(10, 1, 0, 1)
  .cohort(0, 0, { customers: 4, margin: 200, enrolments: 3 })
  .cohort(0, 9, { margin: 170, rewardCost: 12, discount: 5, perkCost: 3 }).ledger;
const sum = valueOffset(VALUE_GROUPS.indexOf("dayOne"), VALUE_KINDS.indexOf("world"), VALUE_BINS);
world.cells[world.layout.value + sum] = 330 - 20;

const measured = (key: string, books = { ledger: world, twin }): unknown =>
  MEMBER_GAP_MEASURES.find((one) => one.key === key)?.of(books as unknown as WorldReplicate);

test("members against non-members, and against themselves without the program", () => {
  expect(measured("memberGap")).toBeCloseTo((330 / 3 - 40) / 10, 12);
  const [gap, others] = measured("memberGapRelative") as [number, number];
  expect(gap / others).toBeCloseTo(110 / 40 - 1, 12);
  expect(measured("memberGapCausal")).toEqual([30 / 10, 3]);
  const [naive, causal] = measured("memberGapRatio") as [number, number];
  expect(naive / causal).toBeCloseTo(7 / 1, 12);
});

test("without members, or without anybody else, there is nothing to compare", () => {
  const nobody = new HandLedger(10, 1, 0, 1).cohort(0, 0, { customers: 4, margin: 340 }).ledger;
  expect(measured("memberGap", { ledger: nobody, twin })).toBeNull();
  expect(measured("memberGapRatio", { ledger: nobody, twin })).toEqual([0, 0]);
  expect(measured("memberGapCausal", { ledger: nobody, twin })).toEqual([0, 0]);
});
