import { joinMonth } from "../ledger/books.js";
import { byCohort } from "../ledger/read.js";
import { cohortValues, EQUAL_TENURE } from "./cohortMeasures.js";
import type { WorldReplicate } from "./measure.js";
import type { MeasureSample } from "./samples.js";

/** Sums over replicates of what becomes of each cohort, of the sample; and per replicate its value at equal tenure. */
export class CohortSums {
  /** Customers who ever joined, by cohort. */
  readonly customers: Float64Array;
  /** Retained customers, and value up to then in minor units, cohort × age. */
  readonly active: Float64Array;
  readonly value: Float64Array;
  /** CLV at equal tenure by cohort; null of those not seen for so long. */
  readonly atTenure: readonly (Extract<MeasureSample, { kind: "ratio" }> | null)[];
  readonly months: number;

  constructor(months: number, cohorts: number) {
    this.months = months;
    this.customers = new Float64Array(cohorts);
    this.active = new Float64Array(cohorts * months);
    this.value = new Float64Array(cohorts * months);
    this.atTenure = Array.from({ length: cohorts }, (_, cohort) =>
      joinMonth(cohort) + EQUAL_TENURE <= months ? { kind: "ratio", numerators: [], denominators: [] } : null,
    );
  }

  /** Takes in one replicate. */
  add(world: WorldReplicate): void {
    const { ledger } = world;
    this.customers.forEach((_, cohort) => {
      const ages = this.months - joinMonth(cohort);
      const customers = byCohort(ledger, cohort, 0, "customers");
      const values = cohortValues(world, cohort, ages);
      this.customers[cohort] += customers;
      for (let age = 0; age < ages; age++) {
        const at = cohort * this.months + age;
        this.active[at] += byCohort(ledger, cohort, age, "active");
        this.value[at] += values[age];
      }
      const sample = this.atTenure[cohort];
      sample?.numerators.push(values[EQUAL_TENURE - 1]);
      sample?.denominators.push(customers);
    });
  }
}
