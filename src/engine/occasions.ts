import { quantileAt } from "../math/quantileTable.js";
import type { Luck, Plan } from "../plan/plan.js";
import { LAYER_FLOOR } from "../random/address.js";
import { uniformOf } from "../random/uniform.js";
import { marginOf } from "./margin.js";
import { drawNext } from "./nextOccasion.js";
import type { Person } from "./person.js";

const LAYERS = LAYER_FLOOR.length - 1;

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

  /** One pending occasion a layer: when, and the words of its marks. */
  readonly pendingTime = new Float64Array(LAYERS);
  readonly pendingIndex = new Uint32Array(LAYERS);
  readonly pendingWords = new Uint32Array(LAYERS * 4);

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
 *  layer 0: gap, gap, …  ─┐
 *  layer 1: gap, gap, …  ─┼─ earliest first ─▶ below the highest multiplier? ─▶ kept with its marks
 *  …                     ─┘   ends at the horizon, or when nobody is left in any world
 * ```
 *
 * @param occasions receives them
 * @param person whose they are, with how far any world can move them
 * @param plan of the worlds that will replay them
 * @param luck seed words and replicate
 */
export function drawOccasions(occasions: Occasions, person: Person, plan: Plan, luck: Luck): void {
  const { base } = plan;
  const { layers, multiplierTop } = person;
  const { exponentialTable, basketTable, baseMultiplier, priceLevel } = base;
  const { pendingTime, pendingWords, pendingIndex } = occasions;
  const { monthStart } = plan;
  const end = Math.min(monthStart[plan.layout.months], person.goneBy);
  const leavesEverywhere = person.hazardFloor * person.leaving;
  let month = person.joinMonth;
  let count = 0;
  for (let layer = 0; layer < layers; layer++) {
    pendingIndex[layer] = 0;
    pendingTime[layer] = person.joinedAt;
    drawNext(occasions, layer, person, exponentialTable, luck);
  }
  for (;;) {
    let layer = 0;
    for (let other = 1; other < layers; other++) if (pendingTime[other] < pendingTime[layer]) layer = other;
    const time = pendingTime[layer];
    if (!(time < end)) break;
    const floor = LAYER_FLOOR[layer];
    const height = floor + (LAYER_FLOOR[layer + 1] - floor) * uniformOf(pendingWords[layer * 4 + 1]);
    if (height < multiplierTop) {
      if (count === occasions.time.length) occasions.grow();
      while (time >= monthStart[month + 1]) month++;
      occasions.time[count] = time;
      occasions.month[count] = month;
      occasions.height[count] = height;
      const shelf = (quantileAt(basketTable, pendingWords[layer * 4 + 2]) / person.spendLevel) * priceLevel[month];
      const basket = Math.floor(shelf + 0.5);
      occasions.basket[count] = basket;
      occasions.margin[count] = marginOf(basket, base.grossMarginMillionths, base.costPerPurchaseMinor);
      const leaving = quantileAt(exponentialTable, pendingWords[layer * 4 + 3]);
      occasions.leaving[count] = leaving;
      occasions.layer[count] = layer;
      occasions.index[count] = pendingIndex[layer];
      count++;
      if (leaving < leavesEverywhere && height < baseMultiplier[month]) break;
    }
    pendingIndex[layer]++;
    drawNext(occasions, layer, person, exponentialTable, luck);
  }
  occasions.count = count;
}

function widen<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  column: Column,
  Type: new (length: number) => Column,
): Column {
  const wider = new Type(column.length * 2);
  wider.set(column);
  return wider;
}
