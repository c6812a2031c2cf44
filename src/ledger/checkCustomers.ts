import type { CohortAccount, Ledger, TypeAccount } from "./books.js";
import { joinMonth } from "./books.js";
import type { Check } from "./check.js";
import { checkPart, sum } from "./check.js";
import { byCohort, byMonth, byMonthCause, byType, worldTotal } from "./read.js";

const TWIN_ACCOUNTS = ["purchases", "spend", "margin"] as const;
const BY_CAUSE = ["purchases", "spend", "margin", "rewardCost", "closing", "discount"] as const;
const BY_MONTH = ["active", "members", "enrolments", "perkCost"] as const;
/** What the books of cohorts have too. */
const TYPE_AND_COHORT = ["customers", ...BY_MONTH, ...BY_CAUSE] as const satisfies readonly (TypeAccount &
  CohortAccount)[];

/** Months against cohorts. */
export function checkCohorts(world: Ledger, check: Check): void {
  const { months, cohorts } = world.layout;
  for (let month = 0; month < months; month++) {
    const acrossCohorts = (account: CohortAccount): number =>
      sum(cohorts, (cohort) => {
        const age = month - joinMonth(cohort);
        return age < 0 ? 0 : byCohort(world, cohort, age, account);
      });
    const place = `month ${month + 1}`;
    for (const account of BY_CAUSE) {
      check(`${account}: month = cohorts`, place, worldTotal(world, month, account), acrossCohorts(account));
    }
    for (const account of BY_MONTH) {
      check(`${account}: month = cohorts`, place, byMonth(world, month, account), acrossCohorts(account));
    }
    check("newcomers: month = cohorts", place, byMonth(world, month, "newcomers"), acrossCohorts("customers"));
  }
}

/** The day-one cohort against its loyalty types. Redemptions are not kept by cohort: all are theirs where there is no other. */
export function checkTypes(world: Ledger, check: Check): void {
  const { months, cohorts, types } = world.layout;
  if (types === 0) return;
  for (let month = 0; month < months; month++) {
    const acrossTypes = (account: TypeAccount): number => sum(types, (type) => byType(world, month, type, account));
    const place = `month ${month + 1}`;
    for (const account of TYPE_AND_COHORT) {
      check(`${account}: day-one cohort = types`, place, byCohort(world, 0, month, account), acrossTypes(account));
    }
    const [redemptions, ofTypes] = [byMonth(world, month, "redemptions"), acrossTypes("redemptions")];
    if (cohorts === 1) check("redemptions: month = types", place, redemptions, ofTypes);
    else checkPart(check, "redemptions: types are part of month", place, ofTypes, redemptions);
  }
}

/** World against twin: what the world kept and what it displaced is what the twin has. */
export function checkTwin(world: Ledger, twin: Ledger, check: Check): void {
  for (let month = 0; month < world.layout.months; month++) {
    for (const account of TWIN_ACCOUNTS) {
      const own = (cause: "kept" | "forgone" | "lost"): number => byMonthCause(world, month, cause, account);
      check(
        `${account}: twin = kept + forgone + lost`,
        `month ${month + 1}`,
        worldTotal(twin, month, account),
        own("kept") + own("forgone") + own("lost"),
      );
    }
    check(
      "newcomers: twin = world",
      `month ${month + 1}`,
      byMonth(twin, month, "newcomers"),
      byMonth(world, month, "newcomers"),
    );
  }
}
