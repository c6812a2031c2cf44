import type { InNumbers } from "../plan/inNumbers.js";
import type { Style } from "../report/table.js";
import { counted, printable, spoken, wrap } from "../report/words.js";
import { ABOUT_PATHS } from "../scenario/baseFields.js";
import type { CorrelatedPair } from "../scenario/correlation.js";
import type { Explained } from "../scenario/explain.js";
import { inNumbersInWords } from "./inNumbers.js";
import { folderOf, seenFrom } from "./places.js";
import { isWord } from "./words.js";

/** A scenario, explained field by field. */
export interface Explanation {
  readonly file: string;
  readonly name: string;
  /** What the customer base comes to. */
  readonly inPlainWords: string;
  /** What its loyalty types and tiers come to. */
  readonly inNumbers: InNumbers;
  /** Paths of the inputs given as ranges. */
  readonly ranges: readonly string[];
  /** Every two of them that are not independent. */
  readonly correlations: readonly CorrelatedPair[];
  readonly fields: readonly Explained[];
  /** What is right and may still surprise. */
  readonly notes: readonly string[];
}

/** Sections that stand apart inside a bigger one; whatever begins with none of them is under its first word. */
const SECTIONS =
  /^(program\.(?:rewards\[\d+\]|tiers\.levels\[\d+\]|tiers|redemption|costs|response)|customerBase\.loyaltyTypes\.(?:mix|traits\.\w+)|correlations\[\d+\]|[^.]+)(?:\.|$)/;
const LONGEST_NAME = 34;
const GAP = 2;

const A_TO_B = "`a to b` is from P5 to P95: one draw in ten lies outside.";

/**
 * An explanation for the screen:
 * ```
 *  name, file, how many inputs are stated, ranges, defaults
 *  every two correlated inputs, with the correlation of their ranks
 *  what loyalty types and tiers come to
 *  section
 *    field   value unit   origin
 *            meaning; where a default comes from
 * ```
 *
 * @param explained a scenario
 * @param width characters a line may have
 * @param style marks for a terminal
 * @returns text that ends with a line break
 */
export function explanation(explained: Explanation, width: number, style: Style): string {
  const { fields, ranges, correlations, notes, name, file, inPlainWords, inNumbers } = explained;
  const about = fields.find(({ path }) => path === "about")?.value ?? "";
  const currency = fields.find(({ path }) => path === "currency.code")?.value ?? "";
  const inputs = fields.filter(({ path }) => !ABOUT_PATHS.includes(path));
  const names = Math.min(LONGEST_NAME, Math.max(...inputs.map(({ path }) => shortName(path).length)));
  const lines = [
    style.bold(`${printable(name)} (${printable(file)})`),
    ...wrap(printable(about), width).filter((line) => line !== ""),
    ...wrap(inPlainWords, width).filter((line) => line !== ""),
    ...wrap(summary(inputs, ranges), width),
    ...(ranges.length === 0 ? [] : wrap(A_TO_B, width)),
    ...correlations.flatMap((pair) => wrap(pairInWords(pair), width)),
    ...notes.flatMap((note) => wrap(printable(`Mind: ${note}`), width)),
    ...inNumbersInWords(inNumbers, currency, width),
  ];
  let section = "";
  for (const field of inputs) {
    if (sectionOf(field.path) !== section) {
      section = sectionOf(field.path);
      lines.push("", style.bold(section));
    }
    lines.push(...entry(field, file, names, width, style));
  }
  return `${lines.join("\n")}\n`;
}

function summary(inputs: readonly Explained[], ranges: readonly string[]): string {
  const defaults = inputs.filter(({ origin }) => origin === "default").length;
  const given =
    ranges.length === 0
      ? "none given as a range: taken as exact"
      : `${ranges.length} given as ${ranges.length === 1 ? "a range" : "ranges"}: ${spoken(ranges)}`;
  return `${counted(inputs.length, "input")}: ${inputs.length - defaults} stated in files, ${counted(defaults, "default")}. Of them ${given}.`;
}

function pairInWords({ inputs, correlation, rankCorrelation }: CorrelatedPair): string {
  return `${inputs.join(" and ")}: correlation ${correlation} of normal scores, ${rankCorrelation.toFixed(2)} of ranks.`;
}

function entry(
  { path, value, unit, description, source, origin }: Explained,
  file: string,
  names: number,
  width: number,
  style: Style,
): string[] {
  const isDefault = origin === "default";
  const indent = " ".repeat(2 + names + GAP);
  const room = Math.max(20, width - indent.length);
  const label = isDefault ? "DEFAULT" : printable(seenFrom(folderOf(file), origin));
  const [first = "", ...rest] = wrap(printable(unit === "" || isWord(value) ? value : `${value} ${unit}`), room);
  const head = `  ${shortName(path).padEnd(names)}${" ".repeat(GAP)}${first}`;
  const space = width - [...head].length - label.length;
  const fits = rest.length === 0 && space >= GAP;
  const words = isDefault ? `${description} ${basis(source)}` : description;
  return [
    fits ? `${head}${" ".repeat(space)}${isDefault ? style.bold(label) : style.dim(label)}` : head,
    ...rest.map((line) => indent + line),
    ...(fits ? [] : [label.padStart(width)]),
    ...wrap(words, room).map((line) => style.dim(indent + line)),
  ];
}

/** Why a default is what it is, as a sentence. */
function basis(source: string): string {
  const sentence = /^(assumption|convention)/.test(source) ? source : `source: ${source}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function sectionOf(path: string): string {
  return SECTIONS.exec(path)?.[1] ?? path;
}

/** A path without its section: "size"; a section of one field keeps its name. */
function shortName(path: string): string {
  const section = sectionOf(path);
  return path === section ? path : path.slice(section.length + 1);
}
