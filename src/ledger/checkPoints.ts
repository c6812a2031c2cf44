import type { Ledger, MonthCauseAccount, VintageCauseAccount } from "./books.js";
import { CAUSES, POINT_CAUSES } from "./cause.js";
import type { Check } from "./check.js";
import { sum } from "./check.js";
import { byMonth, byMonthCause, byVintageAge, byVintageCause, byWait } from "./read.js";

const EARNING_CAUSES = CAUSES.slice(0, POINT_CAUSES);
const DISPLACED_CAUSES = CAUSES.slice(POINT_CAUSES);
/** Ways points go. */
const FLOWS = ["redeemed", "expired", "forfeited"] as const;
/** What only purchases that are made can have. */
const MEMBER_ACCOUNTS = ["issued", ...FLOWS, "closing", "rewardCost", "discount"] as const;

/** Points by month and cause: what was there and came is what went and is left. Displaced purchases have none. */
export function checkPoints(world: Ledger, check: Check): void {
  for (const cause of EARNING_CAUSES) {
    let opening = 0;
    for (let month = 0; month < world.layout.months; month++) {
      const cell = (account: MonthCauseAccount): number => byMonthCause(world, month, cause, account);
      check(
        "opening + issued = redeemed + expired + forfeited + closing",
        `month ${month + 1}, ${cause}`,
        opening + cell("issued"),
        cell("redeemed") + cell("expired") + cell("forfeited") + cell("closing"),
      );
      opening = cell("closing");
    }
  }
  for (const cause of DISPLACED_CAUSES) {
    for (let month = 0; month < world.layout.months; month++) {
      for (const account of MEMBER_ACCOUNTS) {
        const amount = byMonthCause(world, month, cause, account);
        check("displaced purchases carry no points and no discount", `month ${month + 1}, ${cause}`, amount, 0);
      }
    }
  }
}

/** Points by month against points by vintage and cause, and those against vintage and age. */
export function checkVintages(world: Ledger, check: Check): void {
  const { months } = world.layout;
  for (const cause of EARNING_CAUSES) {
    for (const account of FLOWS) {
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
      const cell = (account: VintageCauseAccount): number => byVintageCause(world, vintage, cause, account);
      const place = `vintage ${vintage + 1}, ${cause}`;
      check(
        "issued = redeemed + expired + forfeited + closing",
        place,
        cell("issued"),
        cell("redeemed") + cell("expired") + cell("forfeited") + cell("closing"),
      );
      check("issued: month = vintage", place, byMonthCause(world, vintage, cause, "issued"), cell("issued"));
    }
  }
  for (let vintage = 0; vintage < months; vintage++) {
    for (const account of FLOWS) {
      check(
        `${account}: ages = causes`,
        `vintage ${vintage + 1}`,
        sum(months, (age) => byVintageAge(world, vintage, age, account)),
        EARNING_CAUSES.reduce((total, cause) => total + byVintageCause(world, vintage, cause, account), 0),
      );
    }
  }
}

/** First rewards by month against first rewards by months since enrolment. */
export function checkFirstRewards(world: Ledger, check: Check): void {
  const { months } = world.layout;
  check(
    "first rewards: months = waits",
    "all months",
    sum(months, (month) => byMonth(world, month, "firstRewards")),
    sum(months, (wait) => byWait(world, wait)),
  );
}
