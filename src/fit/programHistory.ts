import type { Database } from "./database.js";
import { GroupedSums } from "./grouped.js";
import { monthsOfLog } from "./monthsOfLog.js";
import { type Occasion, occasionsByCustomer } from "./occasions.js";
import { layProgram } from "./programCells.js";
import { programEffects } from "./programEffects.js";
import type { ProgramEffects, SeenReward } from "./programFindings.js";
import { type ProgramDirt, type TallySetting, tallyCustomer } from "./programTally.js";

/** Days of purchases before the launch that membership is held against: no fewer, no more. */
const [FEWEST_BEFORE, MOST_BEFORE] = [30, 365];

/** Rewards taken less often than this share of all redemptions are no price of their own. */
const RARE = 0.002;

/** What is known before a log is looked through. */
export interface HistorySetting {
  readonly from: number;
  readonly until: number;
  readonly hasMembers: boolean;
  readonly hasRewards: boolean;
  readonly expiry: number | null;
}

/** A program's history, and the rows whose points cannot be. */
export interface ProgramHistory extends ProgramDirt {
  /** Null when nobody is a member. */
  readonly effects: ProgramEffects | null;
  /** Whether the log writes points redeemed as negative numbers. */
  readonly isNegative: boolean;
}

/**
 * Looks through the members, points and redemptions of a log.
 *
 * ```
 *  rows ─▶ occasions, customer by customer ─▶ lots, chances, ways, weeks ─▶ sums by group of customers ─▶ estimates
 * ```
 *
 * @param database with `rows`, marked
 * @param setting what is known beforehand
 * @returns what was found
 */
export async function programHistory(database: Database, setting: HistorySetting): Promise<ProgramHistory> {
  const { from, until, hasMembers, expiry } = setting;
  const [[negative, positive]] = await database.rows(
    "SELECT (count(*) FILTER (redeemed < 0))::DOUBLE, (count(*) FILTER (redeemed > 0))::DOUBLE FROM rows WHERE reason = 0",
  );
  const isNegative = Number(negative) > 0 && Number(positive) === 0;
  const dirt: ProgramDirt = { excess: [], withoutMember: [] };
  const marked = hasMembers ? "isMarked" : "(earned <> 0 OR redeemed <> 0 OR tier IS NOT NULL)";
  const [[launch]] = await database.rows(`SELECT min(day)::DOUBLE FROM rows WHERE reason = 0 AND ${marked}`);
  if (launch === null || launch === undefined) return { ...dirt, effects: null, isNegative };
  const rewards = await seenRewards(database, setting.hasRewards);
  const tiers = await database.rows(
    "SELECT tier FROM rows WHERE reason = 0 AND tier IS NOT NULL GROUP BY tier ORDER BY min(day), count(*) DESC, tier LIMIT 50",
  );
  const months = monthsOfLog(from, until);
  const at = layProgram(months.count, tiers.length);
  const before = Math.min(MOST_BEFORE, Math.floor((Number(launch) - from) / 2));
  const prices = rewards.map(({ points }) => points);
  const tally: TallySetting = {
    at,
    sums: new GroupedSums(at.cells),
    months,
    until,
    launch: Number(launch),
    expiry,
    cheapest: prices.length === 0 ? 1 : Math.min(...prices),
    hasOnePrice: new Set(prices).size === 1,
    tiers: new Map(tiers.map(([name], rank) => [String(name), rank])),
    before: before < FEWEST_BEFORE ? null : before,
  };
  let customer = 0;
  const people: AsyncGenerator<readonly Occasion[]> = occasionsByCustomer(database, hasMembers, isNegative ? -1 : 1);
  for await (const occasions of people) tallyCustomer(tally, customer++, occasions, dirt);
  return { ...dirt, effects: programEffects(tally, rewards), isNegative };
}

/** Rewards by name where a column names them, else by points, with the points most often redeemed for each. */
async function seenRewards(database: Database, hasNames: boolean): Promise<SeenReward[]> {
  const key = hasNames ? "coalesce(reward, '')" : "abs(redeemed)";
  const rows = await database.rows(`
    SELECT ${hasNames ? "max(reward)" : "NULL::VARCHAR"}, mode(abs(redeemed))::DOUBLE, count(*)::DOUBLE AS times
    FROM rows WHERE reason = 0 AND redeemed <> 0 GROUP BY ${key} ORDER BY times DESC, 2 LIMIT 30`);
  const all = rows.reduce((sum, [, , times]) => sum + Number(times), 0);
  return rows
    .filter(([, , times]) => Number(times) >= RARE * all)
    .map(([name, points, times]) => ({
      name: name === null ? null : String(name),
      points: Number(points),
      redemptions: Number(times),
    }));
}
