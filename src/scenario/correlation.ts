/** Inputs given as ranges that are not independent of each other. */
export interface Correlation {
  /** Paths, as `customerBase.purchaseRate.shape`. */
  readonly inputs: readonly string[];
  /**
   * Correlation of their normal scores: one number for every two of them, or a matrix whose rows and columns stand in the order of
   * `inputs`.
   */
  readonly correlation: number | readonly (readonly number[])[];
}

/** A group of correlated inputs in the one order that does not hang on how it was written: by path. */
export interface OrderedCorrelation extends Correlation {
  readonly correlation: readonly (readonly number[])[];
}

/** Two inputs and how they go together. */
export interface CorrelatedPair {
  readonly inputs: readonly [string, string];
  /** Of the normal scores. */
  readonly correlation: number;
  /** Spearman's, of the ranks: what two continuous ranges have whatever their shapes. */
  readonly rankCorrelation: number;
}

/**
 * Correlations in an order that does not hang on how they were written: inputs by path, groups by their first input. Inputs of a
 * `program` come last in a group, so that what goes before them is drawn alike where there is no program.
 *
 * @param correlations of a scenario
 * @param keeps which inputs to keep; groups of fewer than two go
 * @returns groups with matrices
 * @example
 * const written = [{ inputs: ["b", "a"], correlation: 0.5 }];
 * inPathOrder(written, () => true); // [{ inputs: ["a", "b"], correlation: [[1, 0.5], [0.5, 1]] }]
 */
export function inPathOrder(
  correlations: readonly Correlation[],
  keeps: (path: string) => boolean,
): OrderedCorrelation[] {
  const groups = correlations.map(({ inputs, correlation }) => {
    const order = inputs
      .map((path, at) => ({ path, at }))
      .filter(({ path }) => keeps(path))
      .sort((a, b) => compareText(a.path, b.path));
    const between = (i: number, j: number): number =>
      i === j ? 1 : typeof correlation === "number" ? correlation : correlation[i][j];
    return {
      inputs: order.map(({ path }) => path),
      correlation: order.map((row) => order.map((column) => between(row.at, column.at))),
    };
  });
  return groups
    .filter(({ inputs }) => inputs.length > 1)
    .sort((a, b) => compareText(a.inputs[0] ?? "", b.inputs[0] ?? ""));
}

/**
 * Every two correlated inputs.
 *
 * @param correlations of a scenario
 * @param keeps which inputs to keep
 * @returns pairs by path
 * @source Kruskal 1958, Ordinal measures of association: Spearman's coefficient of a normal copula is 6/π · asin(ρ/2)
 * @example
 * const [pair] = pairsIn([{ inputs: ["b", "a"], correlation: 0.8 }], () => true);
 * pair.rankCorrelation.toFixed(4); // "0.7859"
 */
export function pairsIn(
  correlations: readonly Correlation[],
  keeps: (path: string) => boolean,
): readonly CorrelatedPair[] {
  return inPathOrder(correlations, keeps).flatMap(({ inputs, correlation }) =>
    inputs.flatMap((first, row) =>
      inputs.slice(row + 1).map((second, step): CorrelatedPair => {
        const value = correlation[row][row + 1 + step];
        return {
          inputs: [first, second],
          correlation: value,
          rankCorrelation: (6 / Math.PI) * Math.asin(value / 2),
        };
      }),
    ),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
