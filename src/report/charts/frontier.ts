import type { Place } from "./places.js";

/** Designs by whether another beats them. */
export interface Frontier {
  /** Beaten by none, cheapest first. No program, which costs and brings nothing, is one of those they are held against. */
  readonly best: readonly Place[];
  /** Others cost no more and bring no less. */
  readonly beaten: readonly Place[];
}

/**
 * The designs that bring more than every design as cheap: the Pareto frontier of cost and margin, by their estimates.
 *
 * @param places designs by cost and margin
 */
export function frontierOf(places: readonly Place[]): Frontier {
  const beats = (cost: number, margin: number, place: Place): boolean =>
    cost <= place.cost.value &&
    margin >= place.margin.value &&
    (cost < place.cost.value || margin > place.margin.value);
  const isBeaten = (place: Place): boolean =>
    beats(0, 0, place) || places.some(({ cost, margin }) => beats(cost.value, margin.value, place));
  return {
    best: places.filter((place) => !isBeaten(place)).sort((left, right) => left.cost.value - right.cost.value),
    beaten: places.filter(isBeaten),
  };
}
