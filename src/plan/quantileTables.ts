import { buildQuantileTable } from "../math/buildQuantileTable.js";
import type { QuantileFunction } from "../math/quantiles.js";
import { Remembered } from "./remembered.js";
import { shared } from "./shared.js";

/** Tables kept, 68 KB each; building one takes as long as thousands of customers' lives. */
const MOST_TABLES = 200;

const tables = new Remembered<Float64Array>(MOST_TABLES);

/**
 * The quantile table of a distribution on shared memory, built at first need: input draws, customer bases and runs that share a
 * parameter share its table.
 *
 * @param name distribution and parameters
 * @param quantile the distribution's quantile function
 * @returns a table for math/quantileTable
 * @example quantileTable("exponential", exponentialQuantile) === quantileTable("exponential", exponentialQuantile); // true
 */
export function quantileTable(name: string, quantile: QuantileFunction): Float64Array {
  return tables.of(name, () => shared(buildQuantileTable(quantile)));
}
