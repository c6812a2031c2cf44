import type { LoyaltyType, Scenario } from "../scenario/scenario.js";
import { isMeasuredIn, type Measure, type PartMeasure, type WorldReplicate } from "./measure.js";
import { Samples } from "./samples.js";
import { tiersOf, typesOf } from "./scenarioHas.js";
import { TIER_MEASURES } from "./tierMeasures.js";
import { TYPE_MEASURES } from "./typeMeasures.js";

/**
 * Samples of each loyalty type that customers of a scenario may have. A draw in which nobody is of a type adds nothing to it.
 *
 * @param scenario of the world
 * @returns by type; empty when customers are of one kind
 */
export function samplesByType(scenario: Scenario): Map<LoyaltyType, Samples> {
  return new Map(
    typesOf(scenario).map((type) => [
      type,
      samplesOf(TYPE_MEASURES, scenario, ({ types }) => types.findIndex((listed) => listed.type === type)),
    ]),
  );
}

/**
 * Samples of each tier of a scenario's program, from the entry tier up.
 *
 * @param scenario of the world
 * @returns empty without tiers
 */
export function samplesByTier(scenario: Scenario): Samples[] {
  return (tiersOf(scenario)?.levels ?? []).map((_, tier) => samplesOf(TIER_MEASURES, scenario, () => tier));
}

function samplesOf(
  measures: readonly PartMeasure[],
  scenario: Scenario,
  partOf: (world: WorldReplicate) => number,
): Samples {
  return new Samples(
    measures
      .filter((measure) => isMeasuredIn(measure, scenario))
      .map((measure): Measure => {
        const { of, ...label } = measure;
        return {
          ...label,
          kind: "ratio",
          of: (world) => {
            const part = partOf(world);
            return part < 0 ? [0, 0] : of(world, part);
          },
        };
      }),
  );
}
