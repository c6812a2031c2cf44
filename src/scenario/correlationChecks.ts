import { messages } from "../basics/messages.js";
import { correlationFactor } from "../math/correlationFactor.js";
import { fieldAt } from "./fields.js";
import { nearest } from "./nearest.js";
import { undecorated } from "./numberText.js";
import type { Problem } from "./problem.js";
import { shapeOf } from "./readCorrelation.js";
import { pathText, type Steps, stepsOf } from "./tree.js";
import { problem, valueAt } from "./written.js";

const AT = "correlations";

/** Correlations of larger matrices are not printed as a cure. */
const LARGEST_SHOWN = 6;

type Matrix = readonly (readonly number[])[];

/** What is wrong between the correlations of a document as written, and between them and its ranges. */
export function correlationChecks(document: unknown): Problem[] {
  const groups = valueAt(document, [AT]);
  if (!Array.isArray(groups)) return [];
  const ranged = rangedIn(document);
  const groupOf = new Map<string, number>();
  return groups.flatMap((group, index) => {
    const inputs = valueAt(group, ["inputs"]);
    if (!Array.isArray(inputs)) return [];
    const fromInputs = inputs.flatMap((path, at): Problem[] => {
      if (typeof path !== "string") return [];
      const steps = [AT, index, "inputs", at];
      const other = groupOf.get(path);
      if (other !== undefined) return [problem(steps, messages.correlatedTwice(path, other === index))];
      groupOf.set(path, index);
      return input(document, path, steps, ranged);
    });
    return [...fromInputs, ...together(valueAt(group, ["correlation"]), inputs.length, [AT, index, "correlation"])];
  });
}

function input(document: unknown, path: string, steps: Steps, ranged: readonly string[]): Problem[] {
  if (ranged.includes(path)) return [];
  if (fieldAt(path) === null) {
    return [problem(steps, messages.correlatedUnknown(path, nearest(path, ranged)))];
  }
  // Of a program there is none of, nothing is asked: no program is the same file without it.
  if (path.startsWith("program.") && (valueAt(document, ["program"]) ?? null) === null) return [];
  const value = valueAt(document, stepsOf(path));
  const isMalformed = typeof value === "object" && value !== null;
  return isMalformed ? [] : [problem(steps, messages.correlatedExact(path))];
}

/** Paths of the inputs a document states as ranges, or as what may be meant for one. */
function rangedIn(document: unknown): string[] {
  const found: string[] = [];
  const walk = (part: unknown, steps: Steps): void => {
    if (Array.isArray(part)) part.forEach((item, index) => void walk(item, [...steps, index]));
    else if (typeof part === "object" && part !== null) {
      for (const [key, item] of Object.entries(part)) if (steps.length > 0 || key !== AT) walk(item, [...steps, key]);
    } else if (typeof part === "string" && isRangeText(pathText(steps), part)) found.push(pathText(steps));
  };
  walk(document, []);
  return found;
}

function isRangeText(path: string, text: string): boolean {
  const type = fieldAt(path)?.type;
  if (type?.kind === "quantityOrNever") return text !== "never" && undecorated(text) === null;
  return type?.kind === "quantity" && !Object.hasOwn(type.names, text) && undecorated(text) === null;
}

/** Whether correlations that are right one by one can hold all at once. */
function together(correlation: unknown, size: number, steps: Steps): Problem[] {
  if (typeof correlation === "number") {
    const least = -1 / (size - 1);
    if (!(correlation > -1 && correlation < 1 && size > 2) || isDefinite(equal(size, correlation))) return [];
    const words = messages.correlationsImpossible(
      `${correlation} between every two of ${size} inputs`,
      `write more than ${Math.ceil(least * 100) / 100}, or a matrix`,
    );
    return [problem(steps, words)];
  }
  if (!isMatrix(correlation)) return [];
  if (correlation.length !== size) return [problem(steps, messages.matrixShape(size, shapeOf(correlation)))];
  if (isDefinite(correlation)) return [];
  const words = messages.correlationsImpossible("a matrix that contradicts itself", nearestCure(correlation));
  return [problem(steps, words)];
}

/** The same correlations, each drawn nearer to 0 by the same share, as little as it takes. */
function nearestCure(matrix: Matrix): string {
  for (let percent = 99; percent > 0; percent--) {
    const nearer = matrix.map((row, i) =>
      row.map((entry, j) => (i === j ? 1 : Number(((entry * percent) / 100).toFixed(4)))),
    );
    if (!isDefinite(nearer)) continue;
    const words = `multiply every correlation by ${percent / 100} or less`;
    if (matrix.length > LARGEST_SHOWN) return words;
    return `${words}: [${nearer.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
  }
  return "take a correlation out";
}

function isDefinite(matrix: Matrix): boolean {
  return correlationFactor(matrix) !== null;
}

function equal(size: number, correlation: number): Matrix {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : correlation)));
}

/** Whether a correlation as written is a matrix in which nothing is wrong by itself. */
function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) || value.length < 2) return false;
  const rows: readonly unknown[] = value;
  return rows.every(
    (row, i) =>
      Array.isArray(row) &&
      row.length === rows.length &&
      row.every((entry: unknown, j) =>
        i === j ? entry === 1 : typeof entry === "number" && entry > -1 && entry < 1 && entry === valueAt(rows, [j, i]),
      ),
  );
}
