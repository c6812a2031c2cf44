/** What the process says when it ends. */
export const EXIT = {
  /** Done as asked. */
  ok: 0,
  /** A rule of `verify` does not hold, or the program itself failed. */
  failed: 1,
  /** The input was refused: files, options. Nothing was written. */
  badInput: 2,
  /** Ctrl-C: what was finished was written. */
  interrupted: 130,
} as const;
