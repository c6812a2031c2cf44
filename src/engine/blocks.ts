import type { Ledger } from "../ledger/books.js";
import { openLedger } from "../ledger/books.js";
import type { Trace } from "../ledger/trace.js";
import { layoutsOf } from "../plan/layouts.js";
import type { Luck, Plan } from "../plan/plan.js";
import { drawLeaving } from "./leaving.js";
import { liveInProgram, liveTwin } from "./life.js";
import { enterWorld, LifeState } from "./lifeState.js";
import { NO_PROGRAM } from "./noProgram.js";
import { drawOccasions, Occasions } from "./occasions.js";
import { drawPerson, openPerson, type Person } from "./person.js";
import { boundMoves } from "./prospects.js";
import { shareOut } from "./shareOut.js";
import { openStanding, settle } from "./standing.js";

/** Customers a kernel call lives through: enough to amortise it, few enough to stay interruptible. */
export const BLOCK_SIZE = 2048;

/** Consecutive customers of one cohort. */
export interface Block {
  readonly cohort: number;
  readonly from: number;
  readonly to: number;
}

/** A run of blocks of one plan on one luck: what a worker is given. */
export interface Task {
  readonly plan: Plan;
  readonly luck: Luck;
  readonly blocks: readonly Block[];
}

/** Customers whose lives are written down: by cohort, the ordinals. */
export interface Tracing {
  readonly trace: Trace;
  readonly isTraced: (cohort: number, ordinal: number) => boolean;
}

/**
 * Cuts the customers of a plan into blocks.
 *
 * @param plan compiled
 * @param size customers in a block, 1 or more
 * @returns blocks that hold every customer once; no block spans two cohorts
 * @example cutBlocks({ base: { cohorts: [{ customers: 5 }] } }, 2).map(({ from, to }) => [from, to]); // [[0, 2], [2, 4], [4, 5]]
 */
export function cutBlocks(plan: Plan, size: number): Block[] {
  return plan.base.cohorts.flatMap(({ customers }, cohort) =>
    Array.from({ length: Math.ceil(customers / size) }, (_, block) => ({
      cohort,
      from: block * size,
      to: Math.min(customers, (block + 1) * size),
    })),
  );
}

/** From so many programs on customers wait for each other; with fewer the books of all worlds stay at hand anyway. */
const FEW_PROGRAMS = 20;
/** So many do. */
const WAITING = 64;

/** A customer drawn, who has lived world 0. */
class Waiting {
  readonly person: Person;
  readonly occasions = new Occasions();
  /** Number of the last occasion at which the twin is still a customer. */
  twinLast = -1;
  /** Margin of the twin's purchases. */
  twinValue = 0;

  constructor(plan: Plan) {
    this.person = openPerson(plan);
  }
}

/** Lives blocks of customers in every world; one per task, its state reused from customer to customer. */
export class BlockRunner {
  /** Books by world, world 0 first. */
  readonly ledgers: readonly Ledger[];
  /** Books of those who join no program: one life, the same in every world. Added to every world's when a block ends. */
  private readonly alike: Ledger;
  /** By world, what stands from month to month; settled into the books when a block ends. */
  private readonly standings: readonly Float64Array[];
  /** Customers drawn who wait for the worlds with a program. */
  private readonly waiting: readonly Waiting[];
  private readonly life: LifeState;
  private readonly plan: Plan;
  private readonly luck: Luck;
  private readonly tracing: Tracing | null;

  constructor(plan: Plan, luck: Luck, tracing: Tracing | null = null) {
    this.plan = plan;
    this.luck = luck;
    this.tracing = tracing;
    this.life = new LifeState(plan, luck, plan.programs[0] ?? NO_PROGRAM);
    this.life.trace = tracing?.trace ?? null;
    const isAlone = tracing !== null || plan.programs.length < FEW_PROGRAMS;
    this.waiting = Array.from({ length: isAlone ? 1 : WAITING }, () => new Waiting(plan));
    this.alike = openLedger(plan.layout);
    this.ledgers = layoutsOf(plan).map(openLedger);
    this.standings = this.ledgers.map(({ layout }) => openStanding(layout));
  }

  /**
   * Lives the customers of one block in every world.
   *
   * ```
   *  customer ─▶ joins a program in some world? ── no ──▶ one life, for every world
   *                │ yes, or traced
   *                ▼
   *          world 0: the twin ─▶ waits for some others, then in each world where they join: lives in the program
   *                                                        in each other world: the twin's life again
   * ```
   *
   * Many worlds are lived in by several customers at a time, so that a world's books stay at hand for more than one life. Who waits
   * with whom changes nothing: sums of whole numbers are the same in any order.
   *
   * @param block which customers
   */
  run(block: Block): void {
    const { plan, luck, life, waiting, ledgers, standings, alike, tracing } = this;
    const cohort = plan.base.cohorts[block.cohort];
    let count = 0;
    for (let ordinal = block.from; ordinal < block.to; ordinal++) {
      const next = waiting[count];
      const { person, occasions } = next;
      life.person = person;
      drawPerson(person, plan.base, block.cohort, cohort, ordinal, luck);
      const isJoining = boundMoves(person, plan);
      drawLeaving(person, plan, luck);
      drawOccasions(occasions, person, plan, luck);
      life.isTraced = tracing?.isTraced(block.cohort, ordinal) === true ? 1 : 0;
      if (!isJoining && life.isTraced === 0) {
        enterWorld(life, 0, alike, standings[0]);
        liveTwin(life, occasions);
        continue;
      }
      enterWorld(life, 0, ledgers[0], standings[0]);
      next.twinLast = liveTwin(life, occasions);
      next.twinValue = life.value;
      count++;
      if (count < waiting.length) continue;
      this.liveInPrograms(count);
      count = 0;
    }
    this.liveInPrograms(count);
    for (let world = 1; world < ledgers.length; world++) {
      settle(standings[world], ledgers[world], block.cohort, cohort.joinMonth);
    }
    shareOut(alike, ledgers, block.cohort);
  }

  /** The first so many of those who wait, world by world. */
  private liveInPrograms(count: number): void {
    const { life, waiting, ledgers, standings } = this;
    for (let world = 1; world < ledgers.length; world++) {
      for (let at = 0; at < count; at++) {
        const { person, occasions, twinLast, twinValue } = waiting[at];
        life.person = person;
        life.twinValue = twinValue;
        enterWorld(life, world, ledgers[world], standings[world]);
        if (life.isWilling === 0) liveTwin(life, occasions);
        else liveInProgram(life, occasions, twinLast);
      }
    }
  }
}

/**
 * Runs a task.
 *
 * @param task blocks of one plan on one luck
 * @returns cells of the books by world, world 0 first
 */
export function runTask(task: Task): Float64Array[] {
  const runner = new BlockRunner(task.plan, task.luck);
  for (const block of task.blocks) runner.run(block);
  return runner.ledgers.map((ledger) => ledger.cells);
}
