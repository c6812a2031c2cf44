import type { Fit } from "../../fit/fit.js";
import type { FitReport } from "../../fit/fitCustomerBase.js";
import { chosenLabel } from "../charts/ofFit.js";
import { NOT_AVAILABLE } from "../format.js";

/** A parameter of a fit, as tables show it. */
export interface ParameterRow {
  readonly model: string;
  readonly name: string;
  readonly value: string;
  readonly error: string;
  readonly interval: string;
  /** What it says, in plain words. */
  readonly meaning: string;
}

const RATE =
  "customers differ in how often they buy: their rates are a gamma distribution of this shape; the smaller, the more they differ";
const SCALE = "the rate of that gamma distribution: on average r / alpha purchases a UNIT while a customer";

/** What each parameter of each model says; UNIT is the unit of time. */
const MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nbd: { r: RATE, alpha: SCALE },
  bgNbd: {
    ...{ r: RATE, alpha: SCALE },
    a: "the chance of leaving after a purchase is a beta distribution with b: on average a / (a + b)",
    b: "see a; the larger a + b, the more alike customers are in it",
  },
  mbgNbd: {
    ...{ r: RATE, alpha: SCALE },
    a: "the chance of leaving after a purchase, the first one too, is a beta distribution with b: on average a / (a + b)",
    b: "see a; the larger a + b, the more alike customers are in it",
  },
  paretoNbd: {
    ...{ r: RATE, alpha: SCALE },
    s: "customers leave at rates of a gamma distribution of this shape; the smaller, the more they differ",
    beta: "the rate of that gamma distribution: on average s / beta a UNIT",
  },
  gammaGamma: {
    p: "how alike the purchases of one customer are in amount; the larger, the more alike",
    q: "how alike customers are in the mean of theirs; the larger, the more alike",
    v: "the scale of amounts: a purchase is worth p · v / (q − 1) on average",
  },
};

/**
 * Parameters of the model chosen and of spend, with standard errors and what they mean.
 *
 * @param report of a fit
 */
export function parameterRows(report: FitReport): ParameterRow[] {
  const { timeUnit } = report.log;
  return [
    ...rowsOf(report.fit, chosenLabel(report), timeUnit),
    ...(report.spend === null ? [] : rowsOf(report.spend, "Gamma-Gamma", timeUnit)),
  ];
}

function rowsOf(fit: Fit, label: string, unit: string): ParameterRow[] {
  return fit.names.map((name) => {
    const [low, high] = fit.intervals[name] ?? [Number.NaN, Number.NaN];
    return {
      model: label,
      name,
      value: figure(fit.parameters[name], 4),
      error: figure(fit.standardErrors[name], 2),
      interval:
        Number.isFinite(low) && Number.isFinite(high) ? `${figure(low, 3)} to ${figure(high, 3)}` : NOT_AVAILABLE,
      meaning: (MEANINGS[fit.model]?.[name] ?? "").replaceAll("UNIT", unit),
    };
  });
}

/**
 * A number in so many digits.
 *
 * @param value NaN where the data give none
 * @returns "0.2426", "n/a"
 */
export function figure(value: number | undefined, count: number): string {
  return value === undefined || !Number.isFinite(value) ? NOT_AVAILABLE : String(Number(value.toPrecision(count)));
}
