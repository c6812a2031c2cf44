import type { GroupFindings, MeasureLabel } from "../../study/findings.js";
import { type Cell, cellOf } from "../cell.js";
import { looksOf } from "../charts/worlds.js";
import { worldColumns } from "../table/measures.js";
import { html, tableHtml } from "./html.js";

/** Worlds in one table: what a page 800 pixels wide holds. */
const COLUMNS = 3;

/**
 * The measures of a group, a row each, as one table or several that repeat the reference: the numbers of the terminal.
 *
 * @param group worlds that share a world 0
 * @param measures in the order of rows
 */
export function measuresHtml(group: GroupFindings, measures: readonly MeasureLabel[]): string {
  const looks = looksOf(group);
  const tables = worldColumns(group, COLUMNS);
  return tables
    .map((worlds, i) => {
      const shown = measures.filter(({ key }) => worlds.some((world) => world.findings[key] !== undefined));
      const heads = worlds.map((world) => {
        const color = looks.find((look) => look.world === world)?.color ?? "";
        const role = world.isReference ? `<span class="more"><br>reference</span>` : "";
        return `<span class="swatch" style="background:${color}"></span>${html(world.name)}${role}`;
      });
      const rows = shown.map((measure) => [
        html(measure.label),
        ...worlds.map((world) => cellHtml(cellOf(world.findings[measure.key], measure, group.currency))),
      ]);
      const part = tables.length === 1 ? "" : ` (${i + 1} of ${tables.length})`;
      return tableHtml(`Measures of ${html(group.name)}${part}`, ["Measure", ...heads], rows, "measures");
    })
    .join("\n");
}

/** An interval that may part between its ends, which a narrow cell needs. */
function breakable(interval: string): string {
  return interval.replaceAll(",&nbsp;", ", ");
}

/** The texts of a cell, the value first. */
export function cellHtml(cell: Cell): string {
  const { better, missing, outcome } = cell;
  const lines = [
    [cell.interval],
    [cell.difference, cell.differenceInterval],
    outcome === null ? [] : ["outcomes", outcome],
    [missing],
  ];
  const more = lines
    .map((texts) => texts.filter((text) => text !== null))
    .filter((texts) => texts.length > 0)
    .map(
      (texts) =>
        `<span class="more"><br>${texts.map((text) => `<span>${breakable(html(text))}</span>`).join(" ")}</span>`,
    );
  const probability = better === null ? "" : ` <span class="p">P ${html(better)}</span>`;
  return `<b class="value">${html(cell.value)}</b>${probability}${more.join("")}`;
}
