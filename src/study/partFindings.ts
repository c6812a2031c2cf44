import { monthName, monthNumber } from "../basics/calendar.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Reading } from "./assemble.js";
import { findMeasure } from "./assemble.js";
import type { WorldCollector } from "./collect.js";
import type { Finding, TierFindings, TierMove, TypeRow } from "./findings.js";
import type { Measure, PartMeasure } from "./measure.js";
import type { Samples } from "./samples.js";
import { tiersOf } from "./scenarioHas.js";
import { TIER_MEASURES } from "./tierMeasures.js";
import type { TierSums } from "./tierSums.js";
import { TYPE_MEASURES } from "./typeMeasures.js";

/**
 * Findings of a world by loyalty type, against the same people in another world.
 *
 * @param collector of the world
 * @param reference of the world that differences are against; null in that world itself
 * @param reading money unit, pairing, sample share
 * @returns a row a type that anybody is of, in the order of LOYALTY_TYPES
 */
export function findTypes(collector: WorldCollector, reference: WorldCollector | null, reading: Reading): TypeRow[] {
  return [...collector.types].flatMap(([type, samples]) => {
    const others = reference?.types.get(type) ?? null;
    const findings = findParts(TYPE_MEASURES, samples, others, reading);
    return findings.typeShare?.level.value === 0 ? [] : [{ type, findings }];
  });
}

/**
 * Findings of a world by tier.
 *
 * @param collector of the world
 * @param scenario of the world: names of the tiers, first month
 * @param scale company customers for each simulated one
 * @param reading money unit, pairing, sample share
 * @returns null without tiers
 */
export function findTiers(
  collector: WorldCollector,
  scenario: Scenario,
  scale: number,
  reading: Reading,
): TierFindings | null {
  const tiers = tiersOf(scenario);
  const { tierSums, replicates } = collector;
  if (tiers === null || tierSums === null) return null;
  const names = tiers.levels.map(({ name }) => name);
  const first = monthNumber(scenario.horizon.start);
  const mean = (sum: number): number => (sum * scale) / replicates;
  return {
    rows: names.map((tier, at) => ({ tier, findings: findParts(TIER_MEASURES, collector.tiers[at], null, reading) })),
    mix: Array.from({ length: scenario.horizon.months }, (_, month) => ({
      month: month + 1,
      label: monthName(first + month),
      members: names.map((_, tier) => mean(tierSums.members[month * names.length + tier])),
    })),
    moves: findMoves(tierSums, names, first, mean),
  };
}

function findParts(
  measures: readonly PartMeasure[],
  samples: Samples,
  others: Samples | null,
  reading: Reading,
): Record<string, Finding> {
  const findings: Record<string, Finding> = {};
  for (const part of measures) {
    const sample = samples.byKey.get(part.key);
    if (sample === undefined) continue;
    const other = others?.byKey.get(part.key) ?? null;
    const isAgainstNothing = others !== null && other === null && part.worlds === "program";
    const measure: Measure = { ...part, kind: "ratio", of: () => [0, 0] };
    findings[part.key] = findMeasure(measure, sample, other, isAgainstNothing, reading, [], []);
  }
  return findings;
}

function findMoves(
  { moves }: TierSums,
  names: readonly string[],
  first: number,
  mean: (sum: number) => number,
): TierMove[] {
  const tiers = names.length;
  const byYear = new Map<number, Float64Array>();
  for (let at = 0; at < moves.length; at++) {
    if (moves[at] === 0) continue;
    const year = Number(monthName(first + Math.floor(at / (tiers * tiers))).slice(0, 4));
    const sums = byYear.get(year) ?? new Float64Array(tiers * tiers);
    sums[at % (tiers * tiers)] += moves[at];
    byYear.set(year, sums);
  }
  return [...byYear].flatMap(([year, sums]) =>
    Array.from(sums).flatMap((sum, pair): TierMove[] => {
      const [from, to] = [Math.floor(pair / tiers), pair % tiers];
      if (sum === 0) return [];
      return [{ year, from: names[from], to: names[to], isPromotion: to > from, members: mean(sum) }];
    }),
  );
}
