import type { Ledger } from "../ledger/books.js";
import { addLedger, openLedger } from "../ledger/books.js";
import { layoutsOf } from "../plan/layouts.js";
import type { Plan } from "../plan/plan.js";
import type { SeedWords } from "../random/seed.js";
import type { Task } from "./blocks.js";
import { BLOCK_SIZE, cutBlocks } from "./blocks.js";
import type { Executor } from "./executor.js";

/** Blocks a task holds at most. */
const BLOCKS_PER_TASK = 8;

/** What to simulate, and how often. */
export interface SimulateOptions {
  readonly seed: SeedWords;
  /** The first replicate is number `firstReplicate`; each is the same whoever runs it and beside whatever. */
  readonly firstReplicate: number;
  readonly replicates: number;
  readonly executor: Executor;
  /** Customers a kernel call lives through; changes nothing but speed. */
  readonly blockSize?: number;
  readonly signal?: AbortSignal;
  /** Called with customers lived through since the last call (in every world). */
  readonly onProgress?: (customers: number) => void;
}

/** Books of one replicate. */
export interface ReplicateBooks {
  readonly replicate: number;
  readonly plan: Plan;
  /** By world, world 0 first, then the plan's programs. */
  readonly ledgers: readonly Ledger[];
}

/**
 * Simulates replicates of a plan and hands them over in order.
 *
 * ```
 *  replicate ─▶ plan of its input draw ─▶ blocks of customers ─▶ tasks ─▶ executor ─▶ books, added ─▶ in order
 * ```
 *
 * The books are the same for any block size, any number of workers and any other worlds in the plan, and replicate k is the same
 * whether 50 or 500 are run.
 *
 * @param planOf plan by number of the input draw; replicate k uses draw ⌊k/2⌋
 * @param options seed, replicates, where to run; `signal` ends the run after the replicates finished in order
 * @returns replicates in order
 * @throws what the executor throws
 */
export async function* simulate(
  planOf: (draw: number) => Plan,
  options: SimulateOptions,
): AsyncGenerator<ReplicateBooks, void, undefined> {
  const { executor, signal, replicates, firstReplicate } = options;
  const pending: Promise<ReplicateBooks>[] = [];
  let next = 0;
  while (next < replicates || pending.length > 0) {
    while (next < replicates && pending.length < executor.width && signal?.aborted !== true) {
      const replicate = firstReplicate + next++;
      const started = runReplicate(replicate, planOf(inputDraw(replicate)), options);
      started.catch(() => undefined);
      pending.push(started);
    }
    const first = pending.shift();
    if (first === undefined || signal?.aborted === true) return;
    const books = await untilAborted(first, signal);
    if (books === null) return;
    yield books;
  }
}

/** Number of the draw of ranged inputs a replicate uses: two of luck to each draw. */
export function inputDraw(replicate: number): number {
  return Math.floor(replicate / 2);
}

async function runReplicate(replicate: number, plan: Plan, options: SimulateOptions): Promise<ReplicateBooks> {
  const blocks = cutBlocks(plan, options.blockSize ?? BLOCK_SIZE);
  const tasks: Task[] = [];
  for (let at = 0; at < blocks.length; at += BLOCKS_PER_TASK) {
    tasks.push({ plan, luck: { seed: options.seed, replicate }, blocks: blocks.slice(at, at + BLOCKS_PER_TASK) });
  }
  const ledgers = layoutsOf(plan).map(openLedger);
  await Promise.all(
    tasks.map(async (task) => {
      const cells = await options.executor.run(task);
      cells.forEach((part, world) => {
        addLedger(ledgers[world], { layout: ledgers[world].layout, cells: part });
      });
      options.onProgress?.(task.blocks.reduce((sum, { from, to }) => sum + to - from, 0));
    }),
  );
  return { replicate, plan, ledgers };
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value | null> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(null);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
