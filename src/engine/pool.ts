import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { Task } from "./blocks.js";
import { BlockRunner } from "./blocks.js";
import type { Executor } from "./executor.js";

/** The main thread lets other events in at least this often. */
const BREATH_MILLISECONDS = 50;
/** Below this much work, starting threads takes longer than it saves. */
const WORTH_THREADS_MILLISECONDS = 200;
/** Customers of the first kernel call on the main thread, before anything is known of how long their lives take. */
const FIRST_CUSTOMERS = 8;
/** Tasks under way for each worker: one at work, the next ones at hand. */
const TASKS_PER_WORKER = 3;

/**
 * Runs tasks on this machine: on the main thread until there is enough work for threads to pay, then on worker threads. The choice
 * changes no number.
 *
 * @param workers threads, 1 or more; 1 stays on the main thread. Default: as many as the machine has cores
 * @param threadsAfter milliseconds of work on the main thread before threads are started
 * @returns an executor, to be closed by whoever opened it
 * @throws RangeError when `workers` is no whole number from 1
 * @example openPool(2).width >= 2; // true: tasks worth keeping under way
 * openPool(0); // throws RangeError /1 or more whole workers/
 */
export function openPool(
  workers: number = availableParallelism(),
  threadsAfter: number = WORTH_THREADS_MILLISECONDS,
): Executor {
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`expected 1 or more whole workers, got ${workers}`);
  return new Pool(workers, threadsAfter);
}

class Pool implements Executor {
  readonly width: number;
  private readonly workers: number;
  private readonly threadsAfter: number;
  private threads: Piscina | null = null;
  private isClosed = false;
  private spentHere = 0;
  private lastBreath = performance.now();
  /** Customers that live about half a breath: lives differ by a factor of thousands from scenario to scenario. */
  private customersAtOnce = FIRST_CUSTOMERS;
  /** Main-thread tasks run one after another. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(workers: number, threadsAfter: number) {
    this.workers = workers;
    this.threadsAfter = threadsAfter;
    this.width = workers * TASKS_PER_WORKER;
  }

  run(task: Task): Promise<Float64Array[]> {
    if (this.isWorthThreads()) return this.runOnThread(task);
    const result = this.queue.then(() => (this.isWorthThreads() ? this.runOnThread(task) : this.runHere(task)));
    this.queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.threads?.destroy();
    this.threads = null;
  }

  private isWorthThreads(): boolean {
    return this.workers > 1 && this.spentHere >= this.threadsAfter;
  }

  private runOnThread(task: Task): Promise<Float64Array[]> {
    if (this.isClosed) return Promise.reject(new Error("the pool is closed"));
    this.threads ??= new Piscina({
      filename: new URL("./worker.js", import.meta.url).href,
      name: "run",
      minThreads: this.workers,
      maxThreads: this.workers,
    });
    return this.threads.run(task);
  }

  private async runHere(task: Task): Promise<Float64Array[]> {
    const runner = new BlockRunner(task.plan, task.luck);
    for (const { cohort, from, to } of task.blocks) {
      for (let at = from; at < to; ) {
        if (performance.now() - this.lastBreath > BREATH_MILLISECONDS) {
          await new Promise<void>((resume) => setImmediate(resume));
          this.lastBreath = performance.now();
        }
        if (this.isClosed) throw new Error("the pool is closed");
        const next = Math.min(to, at + this.customersAtOnce);
        const started = performance.now();
        runner.run({ cohort, from: at, to: next });
        const spent = performance.now() - started;
        this.spentHere += spent;
        this.customersAtOnce = Math.max(1, Math.floor(((next - at) * BREATH_MILLISECONDS) / (2 * spent)));
        at = next;
      }
    }
    return runner.ledgers.map((ledger) => ledger.cells);
  }
}
