import type { Ledger } from "../ledger/books.js";
import { byTier, byTierMove, byWait } from "../ledger/read.js";
import { MEMBERS_COUNTED, type Measure } from "./measure.js";
import { hasTiers } from "./scenarioHas.js";
import { dayOneCustomers, overAges, overMonth } from "./sums.js";

const MONTHS_PER_YEAR = 12;
const TIERED = { worlds: "program", kind: "ratio", appliesTo: hasTiers } as const;

/** Members: how many, how soon rewarded, how they move between tiers. */
export const MEMBER_MEASURES: readonly Measure[] = [
  {
    key: "memberShare",
    label: "Members among day-one customers",
    unit: "share",
    good: "neither",
    formula: "day-one customers who enrolled within the horizon / day-one customers",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger }) => [overAges(ledger, "enrolments"), dayOneCustomers(ledger)],
  },
  {
    key: "monthsToFirstReward",
    label: "Months to the first reward (median of those who got one)",
    unit: "count",
    good: "down",
    formula:
      "calendar months from enrolment to the first reward, median of the members who got one within the horizon, interpolated inside its month; mean over replicates",
    worlds: "program",
    kind: "mean",
    of: ({ ledger }) => medianWait(ledger),
  },
  {
    key: "unrewardedShare",
    label: "Members without a reward within the horizon",
    unit: "share",
    good: "down",
    formula: "members without any reward at the horizon / members enrolled within it, whenever they enrolled",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger }) => {
      const enrolled = overMonth(ledger, "enrolments");
      return [enrolled - overMonth(ledger, "firstRewards"), enrolled];
    },
  },
  {
    key: "aboveEntryShare",
    label: "Members above the entry tier",
    unit: "share",
    good: "neither",
    formula: `members in a tier above the entry tier / members, at the end of the horizon; members are ${MEMBERS_COUNTED}`,
    ...TIERED,
    of: ({ ledger }) => {
      const last = ledger.layout.months - 1;
      const members = tiers(ledger).map((tier) => byTier(ledger, last, tier, "members"));
      const all = members.reduce((sum, count) => sum + count, 0);
      return [all - members[0], all];
    },
  },
  {
    key: "promotedAYear",
    label: "Promotions per member and year",
    unit: "share",
    good: "neither",
    formula: `moves to a higher tier over the horizon / member-years of ${MEMBERS_COUNTED}`,
    ...TIERED,
    of: ({ ledger }) => [moves(ledger, (from, to) => to > from), memberYears(ledger)],
  },
  {
    key: "demotedAYear",
    label: "Demotions per member and year",
    unit: "share",
    good: "neither",
    formula: `moves to a lower tier over the horizon / member-years of ${MEMBERS_COUNTED}`,
    ...TIERED,
    of: ({ ledger }) => [moves(ledger, (from, to) => to < from), memberYears(ledger)],
  },
  {
    key: "perkCostPerMemberYear",
    label: "Perk cost per member and year",
    unit: "money",
    good: "down",
    formula: `perk cost over the horizon, not discounted / member-years of ${MEMBERS_COUNTED}`,
    ...TIERED,
    of: ({ ledger }) => [overMonth(ledger, "perkCost"), memberYears(ledger)],
  },
];

function memberYears(ledger: Ledger): number {
  return overMonth(ledger, "members") / MONTHS_PER_YEAR;
}

function tiers({ layout }: Ledger): number[] {
  return Array.from({ length: layout.tiers }, (_, tier) => tier);
}

function moves(ledger: Ledger, counts: (from: number, to: number) => boolean): number {
  let sum = 0;
  for (let month = 0; month < ledger.layout.months; month++) {
    for (const from of tiers(ledger)) {
      for (const to of tiers(ledger)) if (counts(from, to)) sum += byTierMove(ledger, month, from, to);
    }
  }
  return sum;
}

/**
 * Median of the calendar months from enrolment to the first reward: a difference of m counts as m − ½ to m + ½, from 0 up.
 *
 * @param ledger books of one world and replicate
 * @returns null when nobody got a reward
 * @source grouped median by linear interpolation
 */
function medianWait(ledger: Ledger): number | null {
  const { months } = ledger.layout;
  const half = overMonth(ledger, "firstRewards") / 2;
  if (half === 0) return null;
  let before = 0;
  for (let wait = 0; wait < months; wait++) {
    const here = byWait(ledger, wait);
    if (here > 0 && before + here >= half) {
      const [from, to] = [Math.max(0, wait - 0.5), wait + 0.5];
      return from + ((half - before) / here) * (to - from);
    }
    before += here;
  }
  return null;
}
