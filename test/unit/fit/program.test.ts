import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { GroupedSums } from "#tenure/fit/grouped.js";
import { LotBook } from "#tenure/fit/lotBook.js";
import { scenario } from "#tenure/index.js";
import { COLUMNS, isClosed, LogDesk, notes } from "../../support/logDesk.ts";
import { effectsOf } from "../../support/programLogs.ts";

const desk = new LogDesk();
const PROGRAM = { ...COLUMNS, member: "m", pointsEarned: "e", pointsRedeemed: "r", reward: "rw", tier: "t" };
const HEAD = "id,date,total,m,e,r,rw,t\n";

/** A member from the first day, one from March on, and somebody who is none. */
const LOG = `${HEAD}a,2024-01-05,10,1,10,0,,Base
a,2024-01-20,10,1,10,0,,Base
a,2024-02-10,10,1,10,20,Mug,Gold
a,2024-03-01,10,1,5,0,,Gold
b,2024-01-10,8,0,0,0,,
b,2024-02-10,8,no,,,,
b,2024-03-10,8,yes,8,0,,Base
c,2024-02-01,5,0,0,0,,
c,2024-03-31,5,,0,0,,
`;
const read = (text: string, options: object = {}): ReturnType<typeof desk.read> =>
  desk.read(text, { columns: PROGRAM, until: "2024-03-31", pointsExpire: 1, ...options });

describe("a log of nine rows, counted on paper", () => {
  test("points by the month they were earned in: the earliest first, lapsed by rule", async () => {
    const { points } = effectsOf(await read(LOG));
    expect(points?.vintages.map(({ redemptionRate, ...one }) => ({ ...one, rate: redemptionRate.value }))).toEqual([
      { month: "2024-01", issued: 20, redeemed: 20, expired: 0, outstanding: 0, isClosed: true, rate: 1 },
      { month: "2024-02", issued: 10, redeemed: 0, expired: 10, outstanding: 0, isClosed: true, rate: 0 },
      // Of 20 and 10 points held when they were a month old, 20 were redeemed.
      {
        ...{ month: "2024-03", issued: 13, redeemed: 0, expired: 0, outstanding: 13, isClosed: false },
        rate: expect.closeTo(2 / 3, 12),
      },
    ]);
    expect(points?.ultimateRedemptionRate.value).toBeCloseTo(2 / 3, 12);
    expect(points?.breakage.value).toBeCloseTo(1 / 3, 12);
  });

  test("without a rule of expiry nothing lapses, and it says so", async () => {
    const { points, warnings } = effectsOf(await read(LOG, { pointsExpire: undefined }));
    expect(points?.vintages.map(({ outstanding, isClosed: closed }) => [outstanding, closed])).toEqual([
      [0, true],
      [10, false],
      [13, false],
    ]);
    expect(points?.ultimateRedemptionRate.value).toBeNull();
    expect(warnings.join()).toContain("--points-expire");
  });

  test("enrolment, chances to redeem, tiers, weeks around the reward and the naive gap", async () => {
    const effects = effectsOf(await read(LOG));
    const { enrolment, redemption, tiers, aroundRedemption, naive } = effects;
    expect([effects.customers, effects.members, effects.launch]).toEqual([3, 2, "2024-01-05"]);
    expect([enrolment.share.value, enrolment.atOnce.value, enrolment.delayDays.value]).toEqual([2 / 3, 0.5, 30]);
    expect(enrolment.byMonth.map(({ enrolments }) => enrolments)).toEqual([1, 0, 1]);
    expect(redemption?.rewards).toEqual([{ name: "Mug", points: 20, redemptions: 1 }]);
    expect(redemption?.byBalance.map(({ occasions, redemptions }) => [occasions, redemptions])).toEqual(
      [[3, 0], [1, 0], [0, 0], [1, 1], [0, 0], [0, 0], [0, 0]], // biome-ignore format: one list
    );
    expect(redemption?.probability.value).toBe(0.5);
    expect(tiers.map(({ month, tier, members }) => `${month} ${tier} ${members}`)).toEqual([
      ...["2024-01 Base 1", "2024-01 Gold 0", "2024-02 Base 0", "2024-02 Gold 1", "2024-03 Base 1", "2024-03 Gold 1"],
    ]);
    const seen = aroundRedemption?.weeks.filter(({ redemptions }) => redemptions > 0).map(({ week }) => week);
    expect(seen).toEqual([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7]);
    expect(aroundRedemption?.weeks.filter(({ purchases }) => (purchases.value ?? 0) > 0)).toMatchObject([
      { week: -3, purchases: { value: 1 } },
      { week: 3, purchases: { value: 1 } },
    ]);
    expect(naive.purchaseRatio.value).toBeCloseTo(7 / 169 / (2 / 60), 12);
    expect(naive.memberSpend.value).toBeCloseTo((64 / 169) * 30, 12);
    expect(naive.otherSpend.value).toBeCloseTo((10 / 60) * 30, 12);
  });

  test("waits on the way between two rewards, against those of its first quarter", async () => {
    // From the reward on the 1st: 0, 2, 4 and 6 of 8 points, after 4, 3, 2 and 1 days the next occasion.
    const way = ["01,8,8", "05,2,0", "08,2,0", "10,2,0", "11,2,8"].map(
      (row) => `a,2024-01-${row.split(",")[0]},1,1,${row.split(",").slice(1).join()},Mug,`,
    );
    const { goalGradient } = effectsOf(await read(`${HEAD}${way.join("\n")}\nz,2024-03-01,1,0,,,,\n`));
    expect(goalGradient.map(({ ways, wait, firstWait }) => [ways, wait.value, firstWait.value])).toEqual([
      [1, 4, 4],
      [1, 3, 4],
      [1, 2, 4],
      [1, 1, 4],
    ]);
    expect(goalGradient.map(({ hazardRatio }) => hazardRatio.value)).toEqual([1, 4 / 3, 2, 4]);
  });

  test("what it suggests is a program that a scenario takes", async () => {
    const { snippet } = effectsOf(await read(LOG));
    const { program } = parse(snippet);
    expect(program).toMatchObject({ redemption: { probability: 0.5 }, expiry: { rolling: 1 } });
    const rewards = [{ name: "Mug", points: 20, faceValue: 3, unitCost: 1 }];
    const built = scenario({
      ...{ schema: 1, name: "Built", horizon: { start: "2024-01", months: 12 }, economics: { grossMargin: 0.5 } },
      customerBase: {
        ...{ size: 100, timeUnit: "month", purchaseRate: { shape: 1, rate: 1 } },
        attrition: { kind: "afterPurchase", a: 1, b: 9 },
        spend: { kind: "lognormal", mean: 5, cvBetween: 0.3, cvWithin: 0.3 },
      },
      program: { kind: "points", earn: { pointsPerUnit: 1 }, rewards, ...program },
    } as never);
    expect(built.program?.redemption.probability).toBe(0.5);
  });
});

