import process, { stderr } from "node:process";
import { removePassingFolders } from "../disk/passing.js";
import { EXIT } from "./exitCode.js";

/** Computes without a pause, which no signal would get through: meanwhile signals are left to the system, which ends the process. */
export type AtOnce = <Value>(compute: () => Value) => Value;

/**
 * Does work that is all or nothing: who interrupts it finds nothing half-written, and no passing folder but where the system ended the
 * process, which the next run removes.
 *
 * @param work to be done; receives what computes without a pause
 * @returns what it returns
 */
export async function endCleanly<Value>(work: (atOnce: AtOnce) => Promise<Value>): Promise<Value> {
  const end = (code: number) => (): never => {
    removePassingFolders();
    stderr.write("Interrupted: nothing half-written was left.\n");
    process.exit(code);
  };
  const [onInterrupt, onTerminate] = [end(EXIT.interrupted), end(EXIT.terminated)];
  const hold = (): unknown => process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate);
  const release = (): unknown => process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate);
  hold();
  try {
    return await work((compute) => {
      release();
      const value = compute();
      hold();
      return value;
    });
  } finally {
    release();
  }
}
