// The one import of a notebook: everything of tenure, runs shown as they go, and ways to show what was found.

export * from "../index.js";
export type { Showable, ShownTable } from "./bundleOf.js";
export type { Markdown } from "./markdown.js";
export { markdown } from "./markdown.js";
export { show } from "./show.js";
export { compare, sweep, tornado, verify } from "./studies.js";
export type { RowExpression, Table, TableCell } from "./table.js";
export { table } from "./table.js";
export { writeCsv } from "./writeCsv.js";
