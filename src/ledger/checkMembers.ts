import type { CohortAccount, Ledger, MonthCauseAccount } from "./books.js";
import { joinMonth } from "./books.js";
import { CAUSES, type Cause } from "./cause.js";
import type { Check } from "./check.js";
import { checkPart, sum } from "./check.js";
import type { ValueGroup, ValueKind } from "./memberBooks.js";
import { REWARD_DAYS, VALUE_GROUPS, VALUE_KINDS } from "./memberBooks.js";
import { byCohort, byMonth, byMonthCause } from "./read.js";
import { byRewardDay, byRewardReach, byValue, rewardsSeen, valueSum } from "./readMembers.js";
import { VALUE_BINS, valueBinRange } from "./valueBins.js";

const COSTS = ["rewardCost", "discount", "perkCost"] as const;
/** Causes of what the twin has and this world has not. */
const DISPLACED: readonly Cause[] = ["forgone", "lost"];

/** Members by value against enrolments, and what they are worth over their twins against cohorts of both worlds and against causes. */
export function checkValue(world: Ledger, twin: Ledger, check: Check): void {
  if (world.layout.members === 0) return;
  for (const group of VALUE_GROUPS) {
    const enrolled = overCohorts(world, group, "enrolments");
    for (const kind of VALUE_KINDS) checkBins(world, group, kind, enrolled, check);
    const worth = valueSum(world, group, "difference");
    const own = valueSum(world, group, "world") - valueSum(world, group, "twin");
    check("value over the twin = value − twin's", group, worth, own);
    const costs = COSTS.reduce((total, account) => total + overCohorts(world, group, account), 0);
    const margins = overCohorts(world, group, "margin") - overCohorts(twin, group, "margin");
    // Who never enrols lives the twin's life, and adds nothing to either side.
    check("value over the twin: members = cohorts of both worlds", group, worth, margins - costs);
  }
  const worth = VALUE_GROUPS.reduce((total, group) => total + valueSum(world, group, "difference"), 0);
  check("value over the twin: members = causes", "all members", worth, worthByCause(world));
}

function checkBins(world: Ledger, group: ValueGroup, kind: ValueKind, enrolled: number, check: Check): void {
  const members = (bin: number): number => byValue(world, group, kind, bin);
  check(`${kind}: members by value = enrolments`, group, sum(VALUE_BINS, members), enrolled);
  const [least, greatest] = [0, 1].map((end) =>
    sum(VALUE_BINS, (bin) => (members(bin) === 0 ? 0 : members(bin) * valueBinRange(bin)[end])),
  );
  const exact = valueSum(world, group, kind);
  checkPart(check, `${kind}: the sum is no less than the bins say`, group, least, exact);
  checkPart(check, `${kind}: the sum is no more than the bins say`, group, exact, greatest);
}

/** An account over the lives of the day-one cohort, or of all later ones. */
function overCohorts(ledger: Ledger, group: ValueGroup, account: CohortAccount): number {
  const { months, cohorts } = ledger.layout;
  return sum(cohorts, (cohort) =>
    (cohort === 0) === (group === "dayOne")
      ? sum(months - joinMonth(cohort), (age) => byCohort(ledger, cohort, age, account))
      : 0,
  );
}

function worthByCause(world: Ledger): number {
  const cell = (month: number, cause: Cause, account: MonthCauseAccount): number =>
    byMonthCause(world, month, cause, account);
  return sum(world.layout.months, (month) => {
    const causes = CAUSES.reduce((total, cause) => {
      const margin = cause === "kept" ? 0 : cell(month, cause, "margin");
      const given = cell(month, cause, "rewardCost") + cell(month, cause, "discount");
      return total + (DISPLACED.includes(cause) ? 0 - margin : margin) - given;
    }, 0);
    return causes - byMonth(world, month, "perkCost");
  });
}

/** Purchases around rewards against the rewards handed out, and days seen of them. */
export function checkRewardDays(world: Ledger, check: Check): void {
  if (world.layout.members === 0) return;
  const rewards = sum(world.layout.months, (month) => byMonth(world, month, "redemptions"));
  const taking = CAUSES.reduce((total, cause) => total + byRewardDay(world, 0, cause), 0);
  check("rewards: months = purchases that took one", "all months", rewards, taking);
  for (const side of ["before", "after"] as const) {
    const reaches = sum(REWARD_DAYS + 1, (days) => byRewardReach(world, side, days));
    check("rewards: months = days seen of them", side, rewards, reaches);
  }
  for (const cause of DISPLACED) {
    check("no reward is taken with a displaced purchase", cause, byRewardDay(world, 0, cause), 0);
  }
  for (let day = -REWARD_DAYS; day <= REWARD_DAYS; day++) {
    if (rewardsSeen(world, day) > 0) continue;
    const purchases = CAUSES.reduce((total, cause) => total + byRewardDay(world, day, cause), 0);
    check("a day nobody is seen on has no purchases", `day ${day}`, purchases, 0);
  }
}
