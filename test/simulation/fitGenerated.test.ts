import { expect, test } from "vitest";
import { fitCustomerBase } from "#tenure/fit/fitCustomerBase.js";
import { type Fit, generateLog, load, override } from "#tenure/index.js";
import { isClosed, LogDesk } from "../support/logDesk.ts";

const desk = new LogDesk();

/**
 * Six intervals at z = 4.4: a false alarm once in some 15,000 seeds. Purchases of one day merge, which moves rates of 0.05 a week by less than
 * a tenth of a standard error at this size.
 */
const Z = 4.4;

test("fitting the log of the CDNOW base recovers its parameters", async () => {
  const { scenario } = await load("scenarios/cdnow/no-program.yaml");
  const parts: string[] = [];
  for await (const part of generateLog(override(scenario, { horizon: { months: 18 } }), { customers: 4000 }))
    parts.push(part);
  const log = await desk.read(parts.join(""), {
    columns: { customer: "customer", date: "date", amount: "total" },
    until: "1998-06-30",
    holdout: "1997-12-31",
  });
  expect(isClosed(log)).toBe(true);
  expect(log.book.rowsRead).toBe(parts.join("").split("\n").length - 2);
  expect(log.customers).toBe(4000);
  const { choice, fit: purchases, spend } = fitCustomerBase(log, { model: "bgNbd", starts: 2 });
  const truths: Readonly<Record<string, number>> = {
    r: 0.243,
    alpha: 4.414,
    a: 0.793,
    b: 2.426,
    p: 6.25,
    q: 3.74,
    v: 15.44,
  };
  for (const fit of [purchases, spend] as readonly (Fit | null)[]) {
    for (const name of fit?.names ?? []) {
      const value = fit?.parameters[name] ?? Number.NaN;
      const error = fit?.standardErrors[name] ?? Number.NaN;
      expect(Math.abs(value - truths[name]), `${name}: ${value} ± ${error}`).toBeLessThan(Z * error);
    }
  }
  // The forecast of the holdout, within four standard deviations of its count and of what it was learnt from.
  const held = choice.candidates[0].holdout;
  expect(Math.abs((held?.expected ?? 0) - (held?.actual ?? 0))).toBeLessThan(0.12 * (held?.actual ?? 0));
});
