import type { Estimate, GroupFindings } from "../../study/findings.js";
import { looksOf, type WorldLook } from "./worlds.js";

export const [COST, MARGIN, NET] = ["programCost", "incrementalMargin", "netValue"] as const;
const TOLERANCE = 0.005;

/** A design with a cost and a margin to place it by. */
export interface Place {
  readonly look: WorldLook;
  readonly cost: Estimate & { readonly value: number };
  readonly margin: Estimate & { readonly value: number };
  readonly net: number | null;
}

/**
 * Designs that have both a program cost and an incremental margin.
 *
 * @param group worlds that share a world 0
 */
export function placesOf(group: GroupFindings): Place[] {
  return looksOf(group).flatMap((look): Place[] => {
    const { findings } = look.world;
    const [cost, margin] = [valued(findings[COST]?.level), valued(findings[MARGIN]?.level)];
    return cost === null || margin === null ? [] : [{ look, cost, margin, net: findings[NET]?.level.value ?? null }];
  });
}

function valued(estimate: Estimate | undefined): (Estimate & { readonly value: number }) | null {
  return estimate === undefined || estimate.value === null ? null : { ...estimate, value: estimate.value };
}

/** Whether net value is the height above the diagonal: no income and nothing charged beside the cost. */
export function isDifference({ cost, margin, net }: Place): boolean {
  return net === null || Math.abs(margin.value - cost.value - net) <= TOLERANCE * Math.max(cost.value, Math.abs(net));
}

/** Lowest and highest amount on the axes. */
export function reach(places: readonly Place[]): [number, number] {
  const ends = places.flatMap(({ cost, margin }) => [
    ...[cost.value, cost.outcomeHigh ?? cost.value, margin.value],
    ...[margin.outcomeLow ?? margin.value, margin.outcomeHigh ?? margin.value],
  ]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const margin = (high - low || 1) * 0.08;
  return [low < 0 ? low - margin : 0, high + margin];
}
