import { logHypergeometric } from "../math/hypergeometric.js";
import type { BgNbd } from "./bgNbd.js";
import type { ParetoNbd } from "./paretoNbd.js";

/**
 * Probability under BG/NBD that a customer with a history is still one.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns P(still a customer | x, t_x, T); 1 without a repeat purchase, since nobody leaves before one
 * @source Fader, Hardie & Lee 2008, Computing P(alive) using the BG/NBD model
 * @example bgNbdStill({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 30.43, 38.86).toFixed(4); // "0.7266"
 */
export function bgNbdStill({ r, alpha, a, b }: BgNbd, x: number, tx: number, T: number): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + tx))));
}

/**
 * Probability under Pareto/NBD that a customer with a history is still one.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns P(still a customer | x, t_x, T)
 * @source Schmittlein, Morrison & Colombo 1987, equations 11 to 13; Fader & Hardie 2005, A note on deriving the Pareto/NBD model
 * @example paretoNbdStill({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 2, 38.86, 38.86); // 1
 */
export function paretoNbdStill({ r, alpha, s, beta }: ParetoNbd, x: number, tx: number, T: number): number {
  const shapes = r + s + x;
  const [near, far, second] = alpha >= beta ? [beta, alpha, s + 1] : [alpha, beta, r + x];
  const logGone = (t: number): number =>
    logHypergeometric(shapes, second, shapes + 1, (far - near) / (far + t)) - shapes * Math.log(far + t);
  const logStill = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
  const [early, late] = [logGone(tx), logGone(T)];
  if (!(late < early)) return 1;
  return 1 / (1 + (s / shapes) * Math.exp(early - logStill) * -Math.expm1(late - early));
}
