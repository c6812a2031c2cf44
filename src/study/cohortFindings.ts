import { monthName, monthNumber } from "../basics/calendar.js";
import { joinMonth } from "../ledger/books.js";
import type { Reading } from "./assemble.js";
import { findMeasure } from "./assemble.js";
import { COHORT_MEASURES } from "./cohortMeasures.js";
import type { WorldCollector } from "./collect.js";
import type { CohortRow } from "./findings.js";

const TENURE_MEASURE = COHORT_MEASURES[0];

/**
 * What becomes of each cohort of a world.
 *
 * @param collector of the world
 * @param reference of the world that differences are against; null in that world itself
 * @param start first month, "YYYY-MM"
 * @param window months a purchase keeps a customer retained; null with contracts
 * @param scale company customers for each simulated one
 * @param reading money unit, pairing, sample share
 * @returns day one and every month with newcomers; empty when nobody joins after day one
 */
export function findCohorts(
  collector: WorldCollector,
  reference: WorldCollector | null,
  start: string,
  window: number | null,
  scale: number,
  reading: Reading,
): CohortRow[] {
  const { cohorts: sums, replicates } = collector;
  if (sums === null) return [];
  const present = Array.from(sums.customers.keys()).filter((cohort) => sums.customers[cohort] > 0);
  if (present.length < 2) return [];
  const first = monthNumber(start);
  return present.map((cohort) => {
    const joined = joinMonth(cohort);
    const customers = sums.customers[cohort];
    const ages = Array.from({ length: sums.months - joined }, (_, age) => age);
    const at = (age: number): number => cohort * sums.months + age;
    const seen = firstSeen(cohort, window);
    const sample = sums.atTenure[cohort];
    return {
      cohort: cohort === 0 ? "day one" : monthName(first + joined),
      joinMonth: cohort === 0 ? 0 : joined + 1,
      customers: (customers * scale) / replicates,
      retention: ages.map((age) => (age < seen ? null : sums.active[at(age)] / customers)),
      clv: ages.map((age) => sums.value[at(age)] / customers / reading.minorPerUnit),
      clvAtTenure:
        sample === null
          ? null
          : findMeasure(TENURE_MEASURE, sample, reference?.cohorts?.atTenure[cohort] ?? null, false, reading, [], []),
    };
  });
}

/** First age at whose end retention means something: day-one customers join with the month, newcomers within it. */
function firstSeen(cohort: number, window: number | null): number {
  if (window === null) return 0;
  return cohort === 0 ? window - 1 : window;
}
