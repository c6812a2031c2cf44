import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { toMinorUnits, toWholeMinorUnits } from "#tenure/basics/money.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import type { DrawnScenario, PointsProgramOf, TierLevelOf } from "#tenure/scenario/scenario.js";
import { gridWords } from "./grid.ts";
import { meanBasketOf, ratePerDayOf, spendLevelOf } from "./spend.ts";
import type { Tables } from "./tables.ts";

const GRID = 64;
const MONTHS_IN_YEAR = 12;

/** A tier, and what it is to those who want it. */
export interface TierFacts {
  /** What must be counted in a calendar year: minor units of spend, or points. */
  readonly from: number;
  readonly earnMultiplier: number;
  /** Share of the price. */
  readonly discount: number;
  readonly perkCostMinor: number;
  /** 0 to 1, against the entry tier. */
  readonly worth: number;
  /** The same, times the share of customers whose usual spend does not qualify. */
  readonly statusWorth: number;
}

const NO_TIERS: TierFacts = { from: 0, earnMultiplier: 1, discount: 0, perkCostMinor: 0, worth: 0, statusWorth: 0 };

/** The tiers of a scenario's program. */
export function tiersOf(scenario: DrawnScenario, tables: Tables): TierFacts[] {
  const { program } = scenario;
  if (program?.kind !== "points" || program.tiers === null) return [NO_TIERS];
  const { basis, levels } = program.tiers;
  const { decimals } = scenario.currency;
  return levels.map((level, at) => {
    const worth = at === 0 ? 0 : worthOfTier(program, levels[0], level);
    const qualified = at === 0 ? 1 : shareThatQualifies(scenario, tables, qualifyingSpend(program, level));
    return {
      from: basis === "spend" ? toMinorUnits(level.from, decimals) : level.from,
      earnMultiplier: level.earnMultiplier,
      discount: level.discount,
      perkCostMinor: toWholeMinorUnits(level.perkCostPerMonth, decimals),
      worth,
      statusWorth: worth * (1 - qualified),
    };
  });
}

/** The highest tier that what is counted qualifies for. */
export function tierQualifiedFor(tiers: readonly TierFacts[], counted: number): number {
  return tiers.findLastIndex(({ from }) => from <= counted);
}

/** Spend a year that qualifies, in currency units; infinite when points qualify and no spend earns any. */
function qualifyingSpend(program: PointsProgramOf<number>, { from }: TierLevelOf<number>): number {
  return program.tiers?.basis === "points" ? from / program.earn.pointsPerUnit : from;
}

/** What a tier gives for each unit of the spend it takes, above the entry tier; of that, how much moves people. */
function worthOfTier(program: PointsProgramOf<number>, entry: TierLevelOf<number>, level: TierLevelOf<number>): number {
  const spend = qualifyingSpend(program, level);
  if (spend === Number.POSITIVE_INFINITY) return 0;
  const discount = level.discount - entry.discount;
  const points = (level.earnMultiplier - entry.earnMultiplier) * valueOfPoints(program);
  const perks = (MONTHS_IN_YEAR * (level.perkValuePerMonth - entry.perkValuePerMonth)) / spend;
  const value = discount + points + perks;
  return value <= 0 ? 0 : value / (value + program.response.halfWorth);
}

/** Face value of the points that a unit of spend earns, by what members aim at. */
function valueOfPoints({ earn, rewards }: PointsProgramOf<number>): number {
  const aims = rewards.reduce((sum, { aim }) => sum + aim, 0);
  const perPoint = rewards.reduce((sum, { aim, faceValue, points }) => sum + (aim * faceValue) / points, 0) / aims;
  return earn.pointsPerUnit * perPoint;
}

/** Share of customers who spend so much a year as it is, types left aside. */
function shareThatQualifies(scenario: DrawnScenario, tables: Tables, spend: number): number {
  const spendMinor = toMinorUnits(1, scenario.currency.decimals) * spend;
  const words = gridWords(GRID);
  const purchasesPerYear = words.map(
    (word) => ratePerDayOf(scenario, quantileAt(tables.rate, word)) * DAYS_PER_UNIT.year,
  );
  const baskets = words.map((word) =>
    meanBasketOf(scenario, spendLevelOf(scenario, quantileAt(tables.spendLevel, word))),
  );
  let qualify = 0;
  for (const purchases of purchasesPerYear)
    for (const basket of baskets) if (purchases * basket >= spendMinor) qualify++;
  return qualify / GRID ** 2;
}
