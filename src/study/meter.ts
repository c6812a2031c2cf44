import { newcomersByMonth } from "../plan/newcomers.js";
import { sampleNewcomers } from "../plan/sample.js";
import type { Group } from "./group.js";
import { type RunOptions, sampleSize } from "./runOptions.js";

/** Counts customers of all groups against what there is to do. */
export class Meter {
  private done = 0;
  private readonly total: number;
  private readonly onProgress: RunOptions["onProgress"];

  constructor(groups: readonly Group[], replicates: number, options: RunOptions) {
    this.onProgress = options.onProgress;
    this.total = groups.reduce((sum, { counterfactual }) => {
      const { customerBase, horizon } = counterfactual.scenario;
      const sample = sampleSize(customerBase.size, options.customers);
      const newcomers = sampleNewcomers(
        newcomersByMonth(customerBase.acquisition, horizon),
        sample / customerBase.size,
      ).reduce((total, count) => total + count, 0);
      return sum + (sample + newcomers) * replicates;
    }, 0);
  }

  add(customers: number): void {
    this.done += customers;
    this.onProgress?.({ done: this.done, total: this.total });
  }
}
