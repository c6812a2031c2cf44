/** What the process says when it ends. */
export const EXIT = {
  /** Done as asked. */
  ok: 0,
  /** A rule of `verify` does not hold, a fit does not, or the program itself failed. */
  failed: 1,
  /** The input was refused: files, options. Nothing was written. */
  badInput: 2,
  /** Said by `diff`: the scenarios differ. */
  differ: 3,
  /** Ctrl-C: what was finished was printed and written. */
  interrupted: 130,
  /** The same, asked for by SIGTERM. */
  terminated: 143,
} as const;

/** The same for readers of `--help`. */
export const EXIT_CODES_IN_WORDS = `Exit codes:
  0    done
  1    a rule of verify does not hold, a fit does not hold (its customer base was not written), or tenure itself failed
  2    files or options were refused; nothing was written
  3    diff found differences
  130  Ctrl-C: compare, run and sweep print and write the replicates finished until then; a second one ends at once
  143  SIGTERM: the same`;
