import type { Rounding } from "#tenure/scenario/scenario.js";
import { type ByCause, nothing, POINT_CAUSES } from "./causes.ts";

const MICRO_DIGITS = 6;

/**
 * Points for an amount, rounded without any binary noise: the rate is taken as the decimal number it is written as.
 *
 * @param amount minor units
 * @param pointsPerUnit points per currency unit
 * @param decimals decimal places of the minor unit
 * @param multiplier of the rate; their product counts to the sixth decimal, rounded half up
 */
export function exactPoints(
  amount: number,
  pointsPerUnit: number,
  decimals: number,
  rounding: Rounding,
  multiplier = 1,
): number {
  const [rate, times] = [exact(pointsPerUnit), exact(multiplier)];
  const micros = inMicros({ digits: rate.digits * times.digits, power: rate.power + times.power });
  return safe(roundDivision(BigInt(amount) * micros, 10n ** BigInt(MICRO_DIGITS + decimals), rounding));
}

/** A share of an amount in minor units, rounded half up; the share counts to the sixth decimal. */
export function shareOf(amount: number, share: number): number {
  if (share === 0) return 0;
  return safe(roundDivision(BigInt(amount) * inMicros(exact(share)), 10n ** BigInt(MICRO_DIGITS), "nearest"));
}

/**
 * An amount shared out in proportion to what each cause holds: everybody gets the whole part, and what is missing goes by one
 * each to the largest remainders, ties in the order of the causes.
 */
export function shareOut(amount: number, holdings: ByCause): ByCause {
  const all = POINT_CAUSES.reduce((sum, cause) => sum + BigInt(holdings[cause]), 0n);
  const shares = nothing();
  if (amount === 0) return shares;
  if (all === 0n) throw new RangeError(`nobody holds anything to share ${amount} by`);
  const lines = POINT_CAUSES.map((cause, order) => {
    const product = BigInt(amount) * BigInt(holdings[cause]);
    return { cause, order, whole: product / all, remainder: product % all };
  });
  let missing = BigInt(amount) - lines.reduce((sum, line) => sum + line.whole, 0n);
  for (const line of lines) shares[line.cause] = safe(line.whole);
  lines.sort((a, b) => (a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1));
  for (const line of lines) {
    if (missing === 0n) break;
    shares[line.cause] += 1;
    missing -= 1n;
  }
  return shares;
}

/** A number as digits times a power of ten. */
interface Exact {
  readonly digits: bigint;
  readonly power: number;
}

/** A non-negative number as it is written in decimals. */
function exact(value: number): Exact {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), power: Number(exponent) - fraction.length };
}

/** As a whole number of millionths, half up. */
function inMicros({ digits, power }: Exact): bigint {
  const places = power + MICRO_DIGITS;
  return places >= 0 ? digits * 10n ** BigInt(places) : roundDivision(digits, 10n ** BigInt(-places), "nearest");
}

/** A division of non-negative whole numbers; "nearest" is half up. */
function roundDivision(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const floor = numerator / denominator;
  const rest = numerator % denominator;
  if (rounding === "ceil") return rest > 0n ? floor + 1n : floor;
  if (rounding === "nearest") return 2n * rest >= denominator ? floor + 1n : floor;
  return floor;
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be exact`);
  return number;
}
