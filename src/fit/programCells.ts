/** Lower ends of the bins of a balance over the price of the cheapest reward. */
export const BALANCE_EDGES = [0, 1, 1.25, 1.5, 2, 3, 5] as const;

/** Quarters of the way from one reward to the next. */
export const QUARTERS = 4;

/** Weeks kept before a redemption, and after it. */
export const WEEKS = 8;

/** Days before and after enrolment that are held against each other. */
export const ENROLMENT_DAYS = 90;

/** Purchases before the launch are counted one by one up to here. */
export const MOST_COUNTED = 100;

/** Cells that every log has, one of each. */
const SINGLE = [
  /** Customers who bought on the launch or later. */
  "exposed",
  "members",
  /** Members who enrolled with their first purchase since the launch, and days from it to enrolment of all of them. */
  "atOnce",
  "delayDays",
  /** From the first purchase since the launch to the end of the log. */
  "memberDays",
  "memberPurchases",
  "memberSpend",
  "otherDays",
  "otherPurchases",
  "otherSpend",
  /** Members seen long enough before enrolment and after it. */
  "seenAround",
  "beforeEnrolment",
  "afterEnrolment",
  /** Purchases of members at which they could have taken the reward they took next, or the only one; and rewards taken. */
  "due",
  "taken",
] as const;

/** Cells that are lists. */
const LISTS = [
  "occasions",
  "redemptions",
  "seenWeeks",
  "weekPurchases",
  /** Ways to a reward that are seen in a quarter and in the first, and their mean waits in both. */
  "ways",
  "wayWait",
  "wayFirstWait",
  "enrolments",
  "issued",
  "takenBack",
  "redeemed",
  "expired",
  "tierMembers",
  "countedMembers",
  "countedOthers",
] as const;

type Single = (typeof SINGLE)[number];
type List = (typeof LISTS)[number];

/** First cell of each account, and how many there are. */
export type ProgramCells = Readonly<Record<Single | List, number>> & { readonly cells: number };

/**
 * Where each account of a program's history lies among its sums.
 *
 * @param months of the log
 * @param tiers names of tiers
 * @returns first cells: by month, by week from the earliest, by vintage × age, by month × tier, by count of purchases
 * @example layProgram(12, 2).cells > 12 * 12 * 2; // true
 */
export function layProgram(months: number, tiers: number): ProgramCells {
  const lengths: Readonly<Record<List, number>> = {
    occasions: BALANCE_EDGES.length,
    redemptions: BALANCE_EDGES.length,
    seenWeeks: 2 * WEEKS,
    weekPurchases: 2 * WEEKS,
    ways: QUARTERS,
    wayWait: QUARTERS,
    wayFirstWait: QUARTERS,
    enrolments: months,
    issued: months,
    takenBack: months,
    redeemed: months * months,
    expired: months,
    tierMembers: months * tiers,
    countedMembers: MOST_COUNTED + 1,
    countedOthers: MOST_COUNTED + 1,
  };
  let cells = 0;
  const places: Record<string, number> = {};
  for (const name of SINGLE) places[name] = cells++;
  for (const name of LISTS) {
    places[name] = cells;
    cells += lengths[name];
  }
  return { ...(places as Record<Single | List, number>), cells };
}
