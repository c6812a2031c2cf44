import { describe, expect, it } from "vitest";
import { DAY_ONE_COHORT, LAYER_FLOOR, PURPOSE } from "#tenure/random/address.js";
import { secondEngine } from "../../second/engine.ts";
import { type Draw, luckOf, type Words } from "../../second/luck.ts";
import { occasionsOf } from "../../second/occasions.ts";
import { tablesOf } from "../../second/tables.ts";
import { completeScenario, type PartialScenario } from "../../support/completeScenario.ts";
import { told } from "../../support/stated.ts";

/** The word at which an exponential quantile, as every distribution below is one, reads x. */
const wordOf = (x: number): number => Math.floor((1 - Math.exp(-x)) * 2 ** 32);

/** Words by "purpose index"; where none are stated the gap is so long that nothing happens any more. */
const luck =
  (words: Record<string, Words>): Draw =>
  ({ purpose, index }) =>
    words[`${purpose} ${index}`] ?? [0xffffffff, 0, 0, 0];

// Gamma of shape 1, and −log(1 − p) with p ~ Beta(1, 1), are exponential.
const scenario = completeScenario({
  horizon: { start: "2024-02", months: 2 },
  customerBase: {
    timeUnit: "week",
    purchaseRate: { shape: 1, rate: 10 },
    attrition: { a: 1, b: 1 },
    spend: { p: 1, q: 1, v: 20 },
  },
  program: {
    enrolment: { share: 0.3 },
    earn: { pointsPerUnit: 2 },
    rewards: [{ points: 100, faceValue: 10 }],
    response: { goalGradient: 1.2, halfWorth: 0.2 },
  },
});

const stated = luck({
  // Seven purchases in ten weeks: 0.1 a day; leaves at marks below 0.25; baskets are quantiles · 2000 / 2; never unlucky.
  [`${PURPOSE.person} 0`]: [wordOf(7), wordOf(0.25), wordOf(2), 0xffffffff],
  // Joins in the middle; basket $30: 60 points.
  [`${PURPOSE.person} 1`]: [2 ** 31, 0, wordOf(3), 0],
  [`${PURPOSE.acquisition} 0`]: [0, 0, 0, 0],
  // After 5 days, at height 0.5; a basket of $5; stays. Another 5 days later; $1; leaves.
  [`${PURPOSE.occasion} 0`]: [wordOf(0.5), 2 ** 31, wordOf(0.5), wordOf(0.26)],
  [`${PURPOSE.occasion} 1`]: [wordOf(0.5), 2 ** 30, wordOf(0.1), wordOf(0.24)],
  // Layer 1: after 8 days, at height 1.25.
  [`${PURPOSE.occasion + 1} 0`]: [wordOf(0.8), 2 ** 30, wordOf(1), 0],
  // Layer 2 is twice as wide: 2 a tenth of a day. After 4 days, at height 3.
  [`${PURPOSE.occasion + 2} 0`]: [wordOf(0.8), 2 ** 31, wordOf(1), 0],
});

