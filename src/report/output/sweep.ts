import type { MeasureLabel } from "../../study/findings.js";
import type { Sweep, SweptDesign } from "../../study/sweepFindings.js";
import { cellOf } from "../cell.js";
import { factsOf } from "../facts.js";
import { formatProbability } from "../format.js";
import { html, tableHtml } from "../page/html.js";
import { cellHtml } from "../page/measures.js";
import { sweepNotes } from "../sweepNotes.js";
import { sweepLegend, sweepTable, sweepVerdict } from "../sweepTable.js";
import { gridCell } from "../table/leverGrid.js";
import { againstWritten, leverRows } from "../table/leverTable.js";
import { wrap } from "../words.js";
import { factsHtml, framed, type Output, TEXT_WIDTH } from "./output.js";

/**
 * A sweep as a notebook shows it: which design is best and how sure that is, then a row a design, or a grid a measure.
 *
 * @param sweep of one or two levers
 */
export function sweepOutput(sweep: Sweep): Output {
  const tables = sweep.levers.length === 1 ? [designsHtml(sweep)] : sweep.measures.map((one) => gridHtml(sweep, one));
  const notes = sweepNotes(sweep);
  return {
    html: framed(
      `<h4>${html(sweep.name)}</h4>`,
      factsHtml(factsOf(sweep), " · "),
      ...[...sweepVerdict(sweep), ...notes].map((sentence) => `<p>${html(sentence)}</p>`),
      ...tables,
      factsHtml(sweepLegend(sweep), "<br>"),
    ),
    text: [
      sweepTable(sweep, { width: TEXT_WIDTH }).trimEnd(),
      ...notes.map((note) => wrap(note, TEXT_WIDTH).join("\n")),
    ].join("\n\n"),
  };
}

function designsHtml(sweep: Sweep): string {
  const [lever] = sweep.levers;
  const rows = leverRows(sweep).map((design) => [
    html(String(design.values[0] ?? "none")) + (design.isAsWritten ? `<span class="more"><br>as written</span>` : ""),
    design.bestShare === null ? "–" : html(formatProbability(design.bestShare)),
    ...sweep.measures.map((measure) => measureHtml(sweep, design, measure)),
  ]);
  const heads = [lever.path, "best in", ...sweep.measures.map(({ label }) => label)];
  return tableHtml(`Designs of ${html(sweep.name)}`, heads.map(html), rows, "designs");
}

function measureHtml(sweep: Sweep, design: SweptDesign, measure: MeasureLabel): string {
  return cellHtml({ ...cellOf(againstWritten(design, measure), measure, sweep.currency), outcome: null });
}

function gridHtml(sweep: Sweep, measure: MeasureLabel): string {
  const [down, across] = sweep.levers;
  const rows = down.values.map((value, row) => [
    html(String(value)),
    ...across.values.map((_, column) => {
      const design = sweep.designs[row * across.values.length + column];
      const [said = "", ...more] = gridCell(sweep, design, measure).map(html);
      return `<b class="value">${said}</b>${more.map((text) => `<span class="more"><br>${text}</span>`).join("")}`;
    }),
  ]);
  const caption = html(`${measure.label}: ${down.path} ↓, ${across.path} →`);
  return tableHtml(caption, ["↓ →", ...across.values.map((value) => html(String(value)))], rows, "grid");
}
