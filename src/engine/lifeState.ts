import type { Ledger } from "../ledger/books.js";
import { COHORT_ACCOUNTS, TYPE_ACCOUNTS } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import type { Trace } from "../ledger/trace.js";
import type { Luck, Plan, ProgramPlan } from "../plan/plan.js";
import { openLeaving } from "./leaving.js";
import { isWilling, openPerson, type Person } from "./person.js";
import { STANDING_COUNTS, standingWidth } from "./standing.js";

/**
 * The state of a life being lived: one object, reused for every customer and world, every number set in its constructor so that
 * its shape never changes. Flags are 0 or 1.
 */
export class LifeState {
  readonly plan: Plan;
  readonly luck: Luck;
  /** Whose life it is. */
  person: Person;
  /** Of the world being lived; in world 0 whatever was there before, never read. */
  program: ProgramPlan;
  world = 0;

  /** Calendar month being lived; joins the books of the customer's cohort at `joinMonth`. */
  month = 0;
  hasLeft = 0;
  isWilling = 0;
  isMember = 0;
  /** Whether the customer is a member, or was one. */
  hasEnrolled = 0;
  enrolledAt = 0;
  enrolledMonth = 0;
  /** Last month already counted as retained. */
  activeUntil = -1;

  /** Points outstanding; what the balance was after the last redemption. */
  balance = 0;
  baseline = 0;
  /** Reward aimed at, what it costs, and the strength of the channels it drives (0 when out of reach). */
  aim = 0;
  aimPoints = 0;
  aimWorth = 0;
  redeemedAt = 0;
  redeemedWorth = 0;
  hasRedeemed = 0;
  /** Of a member's usual spend, in minor units: a purchase, and a day. */
  meanBasket = 0;
  spendPerDay = 0;

  /** Tier held, and what counted towards tiers this calendar year: minor units or points. */
  tier = 0;
  counted = 0;
  /** Status that the last demotion took, 0 after a promotion; and when. */
  demotedWorth = 0;
  demotedAt = 0;
  /** Instant of leaving over time, or at a renewal, as things stand; infinite where there is none. */
  leavesAt = Number.POSITIVE_INFINITY;
  /** Leaving over time: exposure left at an instant, and the hazard at which it runs out since. */
  exposureLeft = Number.POSITIVE_INFINITY;
  exposureFrom = 0;
  hazard = 1;
  /** Renewals lived through, and the month with whose end the contract ends; the horizon's months, or more, when there is none. */
  renewals = 0;
  contractUntil = 0;
  /** Purchases brought forward, to be skipped when their time comes. */
  skips = 0;

  /** Margin of this life's purchases so far, less rewards, discounts and perks; and the margin of the twin's whole life. */
  value = 0;
  twinValue = 0;
  /** Instants since enrolment at which this world buys or the twin does, with the cause; the last one is the latest. */
  boughtAt = new Float64Array(256);
  boughtCause = new Uint8Array(256);
  bought = 0;
  /** Which of them took a reward. */
  rewardedBy = new Uint32Array(64);
  rewards = 0;

  /** Points by month of issue and cause; no month before the oldest holds any, nor any after the newest. */
  readonly lots: Float64Array;
  oldestLot = 0;
  newestLot = -1;
  /** Scratch of a redemption: by cause, what a lot gives, what all lots gave, what each bears of the cost. */
  readonly part = new Float64Array(POINT_CAUSES);
  readonly taken = new Float64Array(POINT_CAUSES);
  readonly borne = new Float64Array(POINT_CAUSES);
  readonly words = new Uint32Array(4);

  /** What the last count of a month end found, the tier the member held then (−1: no member), and whether it no longer holds. */
  readonly standingNow = new Float64Array(STANDING_COUNTS);
  standingTier = -1;
  isCountDue = 0;

  /** The world's books, and what stands in them from month to month. */
  cells: Float64Array;
  standing: Float64Array;
  standingWidth = 0;
  /** Where books begin, at hand; the cohort's as if the customer had joined in month 0, so that its row is the calendar month's. */
  readonly months: number;
  readonly monthCauseBook: number;
  readonly monthBook: number;
  readonly vintageAgeBook: number;
  readonly vintageCauseBook: number;
  cohortBook = 0;
  /** Of the customer's loyalty type, and of tiers; −1 where there is no such book, or the customer is not in it. */
  typeBook = -1;
  tierBook = -1;
  tierMoveBook = -1;
  waitBook = 0;
  valueBook = 0;
  rewardDayBook = 0;
  rewardReachBook = 0;

  isTraced = 0;
  trace: Trace | null = null;

  constructor(plan: Plan, luck: Luck, nothing: ProgramPlan) {
    this.plan = plan;
    this.luck = luck;
    this.person = openPerson(plan);
    this.program = nothing;
    this.months = plan.layout.months;
    this.monthCauseBook = plan.layout.monthCause;
    this.monthBook = plan.layout.month;
    this.vintageAgeBook = plan.layout.vintageAge;
    this.vintageCauseBook = plan.layout.vintageCause;
    this.lots = new Float64Array(plan.layout.months * POINT_CAUSES);
    this.cells = new Float64Array(0);
    this.standing = this.cells;
  }
}

/**
 * Puts the customer at the start of a world, with nothing of the world before.
 *
 * @param life state
 * @param world 0 for no program, else the number of the program plus 1
 * @param ledger books of that world
 * @param standing what stands in them from month to month
 */
export function enterWorld(life: LifeState, world: number, ledger: Ledger, standing: Float64Array): void {
  const { person, plan } = life;
  const { layout } = ledger;
  life.world = world;
  life.cells = ledger.cells;
  life.standing = standing;
  life.standingWidth = standingWidth(layout);
  life.cohortBook = plan.layout.cohort + (person.cohort * life.months - person.joinMonth) * COHORT_ACCOUNTS.length;
  life.typeBook = layout.types > 0 && person.cohort === 0 ? layout.type + person.type * TYPE_ACCOUNTS.length : -1;
  life.tierBook = layout.tiers > 0 ? layout.tier : -1;
  life.tierMoveBook = layout.tierMove;
  life.waitBook = layout.wait;
  life.valueBook = layout.value;
  life.rewardDayBook = layout.rewardDay;
  life.rewardReachBook = layout.rewardReach;
  life.month = person.joinMonth;
  life.hasLeft = 0;
  life.isMember = 0;
  life.hasEnrolled = 0;
  life.isWilling = 0;
  life.value = 0;
  life.bought = 0;
  life.rewards = 0;
  life.activeUntil = -1;
  life.balance = 0;
  life.baseline = 0;
  life.redeemedWorth = 0;
  life.skips = 0;
  openLeaving(life);
  if (life.newestLot >= life.oldestLot)
    life.lots.fill(0, life.oldestLot * POINT_CAUSES, (life.newestLot + 1) * POINT_CAUSES);
  life.oldestLot = life.months;
  life.newestLot = -1;
  if (world > 0) {
    life.program = plan.programs[world - 1];
    life.isWilling = isWilling(person, life.program) ? 1 : 0;
  }
}
