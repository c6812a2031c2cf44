import { expect, test } from "vitest";
import { sampleLog } from "#tenure/fit/sampleLog.js";
import { fitPurchases } from "#tenure/index.js";
import { madeUpLog } from "../../support/fitReports.ts";
import { generateHistories, luckOf } from "../../support/histories.ts";
import { zForFalseAlarm } from "../../support/statistics.ts";

const sum = (column: ArrayLike<number>): number => Array.from(column).reduce((total, one) => total + one, 0);
const CUSTOMERS = 8000;
const LEFT = 2000;

/** A log of generated customers, in order of their histories as a log is. */
function generatedLog(): ReturnType<typeof madeUpLog> {
  const story = { kind: "afterPurchase", model: { r: 0.6, alpha: 5, a: 0.8, b: 2.5 }, atFirst: false } as const;
  const { x, tx, T } = generateHistories(story, CUSTOMERS, luckOf(1));
  const order = Array.from({ length: CUSTOMERS }, (_, row) => row).sort(
    (one, other) => x[one] - x[other] || tx[one] - tx[other] || T[one] - T[other],
  );
  const column = (values: ArrayLike<number>): Float64Array => Float64Array.from(order, (row) => values[row]);
  const log = madeUpLog({ heldFrom: null });
  const histories = { x: column(x), tx: column(tx), T: column(T), later: new Float64Array(CUSTOMERS) };
  const customers = new Float64Array(CUSTOMERS).fill(1);
  return { ...log, customers: CUSTOMERS, whole: { ...log.whole, histories: { ...histories, customers } } };
}

test("every so-many-th customer gives the same fit within its errors, which are those of so few", () => {
  const log = generatedLog();
  const { log: sampled, customers } = sampleLog(log, LEFT);
  expect(customers).toBe(LEFT);
  const [all, some] = [log, sampled].map(({ whole }) => fitPurchases("bgNbd", whole.histories));
  // At most the errors of independent samples; a right program fails with a probability of 1e-5 at most.
  const most = zForFalseAlarm(1e-5);
  for (const name of some.names) {
    expect(Math.abs(some.parameters[name] - all.parameters[name]) / some.standardErrors[name]).toBeLessThan(most);
    const growth = some.standardErrors[name] / all.standardErrors[name] / Math.sqrt(CUSTOMERS / LEFT);
    expect(growth).toBeGreaterThan(0.8);
    expect(growth).toBeLessThan(1.25);
  }
});

test("customers who share a row are taken in proportion", () => {
  const log = madeUpLog({ customers: 90 });
  const customers = Float64Array.from(log.whole.histories.x, (_, row) => 1 + (row % 7));
  const many = { ...log, whole: { ...log.whole, histories: { ...log.whole.histories, customers } } };
  const { histories } = sampleLog(many, 40).log.whole;
  expect(sum(histories.customers)).toBe(40);
  expect(histories.customers.every((count) => Number.isInteger(count) && count > 0)).toBe(true);
  const whole = sum(customers.map((count, row) => count * many.whole.histories.x[row])) / sum(customers);
  const left = sum(histories.customers.map((count, row) => count * histories.x[row])) / 40;
  expect(Math.abs(left - whole)).toBeLessThan(Math.max(...many.whole.histories.x) / 5);
});

test("a log with few histories stays as it is", () => {
  const log = madeUpLog();
  expect(sampleLog(log)).toEqual({ log, customers: null });
});
