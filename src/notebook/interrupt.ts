import process from "node:process";

type Listener = (signal: "SIGINT", number: number) => void;

const SIGINT_NUMBER = 2;

/** Runs that an interrupt is to end, and the kernel's own listeners, set aside while there are any. */
const running = new Set<AbortController>();
let aside: Listener[] = [];

/**
 * Does something that an interrupt of the cell ends early. The kernel's own listeners would end the cell and leave the work going on
 * behind it; they are set aside until it is done, and hear of a second interrupt.
 *
 * @param work gets the signal of the interrupt
 * @returns what the work yields
 */
export async function untilInterrupted<Done>(work: (signal: AbortSignal) => Promise<Done>): Promise<Done> {
  // While the cell's own first steps run, Node has taken every listener away and will bring those back it took.
  await new Promise((resolve) => setImmediate(resolve));
  const abort = new AbortController();
  if (running.size === 0) takeOver();
  running.add(abort);
  try {
    return await work(abort.signal);
  } finally {
    running.delete(abort);
    if (running.size === 0) handBack();
  }
}

/** Ours comes before the others go: without any listener an interrupt would end the process. */
function takeOver(): void {
  const others = process.listeners("SIGINT") as Listener[];
  process.on("SIGINT", onInterrupt);
  for (const other of others) process.off("SIGINT", other);
  aside = others;
}

function handBack(): void {
  for (const other of aside) process.on("SIGINT", other);
  process.off("SIGINT", onInterrupt);
  aside = [];
}

function onInterrupt(): void {
  const waiting = [...running].filter(({ signal }) => !signal.aborted);
  for (const abort of waiting) abort.abort();
  if (waiting.length === 0) for (const other of aside) other("SIGINT", SIGINT_NUMBER);
}
