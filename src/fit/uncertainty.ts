import { symmetricInverse } from "../math/cholesky.js";
import { hessian } from "../math/hessian.js";
import { type Family, searchBox } from "./family.js";
import { objective } from "./objective.js";

/** A parameter whose logarithm is this close to its bound is at it. */
const AT_BOUND = 1e-6;

/**
 * Covariance of the logarithms of the estimates: the inverse of the curvature of the log-likelihood at its maximum.
 *
 * @param family the model
 * @param data the data
 * @param point the maximum, in logarithms
 * @returns the matrix by rows, or null when the likelihood does not curve down in every direction
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [5, 2, 1] });
 * logCovarianceAt(FAMILIES.nbd, histories, maximize(FAMILIES.nbd, histories, {}).point).length; // 2
 */
export function logCovarianceAt<Data>(family: Family<Data>, data: Data, point: Float64Array): number[][] | null {
  const customers = family.customers(data);
  const curvature = hessian(objective(family, data), point).map((row) => row.map((value) => value * customers));
  return symmetricInverse(curvature);
}

/**
 * The parameters that ended at the edge of what is tried.
 *
 * @param family the model
 * @param data the data
 * @param point where the search ended, in logarithms
 * @returns for each parameter −1 at its lower bound, 1 at its upper one, else 0
 * @example
 * const histories = groupHistories({ x: [1], tx: [2], T: [9], customers: [1] });
 * boundsMet(FAMILIES.nbd, histories, Float64Array.from(searchBox(FAMILIES.nbd, histories).upper)); // [1, 1]
 */
export function boundsMet<Data>(family: Family<Data>, data: Data, point: Float64Array): (-1 | 0 | 1)[] {
  const { lower, upper } = searchBox(family, data);
  return Array.from(point, (value, i) => (value - lower[i] < AT_BOUND ? -1 : upper[i] - value < AT_BOUND ? 1 : 0));
}
