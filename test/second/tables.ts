import { buildQuantileTable } from "#tenure/math/buildQuantileTable.js";
import { normalQuantile } from "#tenure/math/normal.js";
import {
  betaLeavingQuantile,
  exponentialQuantile,
  gammaQuantile,
  logNormalQuantile,
  type QuantileFunction,
} from "#tenure/math/quantiles.js";
import type { AttritionOf, CustomerBaseOf, SpendOf } from "#tenure/scenario/scenario.js";
import { scaledLeaving } from "./odds.ts";

export type Table = ReturnType<typeof buildQuantileTable>;

/** The distributions of a customer base. */
export interface Tables {
  /** Gamma(r), scale 1. */
  readonly rate: Table;
  /** After purchases and at renewals −log(1 − p), p ~ Beta(a, b), its odds scaled; over time Gamma(s), scale 1. */
  readonly leaving: Table;
  /** ν at scale 1: Gamma(q), or 1 / lognormal. */
  readonly spendLevel: Table;
  /** A basket at ν = 1: Gamma(p), or lognormal of mean 1. */
  readonly basket: Table;
  readonly exponential: Table;
  readonly normal: Table;
}

/** Tables are slow to build and never change: each is built once. */
const built = new Map<string, Table>();

/** @param oddsScale what the odds of leaving are multiplied by, where the leaving table is one of probabilities */
export function tablesOf(base: CustomerBaseOf<number>, oddsScale = 1): Tables {
  const { purchaseRate, attrition, spend } = base;
  return {
    rate: once(`gamma ${purchaseRate.shape}`, () => gammaQuantile(purchaseRate.shape)),
    leaving: leavingTable(attrition, oddsScale),
    ...spendTables(spend),
    exponential: once("exponential", () => exponentialQuantile),
    normal: once("normal", () => normalQuantile),
  };
}

/** A table, built the first time its name is asked for. */
export function once(name: string, quantile: () => QuantileFunction): Table {
  const table = built.get(name) ?? buildQuantileTable(quantile());
  built.set(name, table);
  return table;
}

function leavingTable(attrition: AttritionOf<number>, oddsScale: number): Table {
  if (attrition.kind === "overTime") return once(`gamma ${attrition.shape}`, () => gammaQuantile(attrition.shape));
  const { a, b } = attrition;
  return once(`leaving ${a} ${b} ${oddsScale}`, () => {
    const plain = betaLeavingQuantile(a, b);
    return oddsScale === 1 ? plain : (tail, upper) => scaledLeaving(plain(tail, upper), oddsScale);
  });
}

function spendTables(spend: SpendOf<number>): Pick<Tables, "spendLevel" | "basket"> {
  if (spend.kind === "gammaGamma") {
    return {
      spendLevel: once(`gamma ${spend.q}`, () => gammaQuantile(spend.q)),
      basket: once(`gamma ${spend.p}`, () => gammaQuantile(spend.p)),
    };
  }
  // A lognormal of mean 1 has the median e^(−σ²/2); one over it the median e^(σ²/2).
  const [between, within] = [Math.log1p(spend.cvBetween ** 2), Math.log1p(spend.cvWithin ** 2)];
  return {
    spendLevel: once(`one over lognormal ${spend.cvBetween}`, () => logNormalQuantile(between / 2, Math.sqrt(between))),
    basket: once(`lognormal ${spend.cvWithin}`, () => logNormalQuantile(-within / 2, Math.sqrt(within))),
  };
}
