import { randomUUID } from "node:crypto";
import { timeInWords } from "../report/words.js";
import type { Progress } from "../study/runOptions.js";
import type { Display } from "./kernel.js";

/** Customer-replicates below which a run is over before anybody asks: its progress is not shown, on no machine. */
const SHORT = 50_000;
/** Milliseconds between two changes of the line. */
const PAUSE = 250;

/** How far a run is: one line below its cell, changed in place. */
export class ProgressLine {
  private readonly id: string = randomUUID();
  private readonly started = performance.now();
  private shownAt = Number.NEGATIVE_INFINITY;
  private isShown = false;

  constructor(private readonly display: Display) {}

  /** Says how far the work is, and how much time is left. */
  update({ done, total }: Progress): void {
    const now = performance.now();
    if (total < SHORT || now - this.shownAt < PAUSE) return;
    this.shownAt = now;
    const left = done === 0 ? "" : `, ${timeInWords(((now - this.started) / 1000) * (total / done - 1))} left`;
    this.say(`Simulating: ${Math.floor((100 * done) / total)} %${left}`);
  }

  /** Puts what ran in place of a line that was shown; a short run leaves none. */
  end(text: string): void {
    if (this.isShown) this.say(text);
  }

  /** Puts a text into the line. */
  say(text: string): void {
    this.isShown = true;
    this.display.write({ data: { "text/plain": text }, metadata: {} }, this.id);
  }
}
