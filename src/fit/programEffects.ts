import { monthName } from "../basics/calendar.js";
import { dayName } from "./calendarDays.js";
import { type GroupedSums, NO_ESTIMATE } from "./grouped.js";
import { BALANCE_EDGES, QUARTERS, WEEKS } from "./programCells.js";
import type {
  BalanceBin,
  GradientQuarter,
  NaiveGap,
  ProgramEffects,
  SeenReward,
  TierShare,
  WeekAround,
} from "./programFindings.js";
import { programSnippet } from "./programSnippet.js";
import type { TallySetting } from "./programTally.js";
import { programWarnings } from "./programWarnings.js";
import { selectionOf } from "./selection.js";
import { findVintages } from "./vintages.js";

const DAYS_IN_MONTH = 30;

/**
 * Makes of a log's sums what they say about its program.
 *
 * @param setting sums, and what was known beforehand
 * @param rewards seen, most redeemed first
 * @returns plain data, with the warnings that go with it
 */
export function programEffects(setting: TallySetting, rewards: readonly SeenReward[]): ProgramEffects {
  const { sums, at, months, expiry } = setting;
  const members = sums.of(at.members);
  const { vintages, rate, breakage } = findVintages(sums, at, months, expiry);
  const redeems = rewards.length > 0;
  const found = {
    customers: sums.of(at.exposed),
    members,
    launch: dayName(setting.launch),
    pointsExpire: expiry,
    enrolment: {
      share: sums.ratio(at.members, at.exposed, "share"),
      atOnce: sums.ratio(at.atOnce, at.members, "share"),
      delayDays: sums.ratio(at.delayDays, at.members),
      byMonth: Array.from({ length: months.count }, (_, month) => ({
        month: monthName(months.first + month),
        enrolments: sums.of(at.enrolments + month),
      })),
      selection: sums.estimate((cells) => selectionOf(cells, at, false)),
      selectionOfRate: sums.estimate((cells) => selectionOf(cells, at, true)),
    },
    redemption: redeems
      ? {
          rewards,
          byBalance: findBalances(setting),
          probability: sums.ratio(at.taken, at.due, "share"),
        }
      : null,
    points: vintages.length > 0 ? { vintages, ultimateRedemptionRate: rate, breakage } : null,
    tiers: findTiers(setting),
    aroundRedemption: redeems ? { weeks: findWeeks(setting), afterOverBefore: overTwoWeeks(setting) } : null,
    goalGradient: redeems ? findGradient(setting) : [],
    aroundEnrolment: {
      members: sums.of(at.seenAround),
      before: sums.ratio(at.beforeEnrolment, at.seenAround),
      after: sums.ratio(at.afterEnrolment, at.seenAround),
      afterOverBefore:
        sums.of(at.beforeEnrolment) > 0 ? sums.ratio(at.afterEnrolment, at.beforeEnrolment, "ratio") : NO_ESTIMATE,
    },
    naive: findGap(sums, at),
  };
  const warnings = programWarnings(found, setting.hasOnePrice);
  return { ...found, warnings, snippet: programSnippet(found) };
}

function findBalances({ sums, at }: TallySetting): BalanceBin[] {
  return BALANCE_EDGES.map((from, bin) => ({
    from,
    to: BALANCE_EDGES[bin + 1] ?? null,
    occasions: sums.of(at.occasions + bin),
    redemptions: sums.of(at.redemptions + bin),
    probability: sums.ratio(at.redemptions + bin, at.occasions + bin, "share"),
  }));
}

function findTiers({ sums, at, months, tiers }: TallySetting): TierShare[] {
  const names = [...tiers.keys()];
  return Array.from({ length: months.whole }, (_, month) => month).flatMap((month) => {
    const first = at.tierMembers + month * names.length;
    const all = (cells: Float64Array): number => names.reduce((sum, _, tier) => sum + cells[first + tier], 0);
    if (sums.read(all) === 0) return [];
    return names.map((tier, rank) => ({
      month: monthName(months.first + month),
      tier,
      members: sums.of(first + rank),
      share: sums.estimate((cells) => cells[first + rank] / all(cells), "share"),
    }));
  });
}

function findWeeks({ sums, at }: TallySetting): WeekAround[] {
  return Array.from({ length: 2 * WEEKS }, (_, place) => ({
    week: place < WEEKS ? place - WEEKS : place - WEEKS + 1,
    redemptions: sums.of(at.seenWeeks + place),
    purchases: sums.ratio(at.weekPurchases + place, at.seenWeeks + place),
  }));
}

function overTwoWeeks({ sums, at }: TallySetting): NaiveGap["spendRatio"] {
  const rate = (cells: Float64Array, weeks: readonly number[]): number => {
    const [bought, seen] = [at.weekPurchases, at.seenWeeks].map((first) =>
      weeks.reduce((sum, week) => sum + cells[first + week], 0),
    );
    return bought / seen;
  };
  return sums.estimate((cells) => rate(cells, [WEEKS, WEEKS + 1]) / rate(cells, [WEEKS - 2, WEEKS - 1]), "ratio");
}

function findGradient({ sums, at }: TallySetting): GradientQuarter[] {
  return Array.from({ length: QUARTERS }, (_, quarter) => ({
    from: quarter / QUARTERS,
    ways: sums.of(at.ways + quarter),
    wait: sums.ratio(at.wayWait + quarter, at.ways + quarter),
    firstWait: sums.ratio(at.wayFirstWait + quarter, at.ways + quarter),
    hazardRatio:
      quarter === 0
        ? { ...NO_ESTIMATE, value: 1 }
        : sums.ratio(at.wayFirstWait + quarter, at.wayWait + quarter, "ratio"),
  }));
}

function findGap(sums: GroupedSums, at: TallySetting["at"]): NaiveGap {
  const monthly = (amount: number, days: number): NaiveGap["memberSpend"] =>
    sums.estimate((cells) => (cells[amount] / cells[days]) * DAYS_IN_MONTH);
  const over = (member: number, other: number): NaiveGap["spendRatio"] =>
    sums.estimate((cells) => cells[member] / cells[at.memberDays] / (cells[other] / cells[at.otherDays]), "ratio");
  return {
    memberPurchases: monthly(at.memberPurchases, at.memberDays),
    otherPurchases: monthly(at.otherPurchases, at.otherDays),
    memberSpend: monthly(at.memberSpend, at.memberDays),
    otherSpend: monthly(at.otherSpend, at.otherDays),
    purchaseRatio: over(at.memberPurchases, at.otherPurchases),
    spendRatio: over(at.memberSpend, at.otherSpend),
  };
}
