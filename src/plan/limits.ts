import { compound, DAYS_PER_UNIT, monthStarts } from "../basics/calendar.js";
import type { Issue } from "../basics/issues.js";
import type { Words } from "../basics/messages.js";
import { toMinorUnits, toWholeMinorUnits } from "../basics/money.js";
import { planMessages } from "../basics/planMessages.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import type { DrawnScenario, Scenario } from "../scenario/scenario.js";
import { lowestTerms } from "./earning.js";
import { knownAverage } from "./knownAverage.js";
import { newcomersByMonth } from "./newcomers.js";
import { baseMultipliers, meanOverDays } from "./season.js";
import { meanBasket } from "./spend.js";

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
  const lives = sample + Math.round((sumOf(newcomersByMonth(acquisition, scenario.horizon)) * sample) / size);
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
  const { purchaseRate, spend, size, acquisition, growth, timeUnit } = customerBase;
  const issues: Issue[] = [];
  const add = (path: string, words: Words): void => {
    issues.push({ file, line: null, column: null, path, ...words });
  };
  const multipliers = baseMultipliers(scenario);
  const highest = multipliers.reduce((top, one) => Math.max(top, one), 0);
  if (highest > MULTIPLIER_CAP) {
    const path = growth.purchaseRate > 0 ? "customerBase.growth.purchaseRate" : "customerBase.season";
    add(path, planMessages.baseAboveCap(MULTIPLIER_CAP, highest));
  }
  const monthStart = monthStarts(horizon.start, horizon.months);
  const days = monthStart[horizon.months] * meanOverDays(multipliers, monthStart);
  const ofAnybody = (purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[timeUnit]) * days;
  if (ofAnybody > MOST_PURCHASES) {
    add("customerBase.purchaseRate", planMessages.purchasesOverHorizon(MOST_PURCHASES, Math.round(ofAnybody)));
  }
  const known = knownAverage(customerBase);
  const ofKnown = (known.rate / DAYS_PER_UNIT[timeUnit]) * days;
  if (ofKnown > MOST_PURCHASES) {
    add("customerBase.history", planMessages.historyOverHorizon(MOST_PURCHASES, Math.round(ofKnown)));
  }
  const purchases = Math.max(ofAnybody, ofKnown);
  const dearest = compound(growth.prices, horizon.months).reduce((top, one) => Math.max(top, one), 0);
  const basket = toMinorUnits(Math.max(meanBasket(spend), known.basket), currency.decimals) * dearest;
  const customers = size + sumOf(newcomersByMonth(acquisition, horizon));
  if (basket * (1 + purchases) * customers > MOST_SPEND) {
    add("customerBase.spend", planMessages.spendOverHorizon(currency.decimals));
  }
  if (program !== null && program.kind === "points") {
    const [numerator, denominator] = lowestTerms(program.earn.pointsPerUnit, currency.decimals);
    if (numerator * denominator > Number.MAX_SAFE_INTEGER) {
      add("program.earn.pointsPerUnit", planMessages.pointsTooFine(program.earn.pointsPerUnit));
    }
  }
  for (const [path, amount] of smallCosts(scenario)) {
    add(path, planMessages.costTooSmall(0.5 / 10 ** currency.decimals, amount));
  }
  return issues;
}

/** Costs that are something as stated and nothing once rounded to whole minor units, by path. */
function smallCosts({ program, economics, currency: { decimals } }: DrawnScenario): (readonly [string, number])[] {
  const costs: (readonly [string, number])[] = [["economics.costPerPurchase", economics.costPerPurchase]];
  if (program?.kind === "stampCard") costs.push(["program.reward.unitCost", program.reward.unitCost]);
  if (program?.kind === "points") {
    program.rewards.forEach(({ unitCost }, at) => {
      costs.push([`program.rewards[${at}].unitCost`, unitCost]);
    });
    program.tiers?.levels.forEach(({ perkCostPerMonth }, at) => {
      costs.push([`program.tiers.levels[${at}].perkCostPerMonth`, perkCostPerMonth]);
    });
  }
  return costs.filter(([, amount]) => amount > 0 && toWholeMinorUnits(amount, decimals) === 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
