import { quantileAt } from "../math/quantileTable.js";
import { scoreAmong } from "../math/scoreAmong.js";
import type { CustomerBasePlan, HistoryPlan, Luck } from "../plan/plan.js";
import { ATTRITION_CODE } from "../plan/plan.js";
import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";
import type { Person } from "./person.js";

const WORDS = 2 ** 32;
const LAST_WORD = WORDS - 1;

/**
 * Which of the customers with a history is simulated at a place of the sample: from a start drawn for each replicate, as many steps on as
 * the place says, each as long as the history has customers for one of the sample. Rows come in proportion, every customer is as likely
 * as any other to be taken, and nobody is taken twice; where all are simulated, each stands at the place of the own number.
 *
 * @param history compiled
 * @param sample how many places there are
 * @param place from 0
 * @param key of the cohort
 * @param luck seed words and replicate
 * @param words scratch
 * @returns number of the customer among all of them, from 0
 */
export function knownOrdinal(
  history: HistoryPlan,
  sample: number,
  place: number,
  key: number,
  luck: Luck,
  words: Uint32Array,
): number {
  const { customers } = history;
  if (sample === customers) return place;
  threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, 0, 0, PURPOSE.sample, luck.replicate, words);
  return Math.min(customers - 1, Math.floor(((place + uniformOf(words[0])) * customers) / sample));
}

/**
 * Makes a customer one with a history: what the base says of anybody, and what the history adds.
 *
 * ```
 *  rate   (prior Gamma(r) + x exponentials) / (α + T)              ~ Gamma(r + x, α + T)
 *  p      Gamma(a) / (Gamma(a) + Gamma(b) + x exponentials)        ~ Beta(a, b + x)
 *  μ      prior Gamma(s) / (β + T)                                 ~ Gamma(s, β + T)
 *  ν      (prior Gamma(q) + n times Gamma(p)) / (v + n · z̄)       ~ Gamma(q + p·n, v + n·z̄)
 * ```
 *
 * Whoever left before day one buys nothing, joins nothing and counts as a customer all the same.
 *
 * @param person drawn as one without; receives it
 * @param base compiled customer base
 * @param history compiled
 * @param rate quantile of the rate of anybody at scale 1, and of the others below
 * @param leaving of leaving over time
 * @param spendLevel of ν
 * @param lifetime days to stay at a rate of leaving of 1
 * @param luck seed words and replicate
 */
export function know(
  person: Person,
  base: CustomerBasePlan,
  history: HistoryPlan,
  rate: number,
  leaving: number,
  spendLevel: number,
  lifetime: number,
  luck: Luck,
): void {
  const { words, cohortKey, ordinal } = person;
  const { exponentialTable, basketTable } = base;
  const row = rowOf(history.upTo, ordinal);
  const purchases = history.purchases[row];
  threefry(luck.seed[0], luck.seed[1], cohortKey, NO_LINEAGE, ordinal, 0, PURPOSE.history, luck.replicate, words);
  const isStill = uniformOf(words[0]) < history.still[row];
  const leave = words[1];
  const stay = words[2];
  const gained = sumOf(purchases, exponentialTable, PURPOSE.historyRate, person, luck);
  person.isKnown = 1;
  person.ratePerDay = (rate + gained) / history.rateParameterDays[row];
  person.rateScore = scoreAmong(history.rateKnots, person.ratePerDay);
  const level = spendLevel + sumOf(history.spendPurchases[row], basketTable, PURPOSE.historySpend, person, luck);
  person.spendLevel = level / history.spendRateMinor[row];
  if (base.attrition === ATTRITION_CODE.overTime) {
    person.lifetime = lifetime / (leaving / history.leavingParameterDays[row]);
  } else if (purchases > 0) {
    const ended = quantileAt(history.leaveTable, leave);
    const stayed = sumOf(purchases, exponentialTable, PURPOSE.historyLeaving, person, luck);
    const share = ended / (ended + quantileAt(history.stayTable, stay) + stayed);
    // The exponential quantile of a probability p is −log(1 − p).
    person.leaving = quantileAt(exponentialTable, Math.min(LAST_WORD, Math.floor(share * WORDS)));
  }
  if (!isStill) goneBefore(person);
}

function goneBefore(person: Person): void {
  person.ratePerDay = 0;
  person.lifetime = 0;
  person.leavesAt = person.joinedAt;
  // Above no threshold, whatever the rate.
  person.enrolScore = Number.NEGATIVE_INFINITY;
}

/** The row a customer is in. */
function rowOf(upTo: Float64Array, ordinal: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > ordinal) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sum of so many draws from a table. */
function sumOf(count: number, table: Float64Array, purpose: number, person: Person, luck: Luck): number {
  const { words, cohortKey, ordinal } = person;
  let sum = 0;
  for (let at = 0; at < count; at++) {
    if ((at & 3) === 0) {
      threefry(luck.seed[0], luck.seed[1], cohortKey, NO_LINEAGE, ordinal, at >> 2, purpose, luck.replicate, words);
    }
    sum += quantileAt(table, words[at & 3]);
  }
  return sum;
}
