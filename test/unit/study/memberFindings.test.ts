import { expect, test } from "vitest";
import { type Ledger, layBooks, openLedger } from "#tenure/ledger/books.js";
import { CAUSE, type Cause } from "#tenure/ledger/cause.js";
import { rewardDayOffset, rewardReachOffset, valueOffset } from "#tenure/ledger/memberBooks.js";
import { VALUE_BINS, valueBinOf } from "#tenure/ledger/valueBins.js";
import { findMembers } from "#tenure/study/memberFindings.js";
import { MemberSums } from "#tenure/study/memberSums.js";

/** Books of members worth so much over their twins, who are worth 10.00 each; and of purchases around rewards. */
function books(
  differences: readonly number[],
  rewards: readonly (readonly [before: number, after: number])[],
  purchases: readonly (readonly [day: number, cause: Cause, count: number])[],
): Ledger {
  const ledger = openLedger(layBooks(3, 1, 0, 0));
  const { layout, cells } = ledger;
  for (const difference of differences) {
    for (const [kind, amount] of [difference, 1000 + difference, 1000].entries()) {
      cells[layout.value + valueOffset(0, kind, valueBinOf(amount))]++;
      cells[layout.value + valueOffset(0, kind, VALUE_BINS)] += amount;
    }
  }
  for (const [before, after] of rewards) {
    cells[layout.rewardReach + rewardReachOffset(0, before)]++;
    cells[layout.rewardReach + rewardReachOffset(1, after)]++;
  }
  for (const [day, cause, count] of purchases) cells[layout.rewardDay + rewardDayOffset(day, CAUSE[cause])] += count;
  return ledger;
}

function found(...replicates: readonly Ledger[]): NonNullable<ReturnType<typeof findMembers>> {
  const members = new MemberSums();
  for (const ledger of replicates) members.add(ledger);
  const reading = { minorPerUnit: 100, ranged: false, sampleShare: 1, level: 0.95 };
  const findings = findMembers({ members, replicates: replicates.length }, 10, reading);
  if (findings === null) throw new Error("nothing found of members");
  return findings;
}

test("members rise and fall by more than little", () => {
  const { value } = found(books([-250, -40, 0, 9], [], []), books([-10, -9, 0, 1500], [], []));
  // A hundredth of 10.00 is 0.10, where a change begins to count: 3 of 8 members fall by so much, 1 rises.
  expect(value.smallChange).toBe(0.1);
  expect([value.falling.value, value.rising.value]).toEqual([3 / 8, 1 / 8]);
  expect(value.members).toBe(40);
  expect(value.mean.value).toBeCloseTo(12 / 8, 12);
  expect([value.twinMean, value.worldMean]).toEqual([10, 11.5]);
  expect(value.bins.reduce((sum, { difference }) => sum + difference, 0)).toBe(40);
  expect(value.bins[0]).toEqual({ from: -2.99, to: -2, difference: 5, world: 0, twin: 0 });
  expect(value.bins.find(({ from }) => from === 10)).toMatchObject({ to: 19.99, difference: 5, twin: 40 });
});

test("half of the members are worth no more over their twins than the median", () => {
  expect(found(books([-300, -300, -300, 0], [], [])).value.median).toBeCloseTo(-(499 - (199 * 2) / 3) / 100, 12);
  expect(found(books([-300, 0, 0, 0, 20], [], [])).value.median).toBe(0);
});

test("days around rewards count the rewards they are seen of, of this world and of the twin", () => {
  const { rewards } = found(
    books(
      [5],
      [
        [60, 2],
        [1, 60],
      ],
      [
        [-1, "kept", 3],
        [-1, "lifted", 1],
        [-1, "forgone", 2],
        [0, "kept", 1],
        [0, "retained", 1],
        [2, "retained", 1],
        [3, "lost", 1],
      ],
    ),
  );
  const day = (at: number) => rewards?.days.find((row) => row.day === at);
  expect([rewards?.rewards, rewards?.sampled]).toEqual([20, 2]);
  expect(day(-1)).toMatchObject({
    rewards: 20,
    world: { value: 2 },
    twin: { value: 2.5 },
    difference: { value: -0.5 },
  });
  expect(day(-2)).toMatchObject({ rewards: 10, world: { value: 0 }, twin: { value: 0 } });
  expect(day(0)).toMatchObject({ world: { value: 1 }, twin: { value: 0.5 } });
  expect(day(2)).toMatchObject({ rewards: 20, world: { value: 0.5 }, twin: { value: 0 } });
  expect(day(3)).toMatchObject({ rewards: 10, world: { value: 0 }, twin: { value: 1 } });
  // Before: days seen 2 and 13 times 1.
  expect(rewards?.before.world.value).toBeCloseTo(4 / 15, 12);
  expect(rewards?.before.rise.value).toBeCloseTo(4 / 5 - 1, 12);
});

test("nobody rewarded, and nobody a member, are told apart", () => {
  expect(found(books([5], [], [])).rewards).toBeNull();
  expect(
    findMembers({ members: null, replicates: 1 }, 1, { minorPerUnit: 1, ranged: false, sampleShare: 1 }),
  ).toBeNull();
});
