import type { Style } from "../report/table.js";
import { counted, printable, wrap } from "../report/words.js";
import type { Difference, StatedValue } from "../scenario/diff.js";
import { commonFolder, seenFrom } from "./places.js";
import { isWord } from "./words.js";

/** What a scenario is called, and where it stands. */
export interface ScenarioHead {
  readonly file: string;
  readonly name: string;
}

const NOTHING = "–";
const LONGEST_PATH = 60;
const GAP = 2;

/**
 * Differences for the screen:
 * ```
 *  a: name, file; b: name, file; how many differences
 *  path   a's value → b's value unit                a's origin → b's origin
 * ```
 * Where a line would be wider than the screen, the origins stand below.
 *
 * @param a what is compared
 * @param b with what
 * @param differences in the order shown
 * @param width characters a line may have
 * @param style marks for a terminal
 * @returns text that ends with a line break
 */
export function differencesInWords(
  a: ScenarioHead,
  b: ScenarioHead,
  differences: readonly Difference[],
  width: number,
  style: Style,
): string {
  const called = ({ name, file }: ScenarioHead): string => `${printable(name)} (${printable(file)})`;
  const head = wrap(`${called(a)} → ${called(b)}: ${counted(differences.length, "difference")}.`, width);
  return `${[...head.map(style.bold), ...(differences.length === 0 ? [] : [""]), ...rows(differences, commonFolder(a.file, b.file), width, style)].join("\n")}\n`;
}

function rows(differences: readonly Difference[], folder: string, width: number, style: Style): string[] {
  const paths = differences.map(({ path }) => printable(path));
  const widest = Math.min(LONGEST_PATH, Math.max(0, ...paths.map((path) => [...path].length)));
  return differences.flatMap((difference, index) => {
    const change = valuesOf(difference);
    const who = changeOf(difference, ({ origin }) => seenFrom(folder, origin ?? "code"));
    const line = `${(paths[index] ?? "").padEnd(widest)}  ${change}`;
    const space = width - [...line].length - [...who].length;
    if (space >= GAP) return [line + " ".repeat(space) + style.dim(who)];
    const lines = [...line].length <= width ? [line] : wrap(line, width);
    return [...lines, ...wrap(who, width).map((text) => style.dim(text.padStart(width)))];
  });
}

/** "2 → 3 months", the unit after the last value it belongs to: "6 months → never". */
function valuesOf({ a, b, unit }: Difference): string {
  const units = [a, b].map((stated) =>
    stated === null || isWord(stated.value) ? "" : ` ${printable(unit)}`.trimEnd(),
  );
  const [one, other] = [a, b].map((stated) => (stated === null ? NOTHING : printable(stated.value)));
  return `${one}${units[1] === "" ? units[0] : ""} → ${other}${units[1]}`;
}

/** "2 → 3"; once when both are the same. */
function changeOf({ a, b }: Difference, of: (stated: StatedValue) => string): string {
  const [one, other] = [a, b].map((stated) => (stated === null ? NOTHING : printable(of(stated))));
  return one === other ? (one ?? NOTHING) : `${one} → ${other}`;
}
