import { buildQuantileTable } from "#tenure/math/buildQuantileTable.js";
import { normalQuantile } from "#tenure/math/normal.js";
import {
  betaLeavingQuantile,
  exponentialQuantile,
  gammaQuantile,
  type QuantileFunction,
} from "#tenure/math/quantiles.js";
import type { CustomerBaseOf } from "#tenure/scenario/scenario.js";

type Table = ReturnType<typeof buildQuantileTable>;

/** The distributions of a customer base. */
export interface Tables {
  /** Gamma(r), scale 1. */
  readonly rate: Table;
  /** −log(1 − p), p ~ Beta(a, b). */
  readonly leaving: Table;
  /** Gamma(q), scale 1. */
  readonly spendLevel: Table;
  /** Gamma(p), scale 1. */
  readonly basket: Table;
  readonly exponential: Table;
  readonly normal: Table;
}

/** Tables are slow to build and never change: each is built once. */
const built = new Map<string, Table>();

export function tablesOf(base: CustomerBaseOf<number>): Tables {
  const { purchaseRate, attrition, spend } = base;
  return {
    rate: once(`gamma ${purchaseRate.shape}`, () => gammaQuantile(purchaseRate.shape)),
    leaving: once(`leaving ${attrition.a} ${attrition.b}`, () => betaLeavingQuantile(attrition.a, attrition.b)),
    spendLevel: once(`gamma ${spend.q}`, () => gammaQuantile(spend.q)),
    basket: once(`gamma ${spend.p}`, () => gammaQuantile(spend.p)),
    exponential: once("exponential", () => exponentialQuantile),
    normal: once("normal", () => normalQuantile),
  };
}

function once(name: string, quantile: () => QuantileFunction): Table {
  const table = built.get(name) ?? buildQuantileTable(quantile());
  built.set(name, table);
  return table;
}
