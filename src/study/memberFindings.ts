import { REWARD_DAYS } from "../ledger/memberBooks.js";
import { VALUE_BINS, valueBinRange, ZERO_BIN } from "../ledger/valueBins.js";
import { ratioDifferenceEstimate, ratioEstimate } from "../stats/ratio.js";
import type { Reading } from "./assemble.js";
import type { WorldCollector } from "./collect.js";
import type { Estimate, MemberFindings, RewardDay, RewardWindow, ValueBin, ValueFindings } from "./findings.js";
import type { DaySums, MemberSums } from "./memberSums.js";

/** A change is small below this share of what a member's twin is worth, at the nearest 1, 2 or 5 of a power of ten below. */
const SMALL = 0.01;

/** Days before a reward, and after it, that are also taken together. */
export const WINDOW_DAYS = 14;

/**
 * What a program does to each member's value, and how members buy around a reward.
 *
 * @param collector of the world
 * @param scale company customers for each simulated one
 * @param reading money unit, pairing, sample share
 * @returns null where nobody of day one ever enrols, and in world 0
 */
export function findMembers(
  { members: sums, replicates }: Pick<WorldCollector, "members" | "replicates">,
  scale: number,
  reading: Reading,
): MemberFindings | null {
  if (sums === null || total(sums.members) === 0) return null;
  const rewards = (total(sums.days[REWARD_DAYS].seen) * scale) / replicates;
  if (rewards === 0) return { value: findValue(sums, scale / replicates, reading), rewards: null };
  return {
    value: findValue(sums, scale / replicates, reading),
    rewards: {
      rewards,
      sampled: total(sums.days[REWARD_DAYS].seen),
      before: findWindow(sums.days.slice(REWARD_DAYS - WINDOW_DAYS, REWARD_DAYS), reading),
      after: findWindow(sums.days.slice(REWARD_DAYS + 1, REWARD_DAYS + 1 + WINDOW_DAYS), reading),
      days: sums.days.flatMap((day, at) => findDay(day, at - REWARD_DAYS, scale / replicates, reading)),
    },
  };
}

function findValue(sums: MemberSums, each: number, reading: Reading): ValueFindings {
  const { minorPerUnit } = reading;
  const members = total(sums.members);
  const byBin = Array.from({ length: VALUE_BINS }, (_, bin) => total(binOver(sums, bin)));
  const twinMean = sums.twin[VALUE_BINS] / members;
  const small = smallChange(twinMean);
  const share = (isIn: (least: number, greatest: number) => boolean): Estimate => {
    const bins = Array.from({ length: VALUE_BINS }, (_, bin) => bin).filter((bin) => isIn(...valueBinRange(bin)));
    const counts = sums.members.map((_, replicate) =>
      bins.reduce((sum, bin) => sum + sums.difference[replicate * VALUE_BINS + bin], 0),
    );
    return ratioEstimate(counts, sums.members, reading);
  };
  return {
    members: members * each,
    mean: ratioEstimate(
      sums.worth.map((worth) => worth / minorPerUnit),
      sums.members,
      reading,
    ),
    median: medianOf(byBin, members) / minorPerUnit,
    worldMean: sums.world[VALUE_BINS] / members / minorPerUnit,
    twinMean: twinMean / minorPerUnit,
    smallChange: small / minorPerUnit,
    rising: share((least) => least >= small),
    falling: share((_, greatest) => greatest <= 0 - small),
    bins: binsOf(byBin, sums, each, minorPerUnit),
  };
}

function binOver({ difference, members }: MemberSums, bin: number): number[] {
  return members.map((_, replicate) => difference[replicate * VALUE_BINS + bin]);
}

/** 1, 2 or 5 times a power of ten, in minor units: where a bin begins. */
function smallChange(twinMean: number): number {
  const most = Math.max(1, Math.abs(twinMean) * SMALL);
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((step) => step * power <= most) ?? 1);
}

/** In minor units, interpolated inside its bin; the outermost bins count as no wider than they begin. */
function medianOf(byBin: readonly number[], members: number): number {
  let below = 0;
  const bin = byBin.findIndex((count) => {
    below += count;
    return below >= members / 2;
  });
  const [least, greatest] = valueBinRange(bin);
  if (!Number.isFinite(least)) return greatest;
  if (!Number.isFinite(greatest)) return least;
  return least + (greatest - least) * ((members / 2 - (below - byBin[bin])) / byBin[bin]);
}

/** From the first bin in which anybody is to the last. */
function binsOf(byBin: readonly number[], sums: MemberSums, each: number, minorPerUnit: number): ValueBin[] {
  const isUsed = byBin.map((count, bin) => count + sums.world[bin] + sums.twin[bin] > 0 || bin === ZERO_BIN);
  const [first, last] = [isUsed.indexOf(true), isUsed.lastIndexOf(true)];
  const amount = (minor: number): number | null => (Number.isFinite(minor) ? minor / minorPerUnit : null);
  return byBin.slice(first, last + 1).map((difference, at) => {
    const bin = first + at;
    const [least, greatest] = valueBinRange(bin);
    return {
      from: amount(least),
      to: amount(greatest),
      difference: difference * each,
      world: sums.world[bin] * each,
      twin: sums.twin[bin] * each,
    };
  });
}

function findWindow(days: readonly DaySums[], reading: Reading): RewardWindow {
  const over = (of: keyof DaySums): number[] =>
    days[0].seen.map((_, replicate) => days.reduce((sum, day) => sum + day[of][replicate], 0));
  const [seen, world, twin] = [over("seen"), over("world"), over("twin")];
  return {
    world: ratioEstimate(world, seen, reading),
    twin: ratioEstimate(twin, seen, reading),
    rise: ratioEstimate(
      world.map((purchases, replicate) => purchases - twin[replicate]),
      twin,
      reading,
    ),
  };
}

function findDay(sums: DaySums, day: number, each: number, reading: Reading): RewardDay[] {
  if (total(sums.seen) === 0) return [];
  const rate = (purchases: readonly number[]): RewardDay["world"] => {
    const { value, low, high } = ratioEstimate(purchases, sums.seen, reading);
    return { value: value ?? 0, low, high };
  };
  const { value, low, high } = ratioDifferenceEstimate(
    { numerators: sums.world, denominators: sums.seen },
    { numerators: sums.twin, denominators: sums.seen },
    reading,
  );
  return [
    {
      day,
      rewards: total(sums.seen) * each,
      world: rate(sums.world),
      twin: rate(sums.twin),
      difference: { value: value ?? 0, low, high },
    },
  ];
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
