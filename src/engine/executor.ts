import type { Task } from "./blocks.js";

/** Where tasks are run. The answer is the same wherever that is. */
export interface Executor {
  /** Tasks worth keeping under way at once. */
  readonly width: number;
  /** Runs a task; books by world, world 0 first. Rejects when the executor is closed. */
  run(task: Task): Promise<Float64Array[]>;
  close(): Promise<void>;
}
