/** One thing wrong with an input: where it is, what was expected, what was found and how to cure it. */
export interface Issue {
  /** File the input came from; null when it was built in code. */
  readonly file: string | null;
  /** Line and column, from 1; null when there is no text to point into. */
  readonly line: number | null;
  readonly column: number | null;
  /** Path inside the document, as `program.rewards[0].points`; empty for the document itself. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly cure: string;
}

/**
 * Bad input, with every issue found: what whoever catches it shows, or reads one by one.
 *
 * @param issues what is wrong, one or more
 * @example
 * const error = await load("scenarios/nowhere.yaml").catch((caught) => caught);
 * error instanceof InputError; // true
 * error.issues.map(({ file, got, cure }) => [file, got, cure]); // [["scenarios/nowhere.yaml", "no such file", "check the path"]]
 */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
    this.name = "InputError";
    this.issues = issues;
  }
}

/**
 * One issue as one line and its cure.
 *
 * @param issue what is wrong
 * @returns `file:line:column path: expected …, got …. Cure: …`
 * @example
 * const issue = { path: "horizon.months", expected: "a whole number from 1 to 600", got: "0", cure: "write 36" };
 * formatIssue({ ...issue, file: "a.yaml", line: 2, column: 3 }); // /^a.yaml:2:3 horizon.months: expected a whole number/
 * formatIssue({ ...issue, file: null, line: null, column: null }); // /^horizon.months: .*, got 0. Cure: write 36$/
 */
export function formatIssue(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== null).join(":");
  const head = [place, issue.path].filter((part) => part !== "").join(" ");
  return `${head === "" ? "input" : head}: expected ${issue.expected}, got ${issue.got}. Cure: ${issue.cure}`;
}
