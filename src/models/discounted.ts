import { gaussLegendre } from "../math/gaussLegendre.js";

/** Discounted to less than e^−45, a purchase counts no more. */
const NEGLIGIBLE = 45;

/** Widest panel in the logarithm of time, and the fewest panels: the discount itself falls by e^−45 over them. */
const WIDEST = 1.5;
const FEWEST = 4;

/**
 * Discounted purchases of all the time to come: the integral of the rate of buying times the discount factor, each purchase
 * discounted from its own instant.
 *
 * @param rate expected purchases a unit of time, at a time from now; smooth in log(1 + t / scale)
 * @param scale time over which the rate changes, > 0
 * @param discount force of interest a unit of time, log(1 + yearly rate) / units a year, > 0
 * @returns discounted expected purchases (residual transactions)
 * @throws RangeError when the discount is not above 0: the sum need not be finite; or the scale is not
 * @source Fader, Hardie & Lee 2005, RFM and CLV: discounted expected residual transactions
 * @example discountedPurchases(() => 2, 10, 0.1).toFixed(9); // "20.000000000"
 */
export function discountedPurchases(rate: (t: number) => number, scale: number, discount: number): number {
  if (!(discount > 0 && discount < Infinity)) throw new RangeError(`expected a discount above 0, got ${discount}`);
  if (!(discount * scale > 0 && scale < Infinity)) throw new RangeError(`expected a scale above 0, got ${scale}`);
  const range = Math.log1p(NEGLIGIBLE / (discount * scale));
  const panels = Math.max(FEWEST, Math.ceil(range / WIDEST));
  return gaussLegendre(
    (y) => {
      const t = scale * Math.expm1(y);
      return rate(t) * Math.exp(y - discount * t) * scale;
    },
    0,
    range,
    panels,
  );
}
