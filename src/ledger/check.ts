/** Two books, or a book and a count, that should say the same and do not. */
export interface Discrepancy {
  readonly rule: string;
  readonly place: string;
  readonly left: number;
  readonly right: number;
}

/** Notes a discrepancy where two numbers differ. */
export type Check = (rule: string, place: string, left: number, right: number) => void;

/** Sum of a term over the numbers below a count. */
export function sum(count: number, term: (at: number) => number): number {
  let total = 0;
  for (let at = 0; at < count; at++) total += term(at);
  return total;
}

/** Checks that a part is no more than its whole. */
export function checkPart(check: Check, rule: string, place: string, part: number, whole: number): void {
  check(rule, place, Math.min(part, whole), part);
}
