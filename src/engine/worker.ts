/** What a worker thread runs: one task, start to end. No module of another package is reachable from here. */
export { runTask as run } from "./blocks.js";
