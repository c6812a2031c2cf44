import { frequenciesChart } from "./frequencies.js";
import { heterogeneityChart } from "./heterogeneity.js";
import { holdoutChart } from "./holdout.js";
import { newcomersChart } from "./newcomers.js";
import type { FitChart } from "./ofFit.js";
import { seasonChart } from "./season.js";
import { trackingChart } from "./tracking.js";

/** Every chart of a fitted customer base, by name, in reading order. */
export const FIT_CHARTS: Readonly<Record<string, FitChart>> = {
  tracking: trackingChart,
  holdout: holdoutChart,
  frequencies: frequenciesChart,
  heterogeneity: heterogeneityChart,
  season: seasonChart,
  newcomers: newcomersChart,
};
