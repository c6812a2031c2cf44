import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  AT_VINTAGE_AGE,
  AT_VINTAGE_CAUSE,
} from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import { splitByShare } from "../math/split.js";
import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";
import type { LifeState } from "./lifeState.js";
import { lotTotal } from "./lots.js";
import { aimAt } from "./member.js";
import {
  cohortCell,
  monthCauseCell,
  monthCell,
  tierCell,
  traceEvent,
  typeCell,
  vintageAgeCell,
  vintageCauseCell,
} from "./record.js";
import { noteReward } from "./rewardDays.js";

/**
 * At a purchase, after earning: a member who can afford the reward aimed at takes it with the stated probability, then aims anew.
 *
 * @param life state
 * @param instant days
 * @param layer of the occasion; below 0: the acquisition purchase
 * @param index of the occasion in its layer
 */
export function redeemIfDue(life: LifeState, instant: number, layer: number, index: number): void {
  if (life.balance < life.aimPoints) return;
  const { words, person, luck, program } = life;
  const isAcquisition = layer < 0;
  threefry(
    luck.seed[0],
    luck.seed[1],
    person.cohortKey,
    NO_LINEAGE,
    person.ordinal,
    index,
    isAcquisition ? PURPOSE.acquisition : PURPOSE.occasionReward + layer,
    luck.replicate,
    words,
  );
  const redeeming = isAcquisition ? person.acquisitionRedeeming : uniformOf(words[0]);
  if (!(redeeming < program.redemptionProbability)) return;
  redeem(life, instant);
  aimAt(life, uniformOf(isAcquisition ? words[0] : words[1]), program.laterNeed);
}

function redeem(life: LifeState, instant: number): void {
  const { program, cells, taken, borne, aim } = life;
  const cost = program.rewardCostMinor[aim];
  const traced = life.isTraced !== 0;
  if (traced) traceEvent(life, instant, TRACE_KIND.redeem, -1, life.aimPoints, cost, aim);
  takeOldest(life, instant, life.aimPoints);
  splitByShare(cost, taken, 0, POINT_CAUSES, borne);
  for (let cause = 0; cause < POINT_CAUSES; cause++) {
    if (taken[cause] === 0) continue;
    const at = monthCauseCell(life, cause);
    cells[at + AT_MONTH_CAUSE.redeemed] += taken[cause];
    cells[at + AT_MONTH_CAUSE.rewardCost] += borne[cause];
    if (traced) traceEvent(life, instant, TRACE_KIND.bear, cause, 0, borne[cause], aim);
  }
  life.value -= cost;
  postReward(life, cost);
  noteReward(life);
  life.baseline = life.balance;
  life.redeemedAt = instant;
  life.redeemedWorth = life.aimWorth;
}

function postReward(life: LifeState, cost: number): void {
  const { cells } = life;
  const month = monthCell(life);
  cells[cohortCell(life) + AT_COHORT.rewardCost] += cost;
  cells[month + AT_MONTH.redemptions]++;
  if (life.typeBook >= 0) {
    const type = typeCell(life);
    cells[type + AT_TYPE.rewardCost] += cost;
    cells[type + AT_TYPE.redemptions]++;
  }
  if (life.tierBook >= 0) {
    const tier = tierCell(life);
    cells[tier + AT_TIER.rewardCost] += cost;
    cells[tier + AT_TIER.redemptions]++;
  }
  if (life.hasRedeemed !== 0) return;
  life.hasRedeemed = 1;
  cells[month + AT_MONTH.firstRewards]++;
  cells[life.waitBook + life.month - life.enrolledMonth]++;
}

/** Takes points from the lots, oldest first, inside a lot from its causes in proportion; `taken` receives them by cause. */
function takeOldest(life: LifeState, instant: number, points: number): void {
  const { lots, part, taken, cells } = life;
  taken.fill(0);
  life.isCountDue = 1;
  let due = points;
  for (let lot = life.oldestLot; due > 0; lot++) {
    const held = lotTotal(life, lot);
    if (held === 0) continue;
    life.oldestLot = lot;
    const amount = Math.min(held, due);
    splitByShare(amount, lots, lot * POINT_CAUSES, POINT_CAUSES, part);
    due -= amount;
    life.balance -= amount;
    cells[vintageAgeCell(life, lot) + AT_VINTAGE_AGE.redeemed] += amount;
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      if (part[cause] === 0) continue;
      lots[lot * POINT_CAUSES + cause] -= part[cause];
      taken[cause] += part[cause];
      cells[vintageCauseCell(life, lot, cause) + AT_VINTAGE_CAUSE.redeemed] += part[cause];
      if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.take, cause, part[cause], 0, lot);
    }
  }
}
