import { messages, type Words } from "../basics/messages.js";
import { exampleOf, expectedOf } from "./expected.js";
import type { CorrelationType, Field, PathsType } from "./field.js";
import { undecorated } from "./numberText.js";
import { type Reading, type Refusal, refused } from "./reading.js";
import type { Scenario } from "./scenario.js";

type Correlations = Scenario["correlations"][number]["correlation"];

/** Reads the paths of a group of inputs. */
export function readPaths(field: Field<PathsType>, value: unknown): Reading<readonly string[]> {
  const { fewest, most } = field.type;
  if (!Array.isArray(value)) return { words: messages.wrongValue(expectedOf(field), value, exampleOf(field)) };
  if (value.length < fewest || value.length > most) {
    return { words: messages.listLength(fewest, most, value.length) };
  }
  const items: readonly unknown[] = Array.from(value);
  const [first, ...more] = items.flatMap((item, at): Refusal[] =>
    typeof item === "string" ? [] : [{ words: messages.correlatedUnknown(item, null), at: [at] }],
  );
  return first === undefined ? { value: items.filter((item) => typeof item === "string") } : { ...first, more };
}

/** Reads one correlation, or a symmetric matrix of them; whether they can hold all at once is not looked at. */
export function readCorrelation(field: Field<CorrelationType>, value: unknown): Reading<Correlations> {
  if (!Array.isArray(value)) return readOne(field, value);
  const rows: readonly unknown[] = Array.from(value);
  const size = rows.length;
  if (!rows.every((row): row is unknown[] => Array.isArray(row) && row.length === size)) {
    return { words: messages.matrixShape(size, shapeOf(rows)) };
  }
  const refusals = rows.flatMap((row, i) =>
    Array.from(row).flatMap((entry, j): Refusal[] => {
      const words = i === j ? diagonal(entry) : offDiagonal(field, rows, i, j);
      return words === null ? [] : [{ words, at: [i, j] }];
    }),
  );
  const [first, ...more] = refusals;
  return first === undefined ? { value: rows.map((row) => row.map(Number)) } : { ...first, more };
}

/** How many numbers the rows of a matrix hold: "3 rows of 3, 3 and 2". */
export function shapeOf(rows: readonly unknown[]): string {
  const lengths = rows.slice(0, 16).map((row) => (Array.isArray(row) ? String(row.length) : "no"));
  const same = new Set(lengths).size === 1;
  return `${rows.length} rows of ${same ? lengths[0] : lengths.join(", ")} numbers`;
}

function readOne(field: Field, value: unknown): Reading<number> {
  if (typeof value === "number" && value > -1 && value < 1) return { value: value === 0 ? 0 : value };
  return { words: messages.correlationOutside(expectedOf(field), value, cureOf(value)) };
}

function diagonal(entry: unknown): Words | null {
  if (entry === 1) return null;
  return typeof entry === "number"
    ? messages.matrixDiagonal(entry)
    : messages.correlationOutside("1, the correlation of an input with itself", entry, "write 1");
}

function offDiagonal(field: Field, rows: readonly (readonly unknown[])[], i: number, j: number): Words | null {
  const reading = readOne(field, rows[i]?.[j]);
  if (refused(reading)) return reading.words;
  const there = rows[j]?.[i];
  const isSaid = i < j || typeof there !== "number" || there === reading.value || !(there > -1 && there < 1);
  return isSaid ? null : messages.matrixAsymmetric(j + 1, i + 1, there, reading.value);
}

function cureOf(value: unknown): string {
  if (typeof value === "number" && Math.abs(value) === 1) {
    return `write ${0.99 * value}; of inputs that move together wholly one is enough`;
  }
  const isPercent = typeof value === "number" && Math.abs(value) >= 2;
  const plain = typeof value === "string" ? undecorated(value) : isPercent ? undecorated(`${value}%`) : null;
  return plain !== null && Math.abs(Number(plain)) < 1 ? `write ${plain}` : "write a number between, as 0.6 or -0.3";
}
