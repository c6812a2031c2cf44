const RUN_TIME = /(?<![\w.,$€£])\d+(?:[.,]\d+)?\s?(?:ms|s|sec|seconds?|minutes?)(?!\w)/g;

/**
 * A text without the times things took, which differ from run to run: `0.8 s`, `12 seconds`, `3 minutes`, `250 ms`.
 *
 * @param text as displayed
 * @returns the same with each time as `… s`
 */
export function withoutRunTimes(text: string): string {
  return text.replace(RUN_TIME, "… s");
}
