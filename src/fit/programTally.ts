import type { GroupedSums } from "./grouped.js";
import { LotBook } from "./lotBook.js";
import type { MonthsOfLog } from "./monthsOfLog.js";
import type { Occasion } from "./occasions.js";
import { BALANCE_EDGES, ENROLMENT_DAYS, MOST_COUNTED, type ProgramCells, QUARTERS, WEEKS } from "./programCells.js";

/** What it takes to tally a customer's occasions. */
export interface TallySetting {
  readonly at: ProgramCells;
  readonly sums: GroupedSums;
  readonly months: MonthsOfLog;
  /** Last day observed, since 1970. */
  readonly until: number;
  /** First day on which a member is seen. */
  readonly launch: number;
  /** Whole months points live after the one they were earned in; null: for ever. */
  readonly expiry: number | null;
  /** Points of the cheapest reward, and whether it is the only one. */
  readonly cheapest: number;
  readonly hasOnePrice: boolean;
  readonly tiers: ReadonlyMap<string, number>;
  /** Days before the launch whose purchases are counted. */
  readonly before: number | null;
}

/** Dirt found on the way, by number of row. */
export interface ProgramDirt {
  readonly excess: number[];
  readonly withoutMember: number[];
}

const DAYS_IN_WEEK = 7;

/**
 * Adds one customer to the sums.
 *
 * @param setting sums and what is known of the program
 * @param customer number of the customer
 * @param occasions in order of time
 * @param dirt receives rows whose points cannot be
 */
export function tallyCustomer(
  setting: TallySetting,
  customer: number,
  occasions: readonly Occasion[],
  dirt: ProgramDirt,
): void {
  const { sums, at, launch, until } = setting;
  const purchases = occasions.filter((one) => one.isPurchase);
  const enrolled = occasions.findIndex((one) => one.isMarked);
  const points = occasions.filter(
    (one, place) => (one.earned !== 0 || one.redeemed > 0) && (enrolled < 0 || place < enrolled),
  );
  for (const { row } of points) dirt.withoutMember.push(row);
  const exposed = purchases.filter(({ day }) => day >= launch);
  if (exposed.length > 0) {
    const side = enrolled < 0 ? "other" : "member";
    sums.add(customer, at.exposed, 1);
    sums.add(customer, at[`${side}Days`], until + 1 - exposed[0].time);
    sums.add(customer, at[`${side}Purchases`], exposed.length);
    for (const { day, spend } of occasions) if (day >= launch) sums.add(customer, at[`${side}Spend`], spend);
    tallyBefore(setting, customer, purchases, enrolled >= 0);
  }
  if (enrolled < 0) return;
  const { time, day } = occasions[enrolled];
  sums.add(customer, at.members, 1);
  sums.add(customer, at.enrolments + setting.months.monthOf(day), 1);
  const [first] = exposed;
  if (first !== undefined && first.time < time) sums.add(customer, at.delayDays, time - first.time);
  else sums.add(customer, at.atOnce, 1);
  tallyEnrolment(setting, customer, purchases, time);
  tallyTiers(setting, customer, occasions.slice(enrolled));
  const redeemedAt = tallyPoints(setting, customer, occasions.slice(enrolled), dirt);
  tallyWeeks(setting, customer, purchases, redeemedAt, time);
}

/** Purchases in the days before the launch, of customers who bought before those days already. */
function tallyBefore(setting: TallySetting, customer: number, purchases: readonly Occasion[], isMember: boolean): void {
  const { sums, at, launch, before } = setting;
  if (before === null || purchases[0].day > launch - before) return;
  const count = purchases.filter(({ day }, place) => place > 0 && day >= launch - before && day < launch).length;
  sums.add(customer, (isMember ? at.countedMembers : at.countedOthers) + Math.min(count, MOST_COUNTED), 1);
}

/** Purchases on equally many days before enrolment and after it, the first purchase and the one of enrolment apart. */
function tallyEnrolment(setting: TallySetting, customer: number, purchases: readonly Occasion[], time: number): void {
  const { sums, at, until } = setting;
  if (purchases.length === 0 || purchases[0].time > time - ENROLMENT_DAYS || time + ENROLMENT_DAYS > until + 1) return;
  sums.add(customer, at.seenAround, 1);
  for (const one of purchases.slice(1)) {
    const days = one.time - time;
    if (days < 0 && days >= -ENROLMENT_DAYS) sums.add(customer, at.beforeEnrolment, 1);
    if (days > 0 && days <= ENROLMENT_DAYS) sums.add(customer, at.afterEnrolment, 1);
  }
}

/** The tier last seen, at the end of each whole month. */
function tallyTiers(setting: TallySetting, customer: number, occasions: readonly Occasion[]): void {
  const { sums, at, months, tiers } = setting;
  let tier: number | undefined;
  let next = 0;
  for (let month = months.monthOf(occasions[0].day); month < months.whole; month++) {
    for (; next < occasions.length && months.monthOf(occasions[next].day) <= month; next++) {
      const { tier: name } = occasions[next];
      if (name !== null) tier = tiers.get(name) ?? tier;
    }
    if (tier !== undefined) sums.add(customer, at.tierMembers + month * tiers.size + tier, 1);
  }
}

