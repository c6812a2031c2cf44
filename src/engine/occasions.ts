import { quantileAt } from "../math/quantileTable.js";
import type { Luck, Plan } from "../plan/plan.js";
import { LAYER_FLOOR } from "../random/address.js";
import { drawLayer, LayerOccasions } from "./layerOccasions.js";
import { marginOf } from "./margin.js";
import type { Person } from "./person.js";
import { widen } from "./widen.js";

/** The shopping occasions of one customer, in order of time: drawn once, replayed in every world. Reused for the next customer. */
export class Occasions {
  count = 0;
  /** Days since the start of the horizon. */
  time = new Float64Array(256);
  /** Calendar month it falls in. */
  month = new Uint16Array(256);
  /** An occasion is a purchase where the multiplier is above its height; a base occasion where the base multiplier is. */
  height = new Float64Array(256);
  /** What would be spent, in minor units. */
  basket = new Float64Array(256);
  /** Margin of that basket, in minor units. */
  margin = new Float64Array(256);
  /** Exp(1) leaving mark of a base occasion. */
  leaving = new Float64Array(256);
  layer = new Uint8Array(256);
  index = new Uint32Array(256);

  /** By layer, before they are merged by time, and how far the merging has come. */
  readonly layers = Array.from({ length: LAYER_FLOOR.length - 1 }, () => new LayerOccasions());
  readonly merged = new Uint32Array(LAYER_FLOOR.length - 1);

  grow(): void {
    this.time = widen(this.time, Float64Array);
    this.month = widen(this.month, Uint16Array);
    this.height = widen(this.height, Float64Array);
    this.basket = widen(this.basket, Float64Array);
    this.margin = widen(this.margin, Float64Array);
    this.leaving = widen(this.leaving, Float64Array);
    this.layer = widen(this.layer, Uint8Array);
    this.index = widen(this.index, Uint32Array);
  }
}

/**
 * Draws a customer's occasions: a Poisson process on time × height, layer by layer, merged by time.
 *
 * ```
 *  layer 0: gap, gap, …  ─▶ below the highest multiplier? ─┐
 *  layer 1: gap, gap, …  ─▶ below the highest multiplier? ─┼─ earliest first ─▶ kept with its basket
 *  …                                                      ─┘   ends at the horizon, or when nobody is left in any world
 * ```
 *
 * @param occasions receives them
 * @param person whose they are, with how far any world can move them
 * @param plan of the worlds that will replay them
 * @param luck seed words and replicate
 */
export function drawOccasions(occasions: Occasions, person: Person, plan: Plan, luck: Luck): void {
  const { layers, merged } = occasions;
  let end = Math.min(plan.monthStart[plan.layout.months], person.goneBy);
  for (let layer = 0; layer < person.layers; layer++) {
    end = drawLayer(layers[layer], layer, person, plan, luck, end);
    merged[layer] = 0;
  }
  occasions.count = 0;
  if (person.layers === 1) {
    for (let at = 0; at < layers[0].count; at++) keep(occasions, 0, at, person, plan);
    return;
  }
  for (;;) {
    let next = -1;
    let time = Number.POSITIVE_INFINITY;
    for (let layer = 0; layer < person.layers; layer++) {
      const at = merged[layer];
      if (at < layers[layer].count && layers[layer].time[at] < time) {
        next = layer;
        time = layers[layer].time[at];
      }
    }
    if (next < 0 || time > end) return;
    keep(occasions, next, merged[next]++, person, plan);
  }
}

function keep(occasions: Occasions, layer: number, at: number, person: Person, plan: Plan): void {
  const { basketTable, priceLevel, grossMarginMillionths, costPerPurchaseMinor } = plan.base;
  const from = occasions.layers[layer];
  const to = occasions.count++;
  if (to === occasions.time.length) occasions.grow();
  const month = from.month[at];
  const basket = Math.floor((quantileAt(basketTable, from.basket[at]) / person.spendLevel) * priceLevel[month] + 0.5);
  occasions.time[to] = from.time[at];
  occasions.month[to] = month;
  occasions.height[to] = from.height[at];
  occasions.basket[to] = basket;
  occasions.margin[to] = marginOf(basket, grossMarginMillionths, costPerPurchaseMinor);
  occasions.leaving[to] = from.leaving[at];
  occasions.layer[to] = layer;
  occasions.index[to] = from.index[at];
}
