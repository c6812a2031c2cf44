/** A row of whole numbers that can be read by position. */
interface WholeNumbers {
  readonly length: number;
  readonly [index: number]: number;
}

/** Largest whole number below which doubles hold every whole number. */
const EXACT = 2 ** 53;

/** Halves of a holding are split here: its high part, and its low 16 bits. */
const LOW = 65_536;

/**
 * A whole amount split in proportion to whole holdings, without losing a unit: each share is rounded down, and the units left
 * over go one by one to the largest remainders, ties to the earlier index. All arithmetic is exact, whatever the products.
 *
 * When the amount is at most the sum of the holdings, no share exceeds its holding.
 *
 * @param amount whole, from 0 to 2^31
 * @param holdings whole, each from 0 to 2^31, their sum at most 2^36
 * @param offset position of the first holding
 * @param count how many holdings there are
 * @param out receives the shares at 0 to count − 1; they sum to the amount
 * @returns nothing; the shares are in `out`
 * @throws RangeError when there is an amount and nobody holds anything
 * @source largest remainders (Hamilton's method)
 * @example
 * const shares = new Float64Array(3);
 * splitByShare(100, [1, 1, 1], 0, 3, shares);
 * shares; // [34, 33, 33]
 */
export function splitByShare(
  amount: number,
  holdings: WholeNumbers,
  offset: number,
  count: number,
  out: Float64Array,
): void {
  let total = 0;
  let largest = 0;
  let holder = 0;
  for (let i = 0; i < count; i++) {
    const holding = holdings[offset + i];
    total += holding;
    if (holding > largest) {
      largest = holding;
      holder = i;
    }
    out[i] = 0;
  }
  if (amount === 0) return;
  if (total === 0) throw new RangeError(`expected holdings to split ${amount} by, got none`);
  if (largest === total) {
    out[holder] = amount;
    return;
  }
  let left = amount;
  for (let i = 0; i < count; i++) {
    const holding = holdings[offset + i];
    if (holding === 0) continue;
    const share = roundedDown(amount, holding, total);
    out[i] = share;
    left -= share;
  }
  // Remainders are recomputed from the shares, so nothing need be stored: a share that got its unit has a negative one.
  for (; left > 0; left--) {
    let best = -1;
    let bestAt = 0;
    for (let i = 0; i < count; i++) {
      const remainder = remainderOf(amount, holdings[offset + i], out[i], total);
      if (remainder > best) {
        best = remainder;
        bestAt = i;
      }
    }
    out[bestAt] += 1;
  }
}

/** ⌊amount · holding / total⌋: division of whole numbers below 2^53, rounded down, is exact. */
function roundedDown(amount: number, holding: number, total: number): number {
  const product = amount * holding;
  if (product < EXACT) return Math.floor(product / total);
  const high = Math.floor(holding / LOW);
  const quotient = Math.floor((amount * high) / total);
  const carried = (amount * high - quotient * total) * LOW + amount * (holding - high * LOW);
  return quotient * LOW + Math.floor(carried / total);
}

/** amount · holding − share · total, which is small; the two products need not be. */
function remainderOf(amount: number, holding: number, share: number, total: number): number {
  const product = amount * holding;
  if (product + total < EXACT) return product - share * total;
  const high = Math.floor(holding / LOW);
  const shareHigh = Math.floor(share / LOW);
  const low = amount * (holding - high * LOW) - (share - shareHigh * LOW) * total;
  return (amount * high - shareHigh * total) * LOW + low;
}
