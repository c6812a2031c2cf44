import { betaQuantile, gammaQuantile } from "#tenure/math/quantiles.js";
import type { BgNbd } from "#tenure/models/bgNbd.js";
import type { GammaGamma } from "#tenure/models/gammaGamma.js";
import type { Histories } from "#tenure/models/histories.js";
import type { ParetoNbd } from "#tenure/models/paretoNbd.js";
import type { SpendHistories } from "#tenure/models/spendHistories.js";
import { threefry } from "#tenure/random/threefry.js";
import { uniformOf } from "#tenure/random/uniform.js";

/** Uniforms by address: the data set, the customer in it, what number. */
type Uniforms = (customer: number, at: number) => number;

/**
 * Luck of one data set.
 *
 * @param dataSet its number
 * @returns uniforms above 0 and below 1
 */
export function luckOf(dataSet: number): Uniforms {
  const words = new Uint32Array(4);
  return (customer, at) => {
    threefry(0x66697473, dataSet, 0, 0, customer, at, 0, 0, words);
    return uniformOf(words[0]);
  };
}

const at = (quantile: (tail: number, upper: boolean) => number, u: number): number =>
  u <= 0.5 ? quantile(u, false) : quantile(1 - u, true);

/** How customers leave: after a purchase with a probability of their own, at a time, or never. */
type Leaving =
  | { kind: "afterPurchase"; model: BgNbd; atFirst: boolean }
  | { kind: "overTime"; model: ParetoNbd }
  | { kind: "never"; model: { r: number; alpha: number } };

/**
 * Histories straight from the story: a rate and a leaving each, purchases one by one. Customers joined over 22 weeks and were
 * watched for up to 52.
 *
 * @param leaving the model
 * @param customers how many
 * @param uniform luck of the data set
 * @returns one row a customer
 */
export function generateHistories(leaving: Leaving, customers: number, uniform: Uniforms): Histories {
  const { model } = leaving;
  const rates = gammaQuantile(model.r);
  const chances = leaving.kind === "afterPurchase" ? betaQuantile(leaving.model.a, leaving.model.b) : null;
  const hazards = leaving.kind === "overTime" ? gammaQuantile(leaving.model.s) : null;
  const rows = { x: [] as number[], tx: [] as number[], T: [] as number[], customers: [] as number[] };
  for (let customer = 0; customer < customers; customer++) {
    const T = 30 + 22 * uniform(customer, 0);
    const rate = at(rates, uniform(customer, 1)) / model.alpha;
    const chance = chances === null ? 0 : at(chances, uniform(customer, 2));
    const end =
      hazards === null || leaving.kind !== "overTime"
        ? Infinity
        : -Math.log(uniform(customer, 3)) / (at(hazards, uniform(customer, 2)) / leaving.model.beta);
    let [x, tx, number] = [0, 0, 4];
    let gone = leaving.kind === "afterPurchase" && leaving.atFirst && uniform(customer, number++) < chance;
    for (let time = 0; !gone; ) {
      time += -Math.log(uniform(customer, number++)) / rate;
      if (!(time <= T && time <= end)) break;
      x += 1;
      tx = time;
      gone = uniform(customer, number++) < chance;
    }
    rows.x.push(x);
    rows.tx.push(tx);
    rows.T.push(T);
    rows.customers.push(1);
  }
  return rows;
}

/**
 * Mean spends straight from the story of Gamma-Gamma, of customers with one to five purchases.
 *
 * @param model parameters
 * @param customers how many
 * @param uniform luck of the data set
 * @returns one row a customer
 */
export function generateSpend({ p, q, v }: GammaGamma, customers: number, uniform: Uniforms): SpendHistories {
  const rates = gammaQuantile(q);
  const amounts = gammaQuantile(p);
  const rows = { x: [] as number[], meanSpend: [] as number[], customers: [] as number[] };
  for (let customer = 0; customer < customers; customer++) {
    const rate = at(rates, uniform(customer, 0)) / v;
    const x = 1 + (customer % 5);
    let sum = 0;
    for (let k = 1; k <= x; k++) sum += at(amounts, uniform(customer, k)) / rate;
    rows.x.push(x);
    rows.meanSpend.push(sum / x);
    rows.customers.push(1);
  }
  return rows;
}
