/**
 * What a draw is for. Append only: a number here is part of every customer's luck.
 * Occasion purposes are followed by one number a layer: the purpose of layer L is the listed number + L.
 */
export const PURPOSE = {
  /** Index 0: rate, leaving, spend level, enrolment. Index 1: join instant, first aim, acquisition basket, redeeming then.
   * Index 2: loyalty type, life time when leaving goes on over time. */
  person: 0,
  /** Index 0: the aim after redeeming at the acquisition purchase. */
  acquisition: 1,
  /** Index = input draw; key words 2 and 3 are the hash of the input's path. Word 0 is the input's uniform. */
  input: 2,
  /** Index = number of the renewal, from 1: the leaving mark. */
  renewal: 3,
  /** Index 0, ordinal 0: where the sample of customers with a history starts. */
  sample: 4,
  /** Index 0: whether still a customer on day one; leaving and staying as drawn without purchases. */
  history: 5,
  /** Index = number of the purchase made before day one / 4: what it adds to rate, staying and spend level. */
  historyRate: 6,
  historyLeaving: 7,
  historySpend: 8,
  /** Index = number of the occasion in its layer: gap since the one before, height, basket, leaving. */
  occasion: 16,
  /** The same index: redeeming, next aim, experience, brought forward. */
  occasionReward: 32,
} as const;

/** Layers of occasion heights: layer L spans `LAYER_FLOOR[L]` to `LAYER_FLOOR[L + 1]`. */
export const LAYER_FLOOR = [0, 1, 2, 4, 8, 16] as const;

/** Purchase-rate multipliers are clipped here: the top of the highest layer. */
export const MULTIPLIER_CAP = 16;

/** Key word of the customers there on day one; cohorts by month use months since 1970-01, which never reach it. */
export const DAY_ONE_COHORT = 0x80000000;

/** Key word for customers nobody referred. */
export const NO_LINEAGE = 0;
