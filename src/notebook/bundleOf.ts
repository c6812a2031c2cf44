import type { ChartSpec } from "../report/charts/spec.js";
import { chartBundle } from "./chartBundle.js";
import type { Bundle } from "./kernel.js";

export type Showable = ChartSpec;

export async function bundleOf(thing: Showable): Promise<Bundle> {
  return await chartBundle(thing);
}
