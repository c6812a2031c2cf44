/** A day on which a customer bought, and what is left of it once returns are taken off. */
export interface BoughtDay {
  readonly day: number;
  left: number;
}

/** What becomes of one return. */
export interface SettledReturn {
  /** Taken off purchases. */
  readonly taken: number;
  /** Nothing was left to take it off. */
  readonly excess: number;
}

/**
 * Takes one return off what a customer has bought until then: off the latest day that came to just its amount, else off the latest
 * days, one after the other.
 *
 * @param bought the customer's purchase days up to the day of the return, in order; what is left of them is changed
 * @param amount returned, above 0, in the unit of `left`
 * @returns how much of it found a purchase
 * @example
 * const bought = [{ day: 1, left: 20 }, { day: 5, left: 30 }];
 * settleReturn(bought, 20); // { taken: 20, excess: 0 }
 * bought.map(({ left }) => left); // [0, 30]
 */
export function settleReturn(bought: readonly BoughtDay[], amount: number): SettledReturn {
  for (let at = bought.length - 1; at >= 0; at--) {
    if (bought[at].left !== amount) continue;
    bought[at].left = 0;
    return { taken: amount, excess: 0 };
  }
  let due = amount;
  for (let at = bought.length - 1; at >= 0 && due > 0; at--) {
    const taken = Math.min(due, bought[at].left);
    bought[at].left -= taken;
    due -= taken;
  }
  return { taken: amount - due, excess: due };
}
