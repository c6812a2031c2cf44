import { FONT } from "../charts/spec.js";

/** The page's looks: light, 800 pixels and wider, and on paper. */
export const STYLE = `
:root { color-scheme: light; --ink: #1c1c1c; --quiet: #5a5a5a; --line: #dcdcdc; --soft: #f6f6f4; }
* { box-sizing: border-box; }
body { margin: 0; background: white; color: var(--ink); font: 15px/1.5 ${FONT}; }
main, header, footer { max-width: 1264px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 22px; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
h3 { font-size: 16.5px; margin: 32px 0 8px; }
h4 { font-size: 15px; margin: 22px 0 6px; overflow-wrap: anywhere; }
p { margin: 0 0 8px; max-width: 84ch; overflow-wrap: anywhere; }
nav ul { padding-left: 20px; margin: 8px 0 0; overflow-wrap: anywhere; }
a { color: #004f80; }
section.group { border-top: 2px solid var(--ink); margin-top: 32px; padding-top: 20px; }
.facts { color: var(--quiet); font-size: 13.5px; max-width: none; }
.headlines { list-style: none; margin: 16px 0 0; padding: 0; }
.headlines li { border-left: 5px solid; padding: 3px 0 3px 12px; margin: 0 0 10px; font-size: 17px; line-height: 1.4; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 0 0 18px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13.5px; }
caption { text-align: left; color: var(--quiet); font-size: 13px; padding: 0 0 6px; overflow-wrap: anywhere; }
th, td { padding: 6px 12px; vertical-align: top; text-align: right; border-bottom: 1px solid var(--line); }
td { white-space: nowrap; }
th { font-weight: 600; }
thead th { border-bottom: 1.5px solid var(--ink); vertical-align: bottom; overflow-wrap: anywhere; }
tbody th, thead th:first-child { text-align: left; padding-left: 0; }
tbody th { font-weight: 500; }
table.measures { width: 100%; table-layout: fixed; }
table.measures th:first-child { width: 20%; }
table.measures td { white-space: normal; }
table.balance tbody tr:last-child > * { font-weight: 600; }
table.parts { width: 100%; min-width: 1000px; table-layout: fixed; }
table.parts td, table.parts th { padding-right: 6px; padding-left: 6px; white-space: normal; }
table.parts .value { font-size: 13.5px; }
table.parts .more, table.parts .p { font-size: 12px; margin-right: 0; }
details { margin: 0 0 14px; }
summary { cursor: pointer; padding: 4px 0; }
.charts + details { margin-top: 12px; }
.value { font-weight: 600; font-size: 14.5px; }
.more { display: block; color: var(--quiet); font-size: 12.5px; }
.p { color: var(--quiet); font-size: 12.5px; margin-right: 8px; }
.value, .p { white-space: nowrap; }
.more > br { display: none; }
.more span { display: inline-block; }
.swatch { display: inline-block; width: 10px; height: 10px; margin-right: 6px; }
.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; align-items: start; }
figure { margin: 0; padding: 8px 6px; border: 1px solid var(--line); border-radius: 4px; min-width: 0; break-inside: avoid; }
.chart { min-height: 60px; }
.chart.vega-embed { display: block; padding-right: 0; width: 100%; }
.chart svg.marks { display: block; max-width: 100%; height: auto; }
body #vg-tooltip-element { font-family: inherit; }
body #vg-tooltip-element table tr td.key { max-width: 240px; }
body #vg-tooltip-element table tr td.value { max-width: 360px; }
.chart .failed { color: #a40000; padding: 12px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 16px; margin: 0 0 12px; font-size: 13.5px; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
dl.definitions dt { color: var(--ink); font-weight: 500; }
code { font: 12px/1.5 ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace; overflow-wrap: anywhere; }
table.summary { width: 100%; table-layout: fixed; margin-top: 14px; }
table.summary td, table.summary th { white-space: normal; overflow-wrap: anywhere; padding-left: 0; }
table.summary th:first-child { width: 24%; }
table.summary td:nth-child(7), table.summary th:nth-child(7) { width: 18%; }
table.worlds { width: 100%; table-layout: fixed; }
table.worlds th, table.worlds td { text-align: left; white-space: normal; overflow-wrap: anywhere; padding-left: 0; }
.warnings { margin: 0 0 18px; padding: 10px 14px 10px 32px; background: #fdf3e4; border-left: 5px solid #b35806; max-width: 90ch; }
.warnings li { margin: 2px 0; overflow-wrap: anywhere; }
.warnings + h2 { margin-top: 22px; }
table.fit td { white-space: normal; overflow-wrap: normal; }
table.fit thead th { overflow-wrap: normal; }
table.words th, table.words td { text-align: left; }
table.words tbody th, table.words td:nth-child(-n+4) { white-space: nowrap; }
table.book td:nth-child(3), table.book td:nth-child(4) { white-space: normal; }
table.book td:nth-child(4) { overflow-wrap: anywhere; min-width: 18ch; }
pre { white-space: pre-wrap; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 10px 14px; margin: 0 0 12px; overflow-x: auto; }
footer { color: var(--quiet); font-size: 13px; padding-top: 20px; padding-bottom: 40px; }
@media (max-width: 1100px) { .charts { grid-template-columns: minmax(0, 640px); } }
@media print {
  @page { margin: 14mm; }
  body { font-size: 10.5pt; }
  main, header, footer { padding: 0; max-width: none; }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
  .scroll { overflow: visible; }
  .vega-embed details { display: none; }
  tr, figure, li { break-inside: avoid; }
  section.group + section.group { break-before: page; }
}
`;
