import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import { describe, expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { drawPerson, Person } from "#tenure/engine/person.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { byCohort } from "#tenure/ledger/read.js";
import { expectedPurchases } from "#tenure/models/bgNbd.js";
import { paretoNbdPurchases, paretoNbdSurvival } from "#tenure/models/paretoNbd.js";
import { contractSurvival } from "#tenure/models/sbg.js";
import { compileLeaving } from "#tenure/plan/leaving.js";
import { oddsScaleOf } from "#tenure/plan/oddsScale.js";
import type { Plan } from "#tenure/plan/plan.js";
import { seedWords } from "#tenure/random/seed.js";
import type { AttritionOf, DrawnScenario } from "#tenure/scenario/scenario.js";
import { completeScenario } from "../support/completeScenario.ts";
import { livesOf, planOf } from "../support/lives.ts";
import { kolmogorovBound, kolmogorovDistance, momentsOf } from "../support/moments.ts";
import { binomialBand, inBand, zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const FALSE_ALARM = 1e-5;
const K = zForFalseAlarm(FALSE_ALARM);
const LUCK = { seed: seedWords("types"), replicate: 0 };

/** Those who buy often stay, those who buy seldom leave: the tie that makes more purchases of the same marginals. */
const MIX = {
  mix: { monopoly: 2, inertia: 3, price: 4, value: 1, none: 2 },
  noise: 0.6,
  traits: {
    monopoly: { purchaseRate: 1.6, leaving: 0.4, spend: 1 },
    inertia: { purchaseRate: 1.3, leaving: 0.7, spend: 0.9 },
    price: { purchaseRate: 1, leaving: 1.6, spend: 0.7 },
    value: { purchaseRate: 1.5, leaving: 0.5, spend: 2 },
    none: { purchaseRate: 0.4, leaving: 2, spend: 1.2 },
  },
} as const;
/** Listed types in the order of every book, with their shares and what they are like. */
const LISTED = (["monopoly", "inertia", "price", "value", "none"] as const).map((type) => ({
  share: MIX.mix[type] / 12,
  ...MIX.traits[type],
}));

const KINDS: Readonly<Record<string, AttritionOf<number>>> = {
  "after a purchase": { kind: "afterPurchase", a: 0.793, b: 2.426 },
  "over time": { kind: "overTime", shape: 0.6062, rate: 11.669 },
  "at renewals": { kind: "atRenewal", a: 0.7041, b: 1.182, everyMonths: 2 },
};

function scenarioOf(attrition: AttritionOf<number>, size: number, typed = true): DrawnScenario {
  return completeScenario({
    customerBase: { size, purchaseRate: { shape: 1.2, rate: 8 }, attrition, loyaltyTypes: typed ? MIX : null },
    horizon: { months: 18 },
  });
}

function booksOf(plan: Plan): readonly Ledger[] {
  const runner = new BlockRunner(plan, LUCK);
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  return runner.ledgers;
}

/** Who the customers are: type, and ranks of rate, leaving (before the odds are scaled) and mean basket, by the distributions. */
function peopleOf(attrition: AttritionOf<number>, count: number) {
  const scenario = scenarioOf(attrition, count);
  const { purchaseRate, spend } = scenario.customerBase;
  if (spend.kind !== "gammaGamma") throw new Error("expected Gamma-Gamma spend");
  const plan = planOf(scenario);
  // The same people with the leaving distribution as fitted.
  const base = { ...plan.base, ...compileLeaving(attrition, "week", 1) };
  const leavingRank = ({ leaving, notRenewing, lifetime }: Person): number =>
    attrition.kind === "overTime"
      ? paretoNbdSurvival({ r: 1, alpha: 1, s: attrition.shape, beta: attrition.rate }, lifetime / 7)
      : betainc(-Math.expm1(-leaving - notRenewing), attrition.a, attrition.b);
  const person = new Person(18);
  return Array.from({ length: count }, (_, ordinal) => {
    drawPerson(person, base, 0, base.cohorts[0], ordinal, LUCK);
    return {
      type: person.type,
      rate: gammainc(person.ratePerDay * base.rateParameterDays, purchaseRate.shape),
      leaving: leavingRank(person),
      basket: gammainc(person.spendLevel * base.spendRateMinor, spend.q, true, true),
    };
  });
}

describe("types order customers inside the fitted distributions", () => {
  const COUNT = 60_000;
  const people = peopleOf(KINDS["after a purchase"], COUNT);
  const bound = kolmogorovBound(COUNT, FALSE_ALARM);

  test.each(["rate", "leaving", "basket"] as const)("the marginal distribution of the %s is the fitted one", (what) => {
    expect(kolmogorovDistance(people.map((person) => person[what]))).toBeLessThan(bound);
  });

  test.each(["over time", "at renewals"])("that of leaving %s, too", (kind) => {
    const others = peopleOf(KINDS[kind], COUNT);
    expect(kolmogorovDistance(others.map(({ leaving }) => leaving))).toBeLessThan(bound);
  });

  test("a type by itself is not: the test would notice", () => {
    const monopoly = people.filter(({ type }) => type === 0).map(({ rate }) => rate);
    expect(kolmogorovDistance(monopoly)).toBeGreaterThan(2 * kolmogorovBound(monopoly.length, FALSE_ALARM));
  });

  test("there are as many of each type as the mix says", () => {
    LISTED.forEach(({ share }, at) => {
      const count = people.filter(({ type }) => type === at).length;
      expect(inBand(count, binomialBand(COUNT, share, FALSE_ALARM))).toBe(true);
    });
  });

  test.each([
    ["rate", "purchaseRate"],
    ["leaving", "leaving"],
    ["basket", "spend"],
  ] as const)("mean ranks of the %s follow the trait", (what, trait) => {
    const ranks = LISTED.map((_, at) =>
      momentsOf(people.filter(({ type }) => type === at).map((person) => person[what])),
    );
    LISTED.forEach((one, at) => {
      LISTED.forEach((other, beside) => {
        if (one[trait] <= other[trait]) return;
        const error = Math.hypot(ranks[at].error, ranks[beside].error);
        expect(ranks[at].mean - ranks[beside].mean).toBeGreaterThan(K * error);
      });
    });
  });
});

describe("the odds scale gives back the purchases of the fitted base", () => {
  const CUSTOMERS = 150_000;
  const DAYS = 546;
  const EXPECTED: Readonly<Record<string, number>> = {
    "after a purchase": expectedPurchases({ r: 1.2, alpha: 8, a: 0.793, b: 2.426 }, DAYS / 7),
    "over time": paretoNbdPurchases({ r: 1.2, alpha: 8, s: 0.6062, beta: 11.669 }, DAYS / 7),
    "at renewals": termDays(2, 18).reduce(
      (sum, days, term) => sum + ((1.2 / 8) * days * contractSurvival({ a: 0.7041, b: 1.182 }, term)) / 7,
      0,
    ),
  };

  /** Repeat purchases of a customer over the horizon. */
  function repeats(plan: Plan): number {
    const [books] = booksOf(plan);
    let purchases = -CUSTOMERS;
    for (let age = 0; age < 18; age++) purchases += byCohort(books, 0, age, "purchases");
    return purchases / CUSTOMERS;
  }

  /** Standard error of that: of the fitted base, times what the tie of rate and leaving can add. */
  function errorOf(attrition: AttritionOf<number>): number {
    const lives = livesOf(scenarioOf(attrition, 5000), "spread");
    const counts = lives.map(({ worlds: [twin] }) => twin.filter(({ kind }) => kind === "purchase").length - 1);
    return momentsOf(counts).error * Math.sqrt(5000 / CUSTOMERS);
  }

  test.each(Object.entries(KINDS))("%s", (name, attrition) => {
    const scenario = scenarioOf(attrition, CUSTOMERS);
    const plan = planOf(scenario);
    const error = errorOf(attrition);
    // Two in a thousand for the grid of cells the scale is solved on.
    expect(Math.abs(repeats(plan) - EXPECTED[name])).toBeLessThan(K * error + 0.002 * EXPECTED[name]);
    expect(oddsScaleOf(scenario)).toBeGreaterThan(1.1);

    // Without the scale types alone make more purchases than fitted, and this test sees it.
    const unscaled = { ...plan, base: { ...plan.base, ...compileLeaving(attrition, "week", 1) } };
    expect(repeats(unscaled) - EXPECTED[name]).toBeGreaterThan(2 * (K * error + 0.002 * EXPECTED[name]));
  });

  function termDays(term: number, months: number): number[] {
    const starts = planOf(scenarioOf(KINDS["at renewals"], 1)).monthStart;
    return Array.from({ length: months / term }, (_, at) => starts[(at + 1) * term] - starts[at * term]);
  }
});

describe("the scale is 1", () => {
  const scaleOf = (traits: object): number =>
    oddsScaleOf(
      completeScenario({ customerBase: { loyaltyTypes: { mix: { trust: 1, none: 1 }, traits: { trust: traits } } } }),
    );

  test("unless types differ in both, rate and leaving", () => {
    expect(scaleOf({ purchaseRate: 3 })).toBe(1);
    expect(scaleOf({ leaving: 0.3 })).toBe(1);
    expect(scaleOf({ purchaseRate: 3, leaving: 0.3 })).toBeGreaterThan(1);
    expect(scaleOf({ purchaseRate: 3, leaving: 3 })).toBeLessThan(1);
  });

  test("where leaving has no bearing on purchases", () => {
    const tied = { mix: { trust: 1, none: 1 }, traits: { trust: { purchaseRate: 3, leaving: 0.3 } } };
    const outlasting = completeScenario({
      customerBase: { attrition: { kind: "atRenewal", a: 1, b: 3, everyMonths: 12 }, loyaltyTypes: tied },
      horizon: { months: 12 },
    });
    expect(oddsScaleOf(outlasting)).toBe(1);
  });
});

test.each(Object.entries(KINDS))(
  "types that do not differ change no byte of any book: leaving %s",
  (_name, attrition) => {
    const neutral = { mix: { monopoly: 3, trust: 1, none: 1.7 } };
    const program = { response: { goalGradient: 0.6, rewardedBehaviour: 0.4, balanceAtStake: 0.5, halfWorth: 0.02 } };
    const scenario = completeScenario({
      customerBase: { size: 400, purchaseRate: { shape: 1.2, rate: 2 }, attrition, acquisition: { perMonth: 11 } },
      horizon: { months: 20 },
      program: { ...program, expiry: { kind: "rolling", months: 5 } },
    });
    const typed = completeScenario({
      ...scenario,
      customerBase: { ...scenario.customerBase, loyaltyTypes: neutral },
      program: { ...program, expiry: { kind: "rolling", months: 5 } },
    });
    const [plain, mixed] = [booksOf(planOf(scenario)), booksOf(planOf(typed))];
    plain.forEach((books, world) => {
      const other = mixed[world];
      expect(other.layout.types).toBe(3);
      expect([...other.cells.subarray(0, other.layout.type)]).toEqual([...books.cells.subarray(0, books.layout.type)]);
      expect([...other.cells.subarray(other.layout.vintageAge)]).toEqual([
        ...books.cells.subarray(books.layout.vintageAge),
      ]);
    });
    expect(livesOf(typed, 1)).toEqual(livesOf(scenario, 1));
  },
);
