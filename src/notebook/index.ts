// The one import of a notebook: everything of tenure, runs with progress, and ways to show what was found.

export * from "../index.js";
export type { ChartSpec, Json, JsonObject } from "../report/charts/spec.js";
export type { Showable, Table } from "./bundleOf.js";
export { markdown } from "./markdown.js";
export { show } from "./show.js";
export { compare, sweep } from "./studies.js";
