import type { Comparison } from "../../study/findings.js";
import { DIFFERENCE_COLUMNS, ESTIMATE_COLUMNS, estimateFields } from "./estimate.js";
import type { CsvValue } from "./text.js";

/** Tenure at which the value of a cohort has an interval. */
const TENURE = 12;

export const COHORT_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "role", "currency"],
  ...["cohort", "join_month", "customers", "tenure", "retention", "clv"],
  ...[...ESTIMATE_COLUMNS, ...DIFFERENCE_COLUMNS].map((column) => `clv_${TENURE}_${column}`),
];

/**
 * A line for each month of tenure of each cohort of each world; what is known of the CLV at equal tenure stands at that tenure.
 *
 * @param comparison what was found
 */
export function cohortLines({ groups }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      world.cohorts.flatMap(({ cohort, joinMonth, customers, retention, clv, clvAtTenure }) =>
        clv.map((value, age) => [
          ...[group.name, world.name, world.file, world.role, group.currency.code],
          ...[cohort, joinMonth, customers, age + 1, retention[age] ?? null, value],
          ...estimateFields(age + 1 === TENURE ? (clvAtTenure?.level ?? null) : null),
          ...estimateFields(age + 1 === TENURE ? (clvAtTenure?.difference ?? null) : null),
        ]),
      ),
    ),
  );
}
