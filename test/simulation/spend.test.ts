import { expect, test } from "vitest";
import { normalCdf } from "#tenure/math/normal.js";
import { completeScenario } from "../support/completeScenario.ts";
import { livesOf } from "../support/lives.ts";
import { kolmogorovBound, kolmogorovDistance, momentsOf } from "../support/moments.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const FALSE_ALARM = 1e-5;
const K = zForFalseAlarm(FALSE_ALARM);
const CUSTOMERS = 60_000;
const MEAN = 80;

function basketsOf(cvBetween: number, cvWithin: number): number[][] {
  const scenario = completeScenario({
    customerBase: {
      size: CUSTOMERS,
      purchaseRate: { shape: 30, rate: 90 },
      attrition: { kind: "atRenewal", a: 1, b: 1, everyMonths: 12 },
      spend: { kind: "lognormal", mean: MEAN, cvBetween, cvWithin },
    },
    horizon: { months: 2 },
  });
  return livesOf(scenario, "spend").map(({ worlds: [twin] }) =>
    twin.filter(({ kind }) => kind === "purchase").map(({ amount }) => amount / 100),
  );
}

test.each([
  [0.7, 0.4],
  [0.2, 1.1],
])(
  "lognormal spend has the mean and the coefficients of variation stated: %f between, %f within",
  (between, within) => {
    const baskets = basketsOf(between, within);
    const { mean, error } = momentsOf(baskets.map(([first]) => first));
    expect(Math.abs(mean - MEAN)).toBeLessThan(K * error);

    const pairs = baskets.filter(({ length }) => length > 1);
    expect(pairs.length).toBeGreaterThan(CUSTOMERS / 2);
    // Half the squared difference of two baskets of a customer is their variance around the customer's own mean, without bias.
    const own = momentsOf(pairs.map(([first, second]) => (first - second) ** 2 / 2));
    expect(Math.abs(own.mean - MEAN ** 2 * (1 + between ** 2) * within ** 2)).toBeLessThan(K * own.error);
    // Their product is the square of that mean.
    const shared = momentsOf(pairs.map(([first, second]) => first * second));
    expect(Math.abs(shared.mean - MEAN ** 2 * (1 + between ** 2))).toBeLessThan(K * shared.error);
  },
);

test("logarithms of lognormal baskets are normal", () => {
  const [between, within] = [0.7, 0.4];
  const variance = Math.log((1 + between ** 2) * (1 + within ** 2));
  const uniforms = basketsOf(between, within).map(([first]) =>
    normalCdf((Math.log(first / MEAN) + variance / 2) / Math.sqrt(variance)),
  );
  // Baskets are rounded to cents, which moves a distribution function by less than its density times half a cent.
  expect(kolmogorovDistance(uniforms)).toBeLessThan(kolmogorovBound(CUSTOMERS, FALSE_ALARM) + 1e-4);
});

test("without variation everybody always spends the mean", () => {
  expect(new Set(basketsOf(0, 0).flat())).toEqual(new Set([MEAN]));
});
