import { causesChart } from "./causes.js";
import { cohortsChart } from "./cohorts.js";
import { cohortValueChart } from "./cohortValue.js";
import { costChart } from "./cost.js";
import { distributionChart } from "./distribution.js";
import { goalGradientChart } from "./goalGradient.js";
import { kindsChart } from "./kinds.js";
import { netValueChart } from "./netvalue.js";
import { pointsChart } from "./points.js";
import { quadrantChart } from "./quadrant.js";
import { retentionChart } from "./retention.js";
import type { Chart } from "./spec.js";
import { tierMixChart } from "./tierMix.js";
import { tierMovesChart } from "./tierMoves.js";
import { tiersChart } from "./tiers.js";
import { typesChart } from "./types.js";
import { typeUpliftChart } from "./typeUplift.js";
import { upliftChart } from "./uplift.js";

/** Charts by name, by the section of the page they stand in, in reading order. */
export const SECTIONS = {
  overall: {
    uplift: upliftChart,
    causes: causesChart,
    netValue: netValueChart,
    cost: costChart,
    kinds: kindsChart,
    retention: retentionChart,
    points: pointsChart,
    distribution: distributionChart,
    goalGradient: goalGradientChart,
  },
  types: { typeUplift: typeUpliftChart, types: typesChart, quadrant: quadrantChart },
  tiers: { tiers: tiersChart, tierMix: tierMixChart, tierMoves: tierMovesChart },
  cohorts: { cohorts: cohortsChart, cohortValue: cohortValueChart },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Chart>>>>;
export type Section = keyof typeof SECTIONS;

/** Every chart of a group, by name. */
export const CHARTS: Readonly<Record<string, Chart>> = Object.assign({}, ...Object.values(SECTIONS));
