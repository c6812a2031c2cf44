import type { Measure } from "./measure.js";

/** What a customer with a history is to measures of the day-one cohort. */
const WHO = "all it names are counted, those who had left before day one among them";
const BUYS = `${WHO}; whatever they buy is a repeat purchase`;
const COUNTS = `${WHO}; they make no acquisition purchase, and none is taken off`;
const VALUE = `${WHO}; theirs is what is left from day one on, without acquisition cost`;

/** What measures of the day-one cohort say of customers with a history. */
const NOTES: Readonly<Record<string, string>> = {
  retention12: BUYS,
  churn12: BUYS,
  repurchaseRate: BUYS,
  frequency12: BUYS,
  purchasesPerCustomer: COUNTS,
  shareOfWallet: COUNTS,
  clv: VALUE,
  clvUplift: VALUE,
  clvUpliftPerMember: VALUE,
  dayOneClv12: VALUE,
};

/**
 * A measure as it is to be read where customers there on day one have a history: its computation is the same.
 *
 * @param measure of a world
 * @param everywhere whether that is so in every scenario its label stands for
 * @returns with a formula that says who is counted, and a label that does where it is so everywhere
 */
export function withHistory(measure: Measure, everywhere: boolean): Measure {
  const note = Object.hasOwn(NOTES, measure.key) ? NOTES[measure.key] : null;
  if (note === null) return measure;
  const { label } = measure;
  const formula = `${measure.formula}; of a customer base with a history ${note}`;
  if (!everywhere) return { ...measure, formula };
  const inBrackets = label.endsWith(")")
    ? `${label.slice(0, -1)}, customers with a history)`
    : `${label} (customers with a history)`;
  return { ...measure, label: inBrackets, formula };
}