describe("a life from stated words", () => {
  const options = { seed: 0, replicate: 0, ordinals: [0], draw: stated };
  const [dayOne] = secondEngine(scenario, options);

  it("reads the person", () => {
    expect(dayOne.facts.ratePerDay).toBeCloseTo(0.1, 6);
    expect(dayOne.facts.leavingPropensity).toBeCloseTo(0.25, 6);
    expect(dayOne.facts.spendLevel).toBeCloseTo(0.001, 8);
    expect(dayOne.facts.willing).toBe(true);
    // $50 for a reward of $10 is worth 0.2: half, with half a worth at 0.2. Reached after 50 days.
    expect(dayOne.facts.later.worth).toEqual([expect.closeTo(0.5, 12)]);
    expect(dayOne.facts.cohortKey).toBe(DAY_ONE_COHORT);
  });

  it("meets the occasions of all layers in order of time", () => {
    const rounded = dayOne.world.map((event) => ({ ...event, time: Number(event.time.toFixed(3)) }));
    expect(told(rounded)).toEqual([
      "0 join = 0",
      "0 purchase kept 3000 margin 900 = 0",
      "0 enrol = 0",
      "0 issue kept 60 lot 0 = 60",
      // Day 4 at height 3: the multiplier is 1 + 1.2 · 0.5 · 0.6 = 1.36.
      "5 purchase kept 500 margin 150 = 60",
      "5 issue kept 10 lot 0 = 70",
      // 1 + 1.2 · 0.5 · 0.7 = 1.42 lies above 1.25.
      "8 purchase lifted 1000 margin 300 = 70",
      "8 issue lifted 20 lot 0 = 90",
      "10 purchase kept 100 margin 30 = 90",
      "10 issue kept 2 lot 0 = 92",
      "10 leave = 92",
      "29 close member gone: kept 72 lifted 20 = 92",
      "60 close member gone: kept 72 lifted 20 = 92",
    ]);
  });

  it("lets newcomers join inside their month", () => {
    const [newcomer] = secondEngine(scenario, { ...options, cohort: 1 });
    expect(newcomer.facts.joinedAt).toBeCloseTo(29 + 15.5, 6);
    // March 2024 is 650 months after January 1970.
    expect(newcomer.facts.cohortKey).toBe(650);
    expect(newcomer.world.filter((event) => event.kind === "close").map((event) => event.month)).toEqual([1]);
  });
});

describe("another customer base, from the same words", () => {
  const life = (customerBase: NonNullable<PartialScenario["customerBase"]>, words: Record<string, Words>) => {
    const other = completeScenario({
      horizon: { start: "2024-02", months: 2 },
      customerBase: { timeUnit: "week", purchaseRate: { shape: 1, rate: 10 }, ...customerBase },
    });
    const draw = luck({
      [`${PURPOSE.person} 0`]: [wordOf(7), wordOf(0.25), wordOf(2), 0],
      [`${PURPOSE.person} 1`]: [0, 0, wordOf(3), 0],
      [`${PURPOSE.occasion} 0`]: [wordOf(3.5), 2 ** 31, 0x80000000, wordOf(9)],
      ...words,
    });
    return secondEngine(other, { seed: 0, replicate: 0, ordinals: [0], draw })[0];
  };

  it("leaves over time after the mark over the rate of leaving", () => {
    // μ = 0.25 / (2 weeks) = 1/56 a day; a mark of 0.5 lasts 28 days, one of 0.7 lasts 39.2.
    const attrition = { kind: "overTime", shape: 1, rate: 2 } as const;
    const mark = (x: number) => ({ [`${PURPOSE.person} 2`]: [0, wordOf(x), 0, 0] as const });
    const gone = life({ attrition }, mark(0.5));
    expect(gone.facts.lifetime).toBeCloseTo(28, 4);
    expect(gone.facts.leavingPropensity).toBe(0);
    // The occasion on day 35 is no longer theirs.
    expect(gone.twin.map(({ kind }) => kind)).toEqual(["join", "purchase", "leave", "close", "close"]);
    const later = life({ attrition }, mark(0.7));
    expect(later.twin.map(({ kind }) => kind)).toEqual(["join", "purchase", "close", "purchase", "leave", "close"]);
  });

  it("leaves at the renewal whose mark is below −log(1 − θ)", () => {
    const attrition = { kind: "atRenewal", a: 1, b: 1, everyMonths: 1 } as const;
    const marks = (first: number, second: number) => ({
      [`${PURPOSE.renewal} 1`]: [wordOf(first), 0, 0, 0] as const,
      [`${PURPOSE.renewal} 2`]: [wordOf(second), 0, 0, 0] as const,
    });
    const kinds = (first: number, second: number) =>
      life({ attrition }, marks(first, second)).twin.map(({ kind }) => kind);
    expect(kinds(0.24, 9)).toEqual(["join", "purchase", "leave", "close", "close"]);
    expect(kinds(0.26, 0.24)).toEqual(["join", "purchase", "close", "purchase", "leave", "close"]);
    expect(kinds(0.26, 0.26)).toEqual(["join", "purchase", "close", "purchase", "close"]);
  });

  it("spends around a mean of its own, at the prices of the month", () => {
    // The medians: half of customers divide by more than e^(σ²/2), half of baskets are below e^(−σ²/2); ln(1 + 1) = 0.6931.
    const spend = { kind: "lognormal", mean: 20, cvBetween: 1, cvWithin: 1 } as const;
    const words = { [`${PURPOSE.person} 0`]: [wordOf(7), 0, 0x80000000, 0] as const };
    const flat = life({ spend, attrition: { kind: "overTime", shape: 1, rate: 1e6 } }, words);
    const median = Math.exp(-Math.LN2 / 2);
    expect(flat.facts.meanBasket).toBeCloseTo(2000 * median, 3);
    const basket = (one: typeof flat): number =>
      one.twin.flatMap((event) => (event.kind === "purchase" ? event.amount : []))[1];
    expect(basket(flat)).toBe(Math.round(2000 * median * median));
    const dearer = life({ spend, growth: { prices: 1 }, attrition: { kind: "overTime", shape: 1, rate: 1e6 } }, words);
    // March is a month later: 2^(1/12).
    expect(basket(dearer)).toBe(Math.round(2000 * median * median * 2 ** (1 / 12)));
  });
});

