import type { CohortRow, WorldFindings } from "../../study/findings.js";

/** Retention of customers who joined in one year, or were there on day one, by months since they joined. */
export interface CohortYear {
  /** "day one", or the calendar year of joining. */
  readonly cohort: string;
  /** From 1, the month of joining; only tenures at which every cohort of the year is seen, so that all are of the same people. */
  readonly points: readonly { readonly tenure: number; readonly retention: number }[];
}

/**
 * A world's cohorts, those of a calendar year together.
 *
 * @param world with newcomers
 * @returns day one, then each year of which two or more tenures are seen
 */
export function cohortYears({ cohorts }: WorldFindings): CohortYear[] {
  const years = new Map<string, CohortRow[]>();
  for (const row of cohorts) {
    const year = row.joinMonth === 0 ? row.cohort : row.cohort.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years].map(([cohort, rows]) => ({ cohort, points: together(rows) })).filter(hasCourse);
}

function hasCourse({ points }: CohortYear): boolean {
  return points.length > 1;
}

/** Shares of all of them, by tenures at which each is seen. */
function together(rows: readonly CohortRow[]): CohortYear["points"] {
  const ages = Math.min(...rows.map(({ retention }) => retention.length));
  const all = rows.reduce((sum, { customers }) => sum + customers, 0);
  return Array.from({ length: ages }, (_, age) => age).flatMap((age) => {
    let kept = 0;
    for (const { customers, retention } of rows) {
      const share = retention[age] ?? null;
      if (share === null) return [];
      kept += share * customers;
    }
    return [{ tenure: age + 1, retention: kept / all }];
  });
}
