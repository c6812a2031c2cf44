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
      const newcomers = Math.floor(
        (customerBase.acquisition.perMonth * horizon.months * sample) / customerBase.size + 0.5,
      );
      return sum + (sample + newcomers) * replicates;
    }, 0);
  }

  add(customers: number): void {
    this.done += customers;
    this.onProgress?.({ done: this.done, total: this.total });
  }
}
