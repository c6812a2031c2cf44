import { causesChart } from "./causes.js";
import { costChart } from "./cost.js";
import { netValueChart } from "./netvalue.js";
import { pointsChart } from "./points.js";
import { retentionChart } from "./retention.js";
import type { Chart } from "./spec.js";
import { upliftChart } from "./uplift.js";

/** Every chart of a group, by name, in reading order. */
export const CHARTS: Readonly<Record<string, Chart>> = {
  uplift: upliftChart,
  causes: causesChart,
  netValue: netValueChart,
  cost: costChart,
  retention: retentionChart,
  points: pointsChart,
};
