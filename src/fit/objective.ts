import type { Sloped } from "../math/hessian.js";
import type { Family } from "./family.js";

/**
 * What a search minimizes: minus the log-likelihood a customer, in the logarithms of the parameters.
 *
 * @param family the model
 * @param data the data
 * @returns the function and its slopes
 * @example
 * const histories = groupHistories({ x: [1, 0], tx: [2, 0], T: [9, 9], customers: [1, 1] });
 * objective(FAMILIES.nbd, histories)(new Float64Array([0, 2]), new Float64Array(2)).toFixed(4); // "2.2139"
 */
export function objective<Data>(family: Family<Data>, data: Data): Sloped {
  const scale = -1 / family.customers(data);
  const parameters = new Float64Array(family.names.length);
  return (logs, gradient) => {
    for (let i = 0; i < logs.length; i++) parameters[i] = Math.exp(logs[i]);
    const value = family.total(parameters, data, gradient);
    for (let i = 0; i < logs.length; i++) gradient[i] *= scale * parameters[i];
    return value * scale;
  };
}
