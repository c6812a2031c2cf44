import { crossing } from "../math/crossing.js";
import { normalCdf, normalQuantile } from "../math/normal.js";
import type { QuantileFunction } from "../math/quantiles.js";

/** Standard deviations beyond which no rank that matters lies. */
const FARTHEST = 40;

/**
 * Kinds of customers that differ in a trait: of how many there are and what the trait is. A customer's trait in logs is that of the
 * kind plus normal noise; the rank among all customers is the mixture's distribution function there.
 */
export interface Mixture {
  /** Shares, which sum to 1. */
  readonly shares: readonly number[];
  /** Log of the trait of each kind, and standard deviation of the noise. */
  readonly places: readonly number[];
  readonly noise: number;
}

/**
 * Rank among all customers of one whose place among those of the same kind is known, as a quantile function.
 *
 * @param mixture kinds of customers
 * @param kind which one
 * @returns rank, 0 to 1, by place in the kind
 * @example rankQuantile({ shares: [0.5, 0.5], places: [0, 0], noise: 1 }, 0)(0.25, false).toFixed(12); // "0.250000000000"
 */
export function rankQuantile(mixture: Mixture, kind: number): QuantileFunction {
  const { places, noise } = mixture;
  const others = distinct(mixture).map(({ place, share }) => ({
    share,
    shift: place === places[kind] ? 0 : (places[kind] - place) / noise,
  }));
  return (tail, upper) => {
    const z = normalQuantile(tail, upper);
    let rank = 0;
    for (const { share, shift } of others) rank += share * normalCdf(z + shift);
    return rank;
  };
}

/**
 * Where in the ranks customers of each kind stand: ranks of all customers are cut into equal cells.
 *
 * @param mixture kinds of customers
 * @param cells how many
 * @returns by kind, the share of its customers in each cell; weighed by the kinds' shares they sum to 1 / cells in every cell
 * @example cellShares({ shares: [0.5, 0.5], places: [0, 0], noise: 1 }, 4)[0].map((share) => share.toFixed(9))[0]; // "0.250000000"
 */
export function cellShares(mixture: Mixture, cells: number): number[][] {
  const { places, noise } = mixture;
  const kinds = distinct(mixture);
  const below = (place: number, x: number): number => normalCdf((x - place) / noise);
  const edges = Array.from({ length: cells - 1 }, (_, cell) => {
    const rank = (cell + 1) / cells;
    return crossing(
      (x) => kinds.reduce((sum, { place, share }) => sum + share * below(place, x), 0) < rank,
      Math.min(...places) - FARTHEST * noise,
      Math.max(...places) + FARTHEST * noise,
    );
  });
  return places.map((place) => {
    const upTo = [0, ...edges.map((x) => below(place, x)), 1];
    return Array.from({ length: cells }, (_unused, cell) => upTo[cell + 1] - upTo[cell]);
  });
}

/** Kinds that do not differ taken together. */
function distinct({ shares, places }: Mixture): { readonly place: number; readonly share: number }[] {
  return [...new Set(places)].map((place) => ({
    place,
    share: shares.reduce((sum, share, kind) => sum + (places[kind] === place ? share : 0), 0),
  }));
}
