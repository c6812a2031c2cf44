const STEP_BITS = 8;
const STEPS = 2 ** STEP_BITS;
const SMALLEST_EXPONENT = 1022;

// Taylor coefficients of 2^r: powers of ln 2 over factorials.
const FIRST = Math.LN2;
const SECOND = 0.24022650695910072;
const THIRD = 0.05550410866482158;
const FOURTH = 0.009618129107628477;

/** 2^(j/256), by square roots and products alone: both are exactly rounded on every engine. */
const FRACTIONS = fractions();

/** 2^-n, n from 0 to 1022. */
const HALVINGS = halvings();

/**
 * Two to a power that is not positive: how much of something is left after −x half-lives.
 *
 * Add, subtract, multiply and truncate only: the same bits from every engine.
 *
 * @param x ≤ 0, in half-lives
 * @returns 2^x, relative error below 1e-14; 0 for x below −1022
 * @example exp2(-1.5).toFixed(12); // "0.353553390593"
 */
export function exp2(x: number): number {
  if (x < -SMALLEST_EXPONENT) return 0;
  const step = (x * STEPS) | 0;
  const whole = step >> STEP_BITS;
  const r = x - step / STEPS;
  const rest = 1 + r * (FIRST + r * (SECOND + r * (THIRD + r * FOURTH)));
  return FRACTIONS[step & (STEPS - 1)] * rest * HALVINGS[-whole];
}

function fractions(): Float64Array {
  const table = new Float64Array(STEPS).fill(1);
  let root = 2;
  for (let bit = STEPS / 2; bit >= 1; bit /= 2) {
    root = Math.sqrt(root);
    for (let j = 0; j < STEPS; j++) if ((j & bit) !== 0) table[j] *= root;
  }
  return table;
}

function halvings(): Float64Array {
  const table = new Float64Array(SMALLEST_EXPONENT + 1);
  let power = 1;
  for (let n = 0; n <= SMALLEST_EXPONENT; n++) {
    table[n] = power;
    power /= 2;
  }
  return table;
}
