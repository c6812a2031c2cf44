import { env, stderr, stdout } from "node:process";
import { styleText } from "node:util";
import { SingleBar } from "cli-progress";
import type { Style } from "../report/table.js";
import { timeInWords } from "../report/words.js";
import type { Progress } from "../study/runOptions.js";

/** Widest table the eye follows. */
const WIDEST = 140;
const PIPE_WIDTH = 130;

/** Marks for a terminal; none in a pipe. */
export function screenStyle(): Style {
  if (!stdout.isTTY || env.NO_COLOR !== undefined) return { dim: (text) => text, bold: (text) => text };
  return { dim: (text) => styleText("dim", text), bold: (text) => styleText("bold", text) };
}

/** Characters a line may have. */
export function screenWidth(): number {
  return stdout.isTTY ? Math.min(WIDEST, Math.max(80, stdout.columns)) : PIPE_WIDTH;
}

/** Progress on the terminal, with an estimate of the time left; silent in a pipe. */
export class ProgressLine {
  private readonly bar: SingleBar | null;
  private readonly started = performance.now();

  constructor() {
    this.bar = stderr.isTTY
      ? new SingleBar({
          format: "{bar} {percentage} %  {left} left",
          stream: stderr,
          hideCursor: true,
          clearOnComplete: true,
        })
      : null;
    this.bar?.start(100, 0, { left: "…" });
  }

  /** Shows how far the work is. */
  update({ done, total }: Progress): void {
    if (this.bar === null || done === 0) return;
    const seconds = ((performance.now() - this.started) / 1000) * (total / done - 1);
    this.bar.update(Math.floor((100 * done) / total), { left: timeInWords(seconds) });
  }

  /** Takes the line away. */
  stop(): void {
    this.bar?.stop();
  }
}
