import { DAYS_PER_UNIT, monthStarts } from "../basics/calendar.js";
import { toMinorUnits } from "../basics/money.js";
import { rewardsOf } from "../plan/catalogue.js";
import type { DrawnScenario } from "../scenario/scenario.js";

const DAYS_PER_YEAR = 365.25;

/** What turns a world's books into money: everything of its scenario that the books do not hold. Money in minor units. */
export interface Terms {
  /** Company customers for each simulated one. */
  readonly scale: number;
  /** Discount factor at the end of each month. */
  readonly factor: Float64Array;
  readonly acquisitionCost: number;
  /** Acquisition purchases of a customer there on day one: 1, or 0 where customers have a history. */
  readonly dayOneAcquisitions: number;
  /** Purchases a customer there on day one makes in the category over the horizon; 0: not known. */
  readonly categoryPurchases: number;
  /** Null without a program. */
  readonly program: ProgramTerms | null;
}

/** Costs of a program that no single event causes, and what its points may come to cost. */
export interface ProgramTerms {
  readonly oneOff: number;
  /** Discount factor at the launch. */
  readonly launchFactor: number;
  readonly launchMonth: number;
  readonly perMonth: number;
  readonly perMemberMonth: number;
  readonly pointsExpire: boolean;
  /** Cost per point of the dearest reward: what an outstanding point is charged at when none was ever redeemed. */
  readonly dearestCostPerPoint: number;
}

/**
 * Terms of the day-one cohort: where its customers have a history, nobody pays to acquire them.
 *
 * @param terms of a world
 * @returns terms to value that cohort with
 * @example dayOneTerms(terms).acquisitionCost === terms.acquisitionCost; // true: all are new on day one
 */
export function dayOneTerms(terms: Terms): Terms {
  return { ...terms, acquisitionCost: terms.acquisitionCost * terms.dayOneAcquisitions };
}

/**
 * Terms of a drawn scenario.
 *
 * @param scenario with every range drawn
 * @param sample day-one customers simulated
 * @returns its terms
 * @source discounting: factor (1 + d)^(−days / 365.25), flows at month end
 * @example termsOf(drawn, 1000).scale; // 23.57: the base is 23,570
 */
export function termsOf(scenario: DrawnScenario, sample: number): Terms {
  const { currency, economics, customerBase, horizon, program } = scenario;
  const minor = (amount: number): number => toMinorUnits(amount, currency.decimals);
  const starts = monthStarts(horizon.start, horizon.months);
  const factorAt = (day: number): number => (1 + economics.discountRate) ** (-day / DAYS_PER_YEAR);
  return {
    scale: customerBase.size / sample,
    factor: Float64Array.from(starts.slice(1), factorAt),
    acquisitionCost: minor(customerBase.acquisition.cost),
    dayOneAcquisitions: customerBase.history === null ? 1 : 0,
    categoryPurchases: (customerBase.categoryRate / DAYS_PER_UNIT[customerBase.timeUnit]) * starts[horizon.months],
    program:
      program === null
        ? null
        : {
            oneOff: minor(program.costs.oneOff),
            launchFactor: factorAt(starts[program.launchMonth]),
            launchMonth: program.launchMonth,
            perMonth: minor(program.costs.perMonth),
            perMemberMonth: minor(program.costs.perMemberMonth),
            pointsExpire: program.expiry.kind !== "never",
            dearestCostPerPoint: Math.max(
              ...rewardsOf(program).map(
                ({ points, unitCost, faceValue, replaces }) =>
                  minor(unitCost + replaces * (faceValue - unitCost)) / points,
              ),
            ),
          },
  };
}