/**
 * Follows a member's points from occasion to occasion: lots, chances to redeem, and the way to the next reward.
 *
 * @returns instants of redemptions
 */
function tallyPoints(
  setting: TallySetting,
  customer: number,
  occasions: readonly Occasion[],
  dirt: ProgramDirt,
): number[] {
  const { sums, at, months, expiry, cheapest, hasOnePrice } = setting;
  const lots = new LotBook();
  const redeemedAt: number[] = [];
  let spell: { readonly time: number; readonly balance: number }[] = [];
  let [month, start, startedAt] = [months.monthOf(occasions[0].day), 0, Number.NaN];
  const closeUntil = (upTo: number): void => {
    for (; month < upTo; month++) {
      if (expiry !== null) lots.expire(month - expiry, (points, lot) => sums.add(customer, at.expired + lot, points));
    }
  };
  for (const { day, time, earned, redeemed, isPurchase, row } of occasions) {
    closeUntil(months.monthOf(day));
    if (earned > 0) {
      lots.earn(earned, month);
      sums.add(customer, at.issued + month, earned);
    } else if (earned < 0) lots.takeBack(-earned, (points, lot) => sums.add(customer, at.takenBack + lot, points));
    if (isPurchase) {
      const bin = BALANCE_EDGES.findLastIndex((edge) => lots.balance >= edge * cheapest);
      sums.add(customer, at.occasions + bin, 1);
      if (redeemed > 0) sums.add(customer, at.redemptions + bin, 1);
      spell.push({ time, balance: lots.balance });
    }
    if (redeemed === 0) continue;
    const age = (lot: number): number => at.redeemed + lot * months.count + (month - lot);
    if (lots.spend(redeemed, (points, lot) => sums.add(customer, age(lot), points)) > 0) dirt.excess.push(row);
    const due = spell.filter(({ balance }) => balance >= redeemed).length;
    sums.add(customer, at.due, due);
    if (due > 0) sums.add(customer, at.taken, 1);
    if (redeemedAt.length > 0)
      tallyGradient(setting, customer, [{ time: startedAt, balance: start }, ...spell], redeemed);
    redeemedAt.push(time);
    [start, startedAt, spell] = [lots.balance, time, []];
  }
  // Where there is one reward, everybody waits for it, whether it was ever taken or not.
  if (hasOnePrice) sums.add(customer, at.due, spell.filter(({ balance }) => balance >= cheapest).length);
  closeUntil(months.whole);
  return redeemedAt;
}

/**
 * Mean waits of one way from a reward to the next, by the quarter of it that lay behind the member when they began, each beside that of
 * the first quarter of the same way: ways of all members and lengths weigh alike on both sides.
 */
function tallyGradient(
  { sums, at }: TallySetting,
  customer: number,
  way: readonly { readonly time: number; readonly balance: number }[],
  price: number,
): void {
  const start = way[0].balance;
  if (start >= price) return;
  const days = new Array<number>(QUARTERS).fill(0);
  const waits = new Array<number>(QUARTERS).fill(0);
  for (let wait = 0; wait + 1 < way.length; wait++) {
    const quarter = Math.floor((QUARTERS * (way[wait].balance - start)) / (price - start));
    if (quarter < 0 || quarter >= QUARTERS) continue;
    days[quarter] += way[wait + 1].time - way[wait].time;
    waits[quarter]++;
  }
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    if (waits[quarter] === 0 || waits[0] === 0) continue;
    sums.add(customer, at.ways + quarter, 1);
    sums.add(customer, at.wayWait + quarter, days[quarter] / waits[quarter]);
    sums.add(customer, at.wayFirstWait + quarter, days[0] / waits[0]);
  }
}

/** Purchases in each week around each redemption, where the whole week lies between enrolment and the end of the log. */
function tallyWeeks(
  { sums, at, until }: TallySetting,
  customer: number,
  purchases: readonly Occasion[],
  redeemedAt: readonly number[],
  enrolledAt: number,
): void {
  const isSeen = (instant: number, week: number): boolean =>
    instant + week * DAYS_IN_WEEK >= enrolledAt && instant + (week + 1) * DAYS_IN_WEEK <= until + 1;
  let from = 0;
  for (const instant of redeemedAt) {
    for (let week = -WEEKS; week < WEEKS; week++) {
      if (isSeen(instant, week)) sums.add(customer, at.seenWeeks + week + WEEKS, 1);
    }
    while (from < purchases.length && purchases[from].time < instant - WEEKS * DAYS_IN_WEEK) from++;
    for (let place = from; place < purchases.length; place++) {
      const days = purchases[place].time - instant;
      if (days > WEEKS * DAYS_IN_WEEK) break;
      if (days === 0 || purchases[place].time < enrolledAt) continue;
      const week = days < 0 ? Math.floor(days / DAYS_IN_WEEK) : Math.ceil(days / DAYS_IN_WEEK) - 1;
      if (isSeen(instant, week)) sums.add(customer, at.weekPurchases + week + WEEKS, 1);
    }
  }
}
