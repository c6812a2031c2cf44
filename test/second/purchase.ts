import type { ProgramOf } from "#tenure/scenario/scenario.js";
import { nothing, type PointCause, type PurchaseCause, plus } from "./causes.ts";
import { exactPoints, shareOf, shareOut } from "./exact.ts";
import { lookAtHazard } from "./leaving.ts";
import { put, take } from "./lots.ts";
import { uniform } from "./luck.ts";
import { marginOf, rewardCostOf } from "./money.ts";
import { aimAt, earnedBy, givenAtEnrolment, rewardsOf } from "./program.ts";
import { tierQualifiedFor } from "./tiers.ts";
import { balanceOf, type Life, type Membership, now, prospectsNow } from "./world.ts";

/** A purchase about to be made. */
interface Sale {
  readonly time: number;
  readonly cause: PurchaseCause;
  readonly acquisition: boolean;
  readonly basket: number;
  readonly multiplier: number;
  readonly redeemWord: number;
  readonly nextAimWord: number;
}

type Program = ProgramOf<number>;

/** A purchase and all that follows from it: the discount, enrolling, earning, moving up, redeeming, in that order. */
export function buy(life: Life, sale: Sale): void {
  const { program } = life.setting.scenario;
  const before = life.member;
  const enrols = before === null && program !== null && mayEnrol(life, program, sale.time);
  purchase(life, sale, before?.tier ?? (enrols ? 0 : null));
  if (program === null || (before === null && !enrols)) return;
  const discount = before === null ? 0 : takeOff(life, before, sale);
  const member = before ?? enrol(life, program, sale.time);
  life.member = member;
  earn(life, program, member, sale, sale.basket - discount);
  upgrade(life, program, member, sale.time);
  const affordable = balanceOf(life) >= rewardsOf(program)[member.aim].points;
  if (affordable && uniform(sale.redeemWord) < program.redemption.probability) redeem(life, program, member, sale);
  lookAtHazard(life, sale.time);
}

function purchase(life: Life, sale: Sale, tier: number | null): void {
  const { time, cause, acquisition, basket, multiplier } = sale;
  const margin = marginOf(life.setting.scenario, basket);
  life.events.push({
    ...now(life, time),
    kind: "purchase",
    cause,
    acquisition,
    amount: basket,
    margin,
    multiplier,
    tier,
  });
}

/** What the tier held takes off the shelf price. */
function takeOff(life: Life, { tier }: Membership, { time, cause, basket }: Sale): number {
  const amount = shareOf(basket, life.setting.tiers[tier].discount);
  if (amount > 0) life.events.push({ ...now(life, time), kind: "discount", cause, amount, tier });
  return amount;
}

function mayEnrol(life: Life, { launchMonth, enrolment }: Program, time: number): boolean {
  const { months, starts } = life.setting.calendar;
  if (launchMonth >= months) return false;
  return life.customer.facts.willing && time >= starts[launchMonth] + enrolment.delayDays;
}

function enrol(life: Life, program: Program, time: number): Membership {
  const aim = aimAt(life.customer.acquisition.firstAimWord, rewardsOf(program), life.customer.facts.first.reach);
  life.events.push({ ...now(life, time), kind: "enrol", aim });
  issue(life, time, "gift", givenAtEnrolment(program), 0);
  return {
    enrolledAt: time,
    enrolledIn: life.month,
    aim,
    baseline: 0,
    lastRedeemed: null,
    tier: 0,
    counted: 0,
    demotion: null,
    skips: 0,
  };
}

/** Points for the amount paid, at the multiplier of the tier held; towards the next tier counts the amount, or its points without one. */
function earn(life: Life, program: Program, member: Membership, { time, cause }: Sale, paid: number): void {
  const { scenario, tiers } = life.setting;
  const { decimals } = scenario.currency;
  issue(life, time, cause, earnedBy(program, paid, tiers[member.tier].earnMultiplier, decimals), member.tier);
  if (program.kind !== "points" || program.tiers === null) return;
  const { pointsPerUnit, rounding } = program.earn;
  member.counted += program.tiers.basis === "spend" ? paid : exactPoints(paid, pointsPerUnit, decimals, rounding);
}

function issue(life: Life, time: number, cause: PointCause, points: number, tier: number): void {
  if (points === 0) return;
  put(life.lots, life.month, cause, points);
  life.events.push({ ...now(life, time), kind: "issue", cause, points, lot: life.month, tier });
}

function upgrade(life: Life, program: Program, member: Membership, time: number): void {
  if (program.kind !== "points" || program.tiers?.upgrade !== "atOnce") return;
  const to = tierQualifiedFor(life.setting.tiers, member.counted);
  if (to <= member.tier) return;
  life.events.push({ ...now(life, time), kind: "tier", from: member.tier, to, atReview: false });
  member.tier = to;
  member.demotion = null;
}

function redeem(life: Life, program: Program, member: Membership, sale: Sale): void {
  const reward = rewardsOf(program)[member.aim];
  const cost = rewardCostOf(reward, life.setting.scenario.currency.decimals);
  const taken = take(life.lots, reward.points);
  const pointsByCause = taken.reduce((sum, lot) => plus(sum, lot.byCause), nothing());
  const nextAim = aimAt(sale.nextAimWord, rewardsOf(program), life.customer.facts.later.reach);
  life.events.push({
    ...now(life, sale.time),
    kind: "redeem",
    reward: member.aim,
    points: reward.points,
    cost,
    pointsByCause,
    costByCause: shareOut(cost, pointsByCause),
    taken,
    nextAim,
    tier: member.tier,
    waited: member.lastRedeemed === null ? life.month - member.enrolledIn : null,
  });
  member.lastRedeemed = { worth: prospectsNow(life, member).worth[member.aim], at: sale.time };
  member.baseline = balanceOf(life);
  member.aim = nextAim;
}