describe("the generator's luck", () => {
  const ordinals = Array.from({ length: 4000 }, (_, ordinal) => ordinal);
  const quick = { horizon: { start: "2024-01", months: 1 } };

  it.each([
    [0.4, 0],
    [0.4, 0.5],
    [0.85, -0.7],
    [0.1, 1],
    [0, 0.5],
    [1, -1],
  ])("makes a share of %d willing at selection %d", (share, selection) => {
    const selecting = completeScenario({ ...quick, program: { enrolment: { share, selection } } });
    const lives = secondEngine(selecting, { seed: "enrolment", replicate: 0, ordinals });
    const willing = lives.filter(({ facts }) => facts.willing);
    // Five standard errors: a false alarm in about two million.
    expect(Math.abs(willing.length / 4000 - share)).toBeLessThanOrEqual(5 * Math.sqrt((share * (1 - share)) / 4000));
    if (selection === 1) {
      const least = Math.min(...willing.map(({ facts }) => facts.ratePerDay));
      const others = lives.filter(({ facts }) => !facts.willing);
      expect(Math.max(...others.map(({ facts }) => facts.ratePerDay))).toBeLessThan(least);
    }
  });

  it("offers occasions at the rate of each layer's span, at heights all over it", () => {
    const draw = luckOf(1, 0);
    const tables = tablesOf(scenario.customerBase);
    const occasions = ordinals.slice(0, 200).flatMap((ordinal) =>
      occasionsOf({
        tables,
        words: (place) => draw({ ...place, cohortKey: DAY_ONE_COHORT, ordinal }),
        joinedAt: 10,
        ratePerDay: 0.25,
        horizonEnd: 110,
        basketOf: () => 0,
      }),
    );
    for (let layer = 0; layer < 5; layer++) {
      const [floor, ceiling] = [LAYER_FLOOR[layer], LAYER_FLOOR[layer + 1]];
      const heights = occasions.map(({ height }) => height).filter((height) => height >= floor && height < ceiling);
      const expected = 200 * 0.25 * 100 * (ceiling - floor);
      // Five standard errors each: a false alarm in about two million.
      expect(Math.abs(heights.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
      const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
      const error = (ceiling - floor) / Math.sqrt(12 * heights.length);
      expect(Math.abs(mean - (floor + ceiling) / 2)).toBeLessThan(5 * error);
    }
  });

  it("gives the same life whoever else is asked for, another one in another replicate", () => {
    const alone = secondEngine(completeScenario({ program: {} }), { seed: 5, replicate: 3, ordinals: [17] });
    const among = secondEngine(completeScenario({ program: {} }), { seed: "5", replicate: 3, ordinals: [3, 17, 18] });
    const other = secondEngine(completeScenario({ program: {} }), { seed: 5, replicate: 4, ordinals: [17] });
    expect(alone[0]).toEqual(among[1]);
    expect(alone[0].facts.ratePerDay).not.toBe(other[0].facts.ratePerDay);
  });
});
