import { orElse, show } from "./show.js";
import type { Words } from "./words.js";

/** Every sentence about inputs that are tied to each other. */
export const correlationMessages = {
  correlationOutside: (expected: string, got: unknown, cure: string): Words => ({ expected, got: show(got), cure }),
  correlatedUnknown: (path: unknown, nearest: string | null): Words => ({
    expected: "paths of inputs given as ranges",
    got: show(path),
    cure: orElse(nearest, "write the path as `explain` shows it, as customerBase.purchaseRate.shape"),
  }),
  correlatedExact: (path: string): Words => ({
    expected: "paths of inputs given as ranges",
    got: `${show(path)}, where there is no range`,
    cure: "give that input a range, take it out of the group, or, in a file that extends this one and fixes it, state `correlations` anew (`[]` for none)",
  }),
  correlatedTwice: (path: string, isSameGroup: boolean): Words => ({
    expected: "every input once, in one group",
    got: `${show(path)} a second time`,
    cure: isSameGroup ? "delete one of the two" : "put all inputs that hang together into one group, with a matrix",
  }),
  matrixShape: (size: number, got: string): Words => ({
    expected: `a number, or a matrix of ${size} rows with ${size} numbers each`,
    got,
    cure: "write a row and a column for each input, in the order of `inputs`",
  }),
  matrixDiagonal: (got: number): Words => ({
    expected: "1, the correlation of an input with itself",
    got: `${got}`,
    cure: "write 1",
  }),
  matrixAsymmetric: (row: number, column: number, there: number, got: number): Words => ({
    expected: `${there}, as row ${row} says in column ${column}`,
    got: `${got}`,
    cure: `write ${there}, or ${got} in both places`,
  }),
  correlationsImpossible: (got: string, cure: string): Words => ({
    expected: "correlations that can hold all at once (a positive definite matrix)",
    got,
    cure,
  }),
} as const;
