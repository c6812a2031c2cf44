import { DAYS_PER_UNIT, monthStarts } from "../basics/calendar.js";
import type { Issue } from "../basics/issues.js";
import type { Words } from "../basics/messages.js";
import { toMinorUnits } from "../basics/money.js";
import { planMessages } from "../basics/planMessages.js";
import type { DrawnScenario, Scenario } from "../scenario/scenario.js";
import { lowestTerms } from "./program.js";

/** Purchases of the average customer over the horizon: beyond it a run takes hours. */
const MOST_PURCHASES = 5000;
/** Spend of all customers over the horizon, in minor units: sums stay exact whole numbers, with room for luck. */
const MOST_SPEND = Number.MAX_SAFE_INTEGER / 1000;

/** Customers in a replicate, newcomers among them: their lives take minutes. */
const MOST_LIVES = 5_000_000;

/**
 * Whether a sample and the newcomers of its horizon are too many to live through.
 *
 * @param scenario as written
 * @param sample day-one customers simulated
 * @param file named in the issue; null for a scenario built in code
 * @returns an issue, or none
 * @example crowdIssues(scenario, 1000, null); // []
 */
export function crowdIssues(scenario: Scenario, sample: number, file: string | null): Issue[] {
  const { size, acquisition } = scenario.customerBase;
  const lives = sample + Math.round((acquisition.perMonth * scenario.horizon.months * sample) / size);
  if (lives <= MOST_LIVES) return [];
  const words = planMessages.tooManyLives(MOST_LIVES, lives);
  return [{ file, line: null, column: null, path: "customerBase.acquisition.perMonth", ...words }];
}

/**
 * What a drawn scenario asks beyond what can be simulated exactly and in reasonable time.
 *
 * @param scenario with every range drawn
 * @param file named in issues; null for a scenario built in code
 * @returns an issue for each limit passed
 * @example limitIssues(drawn, null); // []
 */
export function limitIssues(scenario: DrawnScenario, file: string | null): Issue[] {
  const { customerBase, horizon, currency, program } = scenario;
  const { purchaseRate, spend, size, acquisition } = customerBase;
  const issues: Issue[] = [];
  const add = (path: string, words: Words): void => {
    issues.push({ file, line: null, column: null, path, ...words });
  };
  const days = monthStarts(horizon.start, horizon.months)[horizon.months];
  const purchases = (purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[customerBase.timeUnit]) * days;
  if (purchases > MOST_PURCHASES) {
    add("customerBase.purchaseRate", planMessages.purchasesOverHorizon(MOST_PURCHASES, Math.round(purchases)));
  }
  const basket = toMinorUnits((spend.p * spend.v) / (spend.q - 1), currency.decimals);
  const customers = size + acquisition.perMonth * horizon.months;
  if (basket * (1 + purchases) * customers > MOST_SPEND) {
    add("customerBase.spend", planMessages.spendOverHorizon(currency.decimals));
  }
  if (program !== null) {
    const [numerator, denominator] = lowestTerms(program.earn.pointsPerUnit, currency.decimals);
    if (numerator * denominator > Number.MAX_SAFE_INTEGER) {
      add("program.earn.pointsPerUnit", planMessages.pointsTooFine(program.earn.pointsPerUnit));
    }
  }
  return issues;
}
