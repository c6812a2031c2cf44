import type { ProgramOf } from "#tenure/scenario/scenario.js";
import { nothing, type PointCause, type PurchaseCause, plus } from "./causes.ts";
import { exactPoints, shareOut } from "./exact.ts";
import { put, take } from "./lots.ts";
import { uniform } from "./luck.ts";
import { marginOf, rewardCostOf } from "./money.ts";
import { aimAt } from "./program.ts";
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

/** A purchase and all that follows from it: enrolling, earning, redeeming, in that order. */
export function buy(life: Life, sale: Sale): void {
  const { time, cause, acquisition, basket, multiplier } = sale;
  const margin = marginOf(life.scenario, basket);
  life.events.push({ ...now(life, time), kind: "purchase", cause, acquisition, amount: basket, margin, multiplier });
  const { program } = life.scenario;
  if (program === null) return;
  if (life.member === null && mayEnrol(life, program, time)) life.member = enrol(life, program, time);
  if (life.member === null) return;
  const { pointsPerUnit, rounding } = program.earn;
  issue(life, time, cause, exactPoints(basket, pointsPerUnit, life.scenario.currency.decimals, rounding));
  const affordable = balanceOf(life) >= program.rewards[life.member.aim].points;
  if (affordable && uniform(sale.redeemWord) < program.redemption.probability) {
    redeem(life, program, life.member, sale);
  }
}

function mayEnrol(life: Life, program: ProgramOf<number>, time: number): boolean {
  const { launchMonth, enrolment } = program;
  if (launchMonth >= life.calendar.months) return false;
  return life.customer.facts.willing && time >= life.calendar.starts[launchMonth] + enrolment.delayDays;
}

function enrol(life: Life, program: ProgramOf<number>, time: number): Membership {
  const aim = aimAt(life.customer.acquisition.firstAimWord, program.rewards, life.customer.facts.first.reach);
  life.events.push({ ...now(life, time), kind: "enrol", aim });
  issue(life, time, "gift", program.earn.signUpPoints);
  return { enrolledAt: time, aim, baseline: 0, lastRedeemed: null };
}

function issue(life: Life, time: number, cause: PointCause, points: number): void {
  if (points === 0) return;
  put(life.lots, life.month, cause, points);
  life.events.push({ ...now(life, time), kind: "issue", cause, points, lot: life.month });
}

function redeem(life: Life, program: ProgramOf<number>, member: Membership, sale: Sale): void {
  const reward = program.rewards[member.aim];
  const cost = rewardCostOf(reward, life.scenario.currency.decimals);
  const taken = take(life.lots, reward.points);
  const pointsByCause = taken.reduce((sum, lot) => plus(sum, lot.byCause), nothing());
  const nextAim = aimAt(sale.nextAimWord, program.rewards, life.customer.facts.later.reach);
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
  });
  member.lastRedeemed = { worth: prospectsNow(life, member).worth[member.aim], at: sale.time };
  member.baseline = balanceOf(life);
  member.aim = nextAim;
}
