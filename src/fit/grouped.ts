import { studentQuantile } from "../stats/student.js";

/** Groups that customers are dealt into, one after the other: one is left out at a time. */
export const GROUPS = 50;

const LEVEL = 0.95;

/** An estimate from a log with the error that comes from which customers happen to be in it. */
export interface LogEstimate {
  /** Null where nothing was seen that it could be made of. */
  readonly value: number | null;
  /** Null where there are fewer than two groups of customers, or some of them alone carry the estimate. */
  readonly standardError: number | null;
  /** 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
}

/** An estimate of which nothing is known. */
export const NO_ESTIMATE: LogEstimate = { value: null, standardError: null, low: null, high: null };

/** Where an estimate can lie: a ratio's interval is symmetric in the logarithm, a share's is cut to 0 and 1. */
export type Domain = "any" | "ratio" | "share";

/** Sums over customers, of all of them and with each group of customers left out. */
export class GroupedSums {
  private readonly groups: readonly Float64Array[];
  private readonly total: Float64Array;
  private rest: readonly Float64Array[] | null = null;

  /** @param cells how many sums */
  constructor(cells: number) {
    this.total = new Float64Array(cells);
    this.groups = Array.from({ length: GROUPS }, () => new Float64Array(cells));
  }

  /** Adds to a sum. */
  add(customer: number, cell: number, amount: number): void {
    this.total[cell] += amount;
    this.groups[customer % GROUPS][cell] += amount;
  }

  /** A sum over all customers. */
  of(cell: number): number {
    return this.total[cell];
  }

  /** What a function makes of the sums over all customers. */
  read<Result>(of: (sums: Float64Array) => Result): Result {
    return of(this.total);
  }

  /**
   * A statistic of the sums with its standard error: the jackknife that leaves out a group of customers at a time, so that whatever a
   * customer does counts as one observation.
   *
   * @param statistic of the sums; null or no finite number where they do not define it
   * @param domain of the statistic
   * @returns value, standard error and 95 % interval by Student's t
   * @source Kott 2001, The delete-a-group jackknife
   */
  estimate(statistic: (sums: Float64Array) => number | null, domain: Domain = "any"): LogEstimate {
    const value = finite(statistic(this.total));
    if (value === null) return NO_ESTIMATE;
    this.rest ??= this.groups.map((group) => this.total.map((sum, cell) => sum - group[cell]));
    const scaled = (of: number): number => (domain === "ratio" ? Math.log(of) : of);
    const without = this.rest.map((sums) => finite(statistic(sums)));
    const kept = without.filter((one): one is number => one !== null && Number.isFinite(scaled(one)));
    if (kept.length < without.length || !Number.isFinite(scaled(value)))
      return { ...NO_ESTIMATE, value: value === 0 ? 0 : value };
    const center = kept.reduce((sum, one) => sum + scaled(one), 0) / kept.length;
    const squares = kept.reduce((sum, one) => sum + (scaled(one) - center) ** 2, 0);
    const error = Math.sqrt(((kept.length - 1) / kept.length) * squares);
    if (error === 0) return { ...NO_ESTIMATE, value };
    const reach = studentQuantile((1 + LEVEL) / 2, kept.length - 1) * error;
    if (domain === "ratio") {
      return { value, standardError: value * error, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
    }
    const [low, high] = [value - reach, value + reach];
    if (domain === "share") return { value, standardError: error, low: Math.max(0, low), high: Math.min(1, high) };
    return { value, standardError: error, low, high };
  }

  /** A sum over another one. */
  ratio(numerator: number, denominator: number, domain: Domain = "any"): LogEstimate {
    return this.estimate((sums) => sums[numerator] / sums[denominator], domain);
  }
}

function finite(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value;
}
