import type { GroupFindings, MeasureLabel, WorldFindings } from "../study/findings.js";
import type { Cell } from "./cell.js";
import { factsOf, legendOf, newcomersOf, programsOf } from "./facts.js";
import { cohortSentence, tierSentence, typeSentence } from "./partSentences.js";
import { balanceSentence, balanceUnit, discountSentence, headline, subsidySentence } from "./sentences.js";
import { balanceTable } from "./table/balance.js";
import { causeTable } from "./table/causes.js";
import { draw, PLAIN, type Style } from "./table/draw.js";
import { measureTables, showsOutcomes } from "./table/measures.js";
import { type PartTable, tierTable, typeTable } from "./table/parts.js";
import { pack, printable, wrap } from "./words.js";

export type { Style } from "./table/draw.js";

export interface TableOptions {
  /** Characters a line may have; from 80 on. */
  readonly width: number;
  /** All measures, and outcome ranges even where cells are narrow. */
  readonly detail: boolean;
  readonly style: Style;
}

const DEFAULTS: TableOptions = { width: 110, detail: false, style: PLAIN };

/**
 * One group for the terminal:
 * ```
 *  name · customers · months · replicates · seed · level · inputs
 *  a sentence for each design; what loyalty types, tiers and cohorts say
 *  measures × worlds          estimate, interval, difference, P(better)
 *  by loyalty type and by tier, on request
 *  for each design: reward cost by cause, trial balance
 *  how to read
 * ```
 *
 * @param group worlds that share a world 0
 * @param measures rows of the first table
 * @param options width in characters (110), detail (off) and style (plain)
 * @returns text that ends with a line break
 * @throws RangeError when a number is not finite
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const { groups, measures } = await compare([cdnow], { replicates: 4, customers: 200 });
 * const text = groupTable(groups[0], measures, { width: 90 });
 * text; // /23,570 customers, 200 simulated in each replicate/
 * text.split("\n").every((line) => line.length <= 90); // true
 */
export function groupTable(
  group: GroupFindings,
  measures: readonly MeasureLabel[],
  options: Partial<TableOptions> = {},
): string {
  const { width, detail, style } = { ...DEFAULTS, ...options };
  const paragraph = (text: string): string => wrap(text, width).join("\n");
  const dim = (text: string): string => wrap(text, width).map(style.dim).join("\n");
  const programs = programsOf(group);
  return `${[
    [
      style.bold(paragraph(printable(group.name))),
      pack(factsOf(group, newcomersOf(group)), " · ", width)
        .map(style.dim)
        .join("\n"),
    ].join("\n"),
    ...(programs.length === 0 ? [] : [programs.map((world) => paragraph(headline(world, group))).join("\n")]),
    ...partsOf(programs, group, width),
    ...measureTables(group, detail ? measures : measures.filter(({ isHeadline }) => isHeadline), width, detail, style),
    ...(detail ? partTables(group, measures, width, style) : []),
    ...programs.map((world) => books(world, group, width, style)),
    legendOf(group, showsOutcomes(group, width, detail))
      .map(dim)
      .join("\n"),
  ].join("\n\n")}\n`;
}

function books(world: WorldFindings, group: GroupFindings, width: number, style: Style): string {
  const paragraph = (text: string): string => wrap(text, width).join("\n");
  const parts = [style.bold(paragraph(`${printable(world.name)}: reward cost by cause, and trial balance`))];
  if (world.causes.length > 0) {
    const { heads, rows } = causeTable(world, group.currency);
    parts.push(compactTable(heads, rows, width));
    const sentences = [subsidySentence(world, group.currency), discountSentence(world, group.currency)];
    for (const sentence of sentences) if (sentence !== null) parts.push(paragraph(sentence));
  }
  const balance = balanceSentence(world.trialBalance);
  if (balance !== null) {
    const { heads, rows } = balanceTable(world);
    parts.push(compactTable(heads, rows, width));
    parts.push(paragraph(`Trial balance, ${balanceUnit(world, group)}: ${balance}.`));
  }
  return parts.join("\n");
}

/** What types, tiers and cohorts say, a line each; nothing where there are none. */
function partsOf(programs: readonly WorldFindings[], group: GroupFindings, width: number): string[] {
  const lines = programs.flatMap((world) =>
    [typeSentence(world, group), tierSentence(world, group), cohortSentence(world, group)].filter(
      (line) => line !== null,
    ),
  );
  return lines.length === 0 ? [] : [lines.map((line) => wrap(line, width).join("\n")).join("\n")];
}

function partTables(group: GroupFindings, measures: readonly MeasureLabel[], width: number, style: Style): string[] {
  const tables: [string, (world: WorldFindings) => PartTable][] = [
    ["per day-one customer by loyalty type", (world) => typeTable(world, group, measures)],
    ["per member and year by tier, members at the end", (world) => tierTable(world, group, measures)],
  ];
  return tables.flatMap(([caption, of]) =>
    group.worlds.flatMap((world) => {
      const { head, rows } = of(world);
      if (rows.length === 0) return [];
      const texts = rows.map(({ name, cells }) => [name, ...cells.map(cellText)]);
      const heading = wrap(`${printable(world.name)}: ${caption}`, width).map(style.bold);
      return [[...heading, ...fittingTables(head, texts, width)].join("\n")];
    }),
  );
}

/** Value, interval, and difference with its interval, a line each. */
function cellText({ value, interval, difference, differenceInterval }: Cell): string {
  return [value, interval, difference, differenceInterval].filter((text) => text !== null).join("\n");
}

/** A table as wide as a line may be, or several that share its columns and repeat the first. */
function fittingTables(head: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const first = (columns: number): string =>
    draw({
      head: head.slice(0, columns),
      rows: rows.map((row) => row.slice(0, columns)),
      ...{ widths: head.slice(0, columns).map(() => null), ruled: true, padding: 1 },
    });
  let columns = head.length;
  while (columns > 2 && first(columns).indexOf("\n") > width) columns--;
  const rest = ([name = "", ...cells]: readonly string[]): string[] => [name, ...cells.slice(columns - 1)];
  return columns === head.length
    ? [first(columns)]
    : [first(columns), ...fittingTables(rest(head), rows.map(rest), width)];
}

/** A table as wide as its content; without the air in its cells where that is too wide. */
function compactTable(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const grid = { head, rows, widths: head.map(() => null), ruled: false };
  const airy = draw({ ...grid, padding: 1 });
  return airy.indexOf("\n") <= width ? airy : draw({ ...grid, padding: 0 });
}