describe("dirt in the columns of a program", () => {
  test("is counted, listed and never silent; the purchases count", async () => {
    const log = await read(
      `${HEAD}a,2024-01-01,5,1,ten,0,,\na,2024-01-02,5,1,10,0,,\na,2024-01-03,5,1,-4,0,,\na,2024-01-04,5,1,0,-3,,\n` +
        "a,2024-01-05,5,1,0,9,Mug,\nb,2024-01-05,5,0,7,2,,\nb,2024-02-05,5,0,0,0,,\n",
    );
    expect(notes(log)).toMatchObject({
      unreadablePoints: 1,
      pointsTakenBack: 1,
      negativeRedeemed: 1,
      pointsWithoutMember: 1,
      redeemedTooMuch: 1,
    });
    expect(log.book.noted.filter(({ key }) => key === "unreadablePoints")[0].examples).toEqual([
      { line: 2, column: "e", got: "ten" },
    ]);
    expect([isClosed(log), log.book.rowsUsed, log.purchaseDays]).toEqual([true, 7, 7]);
    // 10 earned, 4 taken back, 6 of 9 redeemed were there.
    expect(effectsOf(log).points?.vintages[0]).toMatchObject({ issued: 6, redeemed: 6, outstanding: 0 });
  });

  test("points redeemed that are all negative are read as positive", async () => {
    const log = await read(LOG.replace(",10,20,Mug", ",10,-20,Mug"));
    expect(notes(log).negativeRedeemed).toBeUndefined();
    expect(effectsOf(log).redemption?.rewards[0]).toEqual({ name: "Mug", points: 20, redemptions: 1 });
  });

  test("rows set aside carry no points; a log without members says nothing about a program", async () => {
    const log = await read(`${LOG}a,2024-02-30,10,1,99,0,,\n`);
    expect(effectsOf(log).points?.vintages[1].issued).toBe(10);
    expect((await read(LOG.replaceAll(",1,", ",0,").replace("yes", "no"))).program).toBeNull();
    expect((await desk.read(LOG)).program).toBeNull();
  });

  test("without a column of members points tell who is one", async () => {
    const { member: _, ...columns } = PROGRAM;
    expect(effectsOf(await read(LOG, { columns })).members).toBe(2);
  });

  test("columns and options that cannot be are refused with their names", async () => {
    await expect(read(LOG, { columns: { ...PROGRAM, tier: "T" } })).rejects.toThrow(
      /tier: expected a column of the log/,
    );
    const { pointsRedeemed: _, ...columns } = PROGRAM;
    await expect(read(LOG, { columns })).rejects.toThrow(/reward: expected a column of points redeemed/);
    for (const pointsExpire of [0, 1.5, -1, Number.NaN])
      await expect(read(LOG, { pointsExpire })).rejects.toThrow(/pointsExpire: expected whole months/);
  });
});

test("lots: the earliest is spent, the latest taken back, what is not there is said", () => {
  const lots = new LotBook();
  const moved: [number, number][] = [];
  const on = (points: number, month: number): void => void moved.push([points, month]);
  lots.earn(5, 0);
  lots.earn(5, 1);
  lots.earn(5, 1);
  expect(lots.spend(7, on)).toBe(0);
  expect(lots.takeBack(3, on)).toBe(0);
  lots.expire(1, on);
  expect(lots.spend(2, on)).toBe(2);
  expect([moved, lots.balance]).toEqual([[[5, 0], [2, 1], [3, 1], [5, 1]], 0]); // biome-ignore format: one list
});

test("leaving out a group of one at a time gives the standard error of a mean", () => {
  const sums = new GroupedSums(2);
  const values = Array.from({ length: 50 }, (_, at) => (at * 7) % 11);
  values.forEach((value, customer) => {
    sums.add(customer, 0, value);
    sums.add(customer, 1, 1);
  });
  const mean = values.reduce((sum, one) => sum + one) / 50;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 49;
  const { value, standardError } = sums.ratio(0, 1);
  expect(value).toBeCloseTo(mean, 12);
  expect(standardError).toBeCloseTo(Math.sqrt(variance / 50), 12);
  expect(sums.ratio(1, 0).value).toBeCloseTo(1 / mean, 12);
  expect(new GroupedSums(2).ratio(0, 1).value).toBeNull();
});
