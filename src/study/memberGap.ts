import { byCohort } from "../ledger/read.js";
import { valueSum } from "../ledger/readMembers.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { dayOneCustomers, overAges } from "./sums.js";

const COSTS = ["rewardCost", "discount", "perkCost"] as const;
const BASIS =
  "margin at shelf price, before rewards, discounts and perks, not discounted, over all months of the horizon; members are day-one customers who enrolled within it, whenever they did";

/** Day-one customers by whether they ever enrolled: how many, and their margin over the horizon in minor units, of the sample. */
interface Sides {
  readonly members: number;
  readonly others: number;
  readonly memberMargin: number;
  readonly otherMargin: number;
  /** Of the members, without the program. */
  readonly twinMargin: number;
  readonly months: number;
}

/**
 * What anybody with the company's books would compare, members with non-members, and beside it what the program does to members. Who
 * never enrols lives the twin's life, so that all that differs between the worlds is the members'.
 */
export const MEMBER_GAP_MEASURES: readonly Measure[] = [
  {
    key: "memberGap",
    label: "Members' margin a month over non-members' (naive)",
    unit: "money",
    good: "neither",
    formula: `margin per member and month − margin per non-member and month, in the same world; mean over replicates. Members chose to be members: this is no effect of the program. ${BASIS}`,
    worlds: "program",
    kind: "mean",
    of: (world) => naiveGap(sidesOf(world)),
  },
  {
    key: "memberGapRelative",
    label: "Members' margin over non-members', relative (naive)",
    unit: "share",
    good: "neither",
    formula: `margin per member / margin per non-member − 1, in the same world. Members chose to be members: this is no effect of the program. ${BASIS}`,
    worlds: "program",
    kind: "ratio",
    of: (world) => {
      const { members, others, memberMargin, otherMargin } = sidesOf(world);
      return [memberMargin * others - otherMargin * members, otherMargin * members];
    },
  },
  {
    key: "memberGapCausal",
    label: "Members' margin a month over their own without the program (causal)",
    unit: "money",
    good: "up",
    formula: `(margin of members − margin of the same people without the program) / members and months. ${BASIS}`,
    worlds: "program",
    kind: "ratio",
    of: (world) => {
      const { members, memberMargin, twinMargin, months } = sidesOf(world);
      return [(memberMargin - twinMargin) / months, members];
    },
  },
  {
    key: "memberGapRatio",
    label: "Naive gap / causal effect on members",
    unit: "ratio",
    good: "neither",
    formula:
      "members' margin a month over non-members' / members' margin a month over their own without the program; published: about 7, 5 to 9 (Leenheer et al. 2007)",
    worlds: "program",
    kind: "ratio",
    of: (world) => {
      const sides = sidesOf(world);
      const { members, memberMargin, twinMargin, months } = sides;
      const gap = naiveGap(sides);
      return gap === null ? [0, 0] : [gap, (memberMargin - twinMargin) / members / months];
    },
  },
];

function naiveGap({ members, others, memberMargin, otherMargin, months }: Sides): number | null {
  return members === 0 || others === 0 ? null : (memberMargin / members - otherMargin / others) / months;
}

function sidesOf({ ledger, twin }: WorldReplicate): Sides {
  const { months } = ledger.layout;
  const members = overAges(ledger, "enrolments");
  const over = (of: typeof ledger, account: "margin" | (typeof COSTS)[number]): number => {
    let sum = 0;
    for (let age = 0; age < months; age++) sum += byCohort(of, 0, age, account);
    return sum;
  };
  const costs = COSTS.reduce((sum, account) => sum + over(ledger, account), 0);
  const memberMargin = valueSum(ledger, "dayOne", "world") + costs;
  const otherMargin = over(ledger, "margin") - memberMargin;
  return {
    members,
    others: dayOneCustomers(ledger) - members,
    memberMargin,
    otherMargin,
    twinMargin: over(twin, "margin") - otherMargin,
    months,
  };
}
