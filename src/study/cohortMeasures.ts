import type { Ledger } from "../ledger/books.js";
import { joinMonth } from "../ledger/books.js";
import { byCohort } from "../ledger/read.js";
import type { Scenario } from "../scenario/scenario.js";
import { lifetimeValues } from "../valuation/lifetimeValue.js";
import { dayOneTerms } from "../valuation/terms.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { hasNewcomers } from "./scenarioHas.js";

/** Calendar months of tenure at which cohorts are compared, the month of joining among them. */
export const EQUAL_TENURE = 12;

const MANNER = { unit: "money", good: "up", worlds: "all", kind: "ratio" } as const;
const FIRST = `discounted to acquisition, over the first ${EQUAL_TENURE} calendar months, that of joining included`;

/** What customers of different cohorts are worth when all have been customers for equally long. */
export const COHORT_MEASURES: readonly Measure[] = [
  {
    key: "dayOneClv12",
    label: `CLV of day-one customers in ${EQUAL_TENURE} months`,
    formula: `CLV per day-one customer, ${FIRST}`,
    ...MANNER,
    appliesTo: (scenario) => seesTenure(scenario) && hasNewcomers(scenario),
    of: (world) => [cohortValues(world, 0, EQUAL_TENURE)[EQUAL_TENURE - 1], byCohort(world.ledger, 0, 0, "customers")],
  },
  {
    key: "newcomersClv12",
    label: `CLV of later cohorts in ${EQUAL_TENURE} months`,
    formula: `CLV per newcomer of the cohorts seen for so long, ${FIRST}; half a month shorter on average than that of day-one customers, as newcomers join within their month`,
    ...MANNER,
    appliesTo: (scenario) => seesTenure(scenario) && hasNewcomers(scenario),
    of: (world) => {
      let value = 0;
      let customers = 0;
      for (let cohort = 1; cohort < world.ledger.layout.cohorts; cohort++) {
        if (!hasTenure(world.ledger, cohort)) break;
        value += cohortValues(world, cohort, EQUAL_TENURE)[EQUAL_TENURE - 1];
        customers += byCohort(world.ledger, cohort, 0, "customers");
      }
      return [value, customers];
    },
  },
];

/**
 * Value of a cohort's customers up to each age, discounted to acquisition.
 *
 * @param world one world in one replicate
 * @param cohort 0 is day one
 * @param ages how many months, that of joining included
 * @returns minor units of the sample
 */
export function cohortValues(world: WorldReplicate, cohort: number, ages: number): Float64Array {
  const { ledger, terms, value } = world;
  return lifetimeValues(
    (account, age) => byCohort(ledger, cohort, age, account),
    joinMonth(cohort),
    ages,
    cohort === 0 ? dayOneTerms(terms) : terms,
    value.chargePerPoint,
  );
}

/** Whether a cohort is seen for the tenure at which cohorts are compared. */
function hasTenure({ layout }: Ledger, cohort: number): boolean {
  return joinMonth(cohort) + EQUAL_TENURE <= layout.months;
}

function seesTenure({ horizon }: Scenario): boolean {
  return horizon.months >= EQUAL_TENURE;
}
