import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bgNbdLogLikelihood } from "#tenure/models/bgNbd.js";
import { bgNbdTotal } from "#tenure/models/bgNbdTotal.js";
import { countRenewals } from "#tenure/models/contracts.js";
import { gammaGammaLogLikelihood } from "#tenure/models/gammaGamma.js";
import { gammaGammaTotal } from "#tenure/models/gammaGammaTotal.js";
import { groupHistories } from "#tenure/models/histories.js";
import { mbgNbdLogLikelihood } from "#tenure/models/mbgNbd.js";
import { nbdLogLikelihood } from "#tenure/models/nbd.js";
import { nbdTotal } from "#tenure/models/nbdTotal.js";
import { paretoNbdLogLikelihood } from "#tenure/models/paretoNbd.js";
import { paretoNbdTotal } from "#tenure/models/paretoNbdTotal.js";
import { sbgLogLikelihood } from "#tenure/models/sbg.js";
import { sbgTotal } from "#tenure/models/sbgTotal.js";
import { spendRows } from "#tenure/models/spendHistories.js";

type Total = (parameters: Float64Array, gradient: Float64Array) => number;

const positive = fc.double({ min: Math.log(0.02), max: Math.log(50), noNaN: true }).map(Math.exp);

/** A customer: up to 300 purchases in up to 520 weeks; x = 0, t_x = 0 and t_x = T come up. */
const history = fc
  .record({
    x: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 300 })),
    T: fc.double({ min: 0.1, max: 520, noNaN: true }),
    part: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ x, T, part }) => ({ x, T, tx: x === 0 ? 0 : part * T }));

const histories = fc.array(history, { minLength: 1, maxLength: 4 });

const columns = (rows: readonly { x: number; tx: number; T: number }[]) =>
  groupHistories({
    x: rows.map(({ x }) => x),
    tx: rows.map(({ tx }) => tx),
    T: rows.map(({ T }) => T),
    customers: rows.map(() => 1),
  });

/** Slopes are those of the fourth-order difference of the values; both err by rounding in the value over the step. */
function expectSlopes(total: Total, parameters: readonly number[]): void {
  const gradient = new Float64Array(parameters.length);
  const value = total(Float64Array.from(parameters), gradient);
  expect(Number.isFinite(value)).toBe(true);
  parameters.forEach((parameter, at) => {
    const step = parameter * 2e-3;
    const moved = (steps: number): number => {
      const point = Float64Array.from(parameters);
      point[at] += steps * step;
      return total(point, new Float64Array(parameters.length));
    };
    const difference = (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * step);
    const allowed = 1e-7 * (1 + Math.abs(gradient[at] * parameter)) + 1e-11 * Math.abs(value);
    expect(Math.abs(difference - gradient[at]) * parameter).toBeLessThan(allowed * 10);
  });
}

const near = (left: number, right: number): void =>
  expect(Math.abs(left - right)).toBeLessThan(1e-10 * (1 + Math.abs(right)));

const MODELS = [
  [
    "BG/NBD",
    bgNbdLogLikelihood,
    (p: Float64Array, h: ReturnType<typeof columns>, g: Float64Array) => bgNbdTotal(p, h, 0, g),
  ],
  [
    "MBG/NBD",
    mbgNbdLogLikelihood,
    (p: Float64Array, h: ReturnType<typeof columns>, g: Float64Array) => bgNbdTotal(p, h, 1, g),
  ],
] as const;

describe("likelihoods of all customers are sums of those of one, and slope as their differences say", () => {
  it.each(MODELS)("%s", (_, one, all) => {
    fc.assert(
      fc.property(positive, positive, positive, positive, histories, (r, alpha, a, b, rows) => {
        const grouped = columns(rows);
        const sum = rows.reduce((total, { x, tx, T }) => total + one({ r, alpha, a, b }, x, tx, T), 0);
        near(all(Float64Array.of(r, alpha, a, b), grouped, new Float64Array(4)), sum);
        expectSlopes((p, g) => all(p, grouped, g), [r, alpha, a, b]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it("Pareto/NBD: an integral on one side, a hypergeometric function on the other", () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, histories, (r, alpha, s, beta, rows) => {
        const grouped = columns(rows);
        const sum = rows.reduce(
          (total, { x, tx, T }) => total + paretoNbdLogLikelihood({ r, alpha, s, beta }, x, tx, T),
          0,
        );
        near(paretoNbdTotal([r, alpha, s, beta], grouped, new Float64Array(4)), sum);
        expectSlopes((p, g) => paretoNbdTotal(p, grouped, g), [r, alpha, s, beta]);
      }),
      { numRuns: 150, seed: 12 },
    );
  });

  it("NBD", () => {
    fc.assert(
      fc.property(positive, positive, histories, (r, alpha, rows) => {
        const grouped = columns(rows);
        const sum = rows.reduce((total, { x, T }) => total + nbdLogLikelihood({ r, alpha }, x, T), 0);
        near(nbdTotal([r, alpha], grouped, new Float64Array(2)), sum);
        expectSlopes((p, g) => nbdTotal(p, grouped, g), [r, alpha]);
      }),
      { numRuns: 100, seed: 13 },
    );
  });

  it("Gamma-Gamma", () => {
    const spender = fc.record({ x: fc.integer({ min: 1, max: 300 }), meanSpend: positive });
    fc.assert(
      fc.property(positive, positive, positive, fc.array(spender, { minLength: 1, maxLength: 4 }), (p, q, v, some) => {
        const rows = spendRows({
          x: some.map(({ x }) => x),
          meanSpend: some.map(({ meanSpend }) => meanSpend),
          customers: some.map(() => 1),
        });
        const sum = some.reduce(
          (total, { x, meanSpend }) => total + gammaGammaLogLikelihood({ p, q, v }, x, meanSpend),
          0,
        );
        near(gammaGammaTotal([p, q, v], rows, new Float64Array(3)), sum);
        expectSlopes((point, g) => gammaGammaTotal(point, rows, g), [p, q, v]);
      }),
      { numRuns: 100, seed: 14 },
    );
  });

  it("shifted beta-geometric", () => {
    const losses = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(positive, positive, losses, fc.integer({ min: 1, max: 50 }), (a, b, lost, still) => {
        const counts = countRenewals({
          renewals: [...lost.keys(), lost.length],
          left: [...lost.map(() => 1), 0],
          customers: [...lost, still],
        });
        near(sbgTotal([a, b], counts, new Float64Array(2)), sbgLogLikelihood({ a, b }, lost, still));
        expectSlopes((p, g) => sbgTotal(p, counts, g), [a, b]);
      }),
      { numRuns: 100, seed: 15 },
    );
  });
});
