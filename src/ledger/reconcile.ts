import type { CohortAccount, Ledger, MonthCauseAccount } from "./books.js";
import { joinMonth } from "./books.js";
import { CAUSES, POINT_CAUSES } from "./cause.js";
import { byCohort, byMonth, byMonthCause, byVintageAge, byVintageCause, worldTotal } from "./read.js";

/** Two books, or a book and a count, that should say the same and do not. */
export interface Discrepancy {
  readonly rule: string;
  readonly place: string;
  readonly left: number;
  readonly right: number;
}

type Check = (rule: string, place: string, left: number, right: number) => void;

const EARNING_CAUSES = CAUSES.slice(0, POINT_CAUSES);
const TWIN_ACCOUNTS = ["purchases", "spend", "margin"] as const;

/**
 * Holds every book of a ledger against every other, and against the twin's.
 *
 * ```
 *  month × cause ──Σ── vintage × cause ──Σ── vintage × age      points: opening + issued = redeemed + expired + closing
 *       └────────Σ──── cohort × age ────Σ── month               closing is counted from lots, the rest are flows
 *  world: kept + lifted + …      twin (world 0): kept + forgone + lost
 * ```
 *
 * @param world books of one world and replicate
 * @param twin books of world 0 of the same replicate
 * @returns what does not agree; empty when everything does
 * @example reconcile(ledger, twin); // []
 */
export function reconcile(world: Ledger, twin: Ledger): Discrepancy[] {
  const found: Discrepancy[] = [];
  const check: Check = (rule, place, left, right) => {
    if (left !== right) found.push({ rule, place, left, right });
  };
  checkWhole(world, check);
  checkPoints(world, check);
  checkVintages(world, check);
  checkCohorts(world, check);
  checkTwin(world, twin, check);
  return found;
}

function checkWhole(world: Ledger, check: Check): void {
  world.cells.forEach((cell, at) => {
    if (!Number.isSafeInteger(cell)) check("every cell is a whole number", `cell ${at}`, cell, Math.round(cell));
  });
}

function checkPoints(world: Ledger, check: Check): void {
  for (const cause of EARNING_CAUSES) {
    let opening = 0;
    for (let month = 0; month < world.layout.months; month++) {
      const cell = (account: MonthCauseAccount): number => byMonthCause(world, month, cause, account);
      check(
        "opening + issued = redeemed + expired + closing",
        `month ${month + 1}, ${cause}`,
        opening + cell("issued"),
        cell("redeemed") + cell("expired") + cell("closing"),
      );
      opening = cell("closing");
    }
  }
  for (const cause of CAUSES.slice(POINT_CAUSES)) {
    for (let month = 0; month < world.layout.months; month++) {
      for (const account of ["issued", "redeemed", "expired", "closing", "rewardCost"] as const) {
        check(
          "displaced purchases carry no points",
          `month ${month + 1}, ${cause}`,
          byMonthCause(world, month, cause, account),
          0,
        );
      }
    }
  }
}

function checkVintages(world: Ledger, check: Check): void {
  const { months } = world.layout;
  for (const cause of EARNING_CAUSES) {
    for (const account of ["redeemed", "expired"] as const) {
      check(
        `${account}: months = vintages`,
        cause,
        sum(months, (month) => byMonthCause(world, month, cause, account)),
        sum(months, (vintage) => byVintageCause(world, vintage, cause, account)),
      );
    }
    check(
      "closing: last month = vintages",
      cause,
      byMonthCause(world, months - 1, cause, "closing"),
      sum(months, (vintage) => byVintageCause(world, vintage, cause, "closing")),
    );
    for (let vintage = 0; vintage < months; vintage++) {
      const cell = (account: "issued" | "redeemed" | "expired" | "closing"): number =>
        byVintageCause(world, vintage, cause, account);
      const place = `vintage ${vintage + 1}, ${cause}`;
      check(
        "issued = redeemed + expired + closing",
        place,
        cell("issued"),
        cell("redeemed") + cell("expired") + cell("closing"),
      );
      check("issued: month = vintage", place, byMonthCause(world, vintage, cause, "issued"), cell("issued"));
    }
  }
  for (let vintage = 0; vintage < months; vintage++) {
    for (const account of ["redeemed", "expired"] as const) {
      check(
        `${account}: ages = causes`,
        `vintage ${vintage + 1}`,
        sum(months, (age) => byVintageAge(world, vintage, age, account)),
        EARNING_CAUSES.reduce((total, cause) => total + byVintageCause(world, vintage, cause, account), 0),
      );
    }
  }
}

function checkCohorts(world: Ledger, check: Check): void {
  const { months, cohorts } = world.layout;
  for (let month = 0; month < months; month++) {
    const acrossCohorts = (account: CohortAccount): number => {
      let total = 0;
      for (let cohort = 0; cohort < cohorts; cohort++) {
        const age = month - joinMonth(cohort);
        if (age >= 0) total += byCohort(world, cohort, age, account);
      }
      return total;
    };
    const place = `month ${month + 1}`;
    for (const account of ["purchases", "spend", "margin", "rewardCost", "closing"] as const) {
      check(`${account}: month = cohorts`, place, worldTotal(world, month, account), acrossCohorts(account));
    }
    for (const account of ["active", "members", "enrolments"] as const) {
      check(`${account}: month = cohorts`, place, byMonth(world, month, account), acrossCohorts(account));
    }
    check("newcomers: month = cohorts", place, byMonth(world, month, "newcomers"), acrossCohorts("customers"));
  }
}

function checkTwin(world: Ledger, twin: Ledger, check: Check): void {
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

function sum(count: number, term: (at: number) => number): number {
  let total = 0;
  for (let at = 0; at < count; at++) total += term(at);
  return total;
}
