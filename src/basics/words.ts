/** What an issue says: what was expected, what was found, how to cure it. */
export interface Words {
  readonly expected: string;
  readonly got: string;
  readonly cure: string;
}
