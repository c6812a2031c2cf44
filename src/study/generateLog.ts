import { monthNumber } from "../basics/calendar.js";
import { InputError } from "../basics/issues.js";
import type { TraceLine } from "../ledger/trace.js";
import { compilePlan } from "../plan/compile.js";
import { drawScenario } from "../plan/drawScenario.js";
import { crowdIssues } from "../plan/limits.js";
import { seedWords } from "../random/seed.js";
import type { Scenario } from "../scenario/scenario.js";
import { traceLives } from "./lives.js";
import { DEFAULT_SEED, sampleSize } from "./runOptions.js";

/** How a log is generated; everything has a default. */
export interface GenerateOptions {
  /** Any text or number; the same seed gives the same bytes. Default 1. */
  readonly seed?: string | number;
  /** Customers of day one; default: as many as a run simulates. Newcomers keep their proportion. */
  readonly customers?: number;
  /** Named in issues. */
  readonly file?: string | null;
}

/** Customers of each cohort whose lives are in memory at once. */
const AT_ONCE = 512;
const MILLISECONDS_IN_DAY = 86_400_000;
const MILLISECONDS_IN_SECOND = 1000;

/** Columns of every log, and of one with a program; of one with tiers. */
const COLUMNS = ["customer", "date", "total"];
const MEMBER_COLUMNS = ["member", "enrolled", "points_earned", "points_redeemed", "reward"];

/**
 * Writes the transaction log that the customers of a scenario would leave behind: the lives of the first replicate, by customer, each purchase
 * with its instant and what was paid. With a program, whether the customer was a member by then, enrolled with it, points earned and
 * redeemed, the reward, and the tier held after it.
 *
 * @param scenario complete; ranges are drawn once
 * @param options seed and customers
 * @returns text of a CSV file, part by part, the header first
 * @throws InputError when the scenario cannot be simulated; RangeError when the sample is larger than the base or smaller than 1
 * @example
 * const { scenario } = await load("scenarios/cdnow/no-program.yaml");
 * const parts = [];
 * for await (const part of generateLog(scenario, { customers: 3 })) parts.push(part);
 * parts[0]; // "customer,date,total\n"
 * parts[1]; // /^1-0,1997-01-01 00:00:00,\d+\.\d\d\n/
 */
export async function* generateLog(scenario: Scenario, options: GenerateOptions = {}): AsyncGenerator<string> {
  const seed = seedWords(options.seed ?? DEFAULT_SEED);
  const drawn = drawScenario(scenario, seed, 0, options.file ?? null);
  const customers = sampleSize(scenario.customerBase.size, options.customers);
  const issues = crowdIssues(scenario, customers, options.file ?? null);
  if (issues.length > 0) throw new InputError(issues);
  const plan = compilePlan([drawn], customers);
  const { program, currency, horizon } = drawn;
  const rewards = program === null ? [] : program.kind === "points" ? program.rewards : [program.reward];
  const tiers = program?.kind === "points" ? (program.tiers?.levels ?? []) : [];
  const writer: RowWriter = {
    start: Date.UTC(1970, monthNumber(horizon.start), 1),
    decimals: currency.decimals,
    hasProgram: program !== null,
    rewards: rewards.map(({ name }) => cell(name)),
    tiers: tiers.map(({ name }) => cell(name)),
  };
  const head = [...COLUMNS, ...(program === null ? [] : MEMBER_COLUMNS), ...(tiers.length === 0 ? [] : ["tier"])];
  yield `${head.join(",")}\n`;
  const most = plan.base.cohorts.reduce((top, cohort) => Math.max(top, cohort.customers), 0);
  for (let from = 0; from < most; from += AT_ONCE) {
    const lives = traceLives(plan, { seed, replicate: 0 }, AT_ONCE, from);
    const rows = lives.flatMap(({ cohort, ordinal, worlds }) =>
      rowsOf(worlds[worlds.length - 1], `${cohort + 1}-${ordinal}`, writer),
    );
    yield rows.join("");
  }
}

/** What it takes to write a row. */
interface RowWriter {
  /** Instant at which the horizon begins. */
  readonly start: number;
  readonly decimals: number;
  readonly hasProgram: boolean;
  readonly rewards: readonly string[];
  readonly tiers: readonly string[];
}

/** The rows of one life: what happens at the instant of a purchase belongs to it. */
function rowsOf(lines: readonly TraceLine[], customer: string, writer: RowWriter): string[] {
  const rows: string[] = [];
  let isMember = 0;
  let tier = 0;
  for (let at = 0; at < lines.length; ) {
    const { time } = lines[at];
    let paid = Number.NaN;
    let [enrolled, earned, redeemed, reward] = [0, 0, 0, ""];
    for (; at < lines.length && lines[at].time === time; at++) {
      const { kind, amount, lot } = lines[at];
      if (kind === "purchase") paid = amount;
      else if (kind === "discount") paid -= amount;
      else if (kind === "enrol") [isMember, enrolled] = [1, 1];
      else if (kind === "issue") earned += amount;
      else if (kind === "redeem") [redeemed, reward] = [amount, writer.rewards[lot] ?? ""];
      else if (kind === "tier") tier = amount;
    }
    if (Number.isNaN(paid)) continue;
    const cells = [customer, instantOf(writer.start, time), (paid / 10 ** writer.decimals).toFixed(writer.decimals)];
    if (writer.hasProgram) cells.push(`${isMember}`, `${enrolled}`, `${earned}`, `${redeemed}`, reward);
    if (writer.tiers.length > 0) cells.push(isMember === 1 ? writer.tiers[tier] : "");
    rows.push(`${cells.join(",")}\n`);
  }
  return rows;
}

function instantOf(start: number, days: number): string {
  const instant = start + Math.floor((days * MILLISECONDS_IN_DAY) / MILLISECONDS_IN_SECOND) * MILLISECONDS_IN_SECOND;
  return new Date(instant).toISOString().slice(0, 19).replace("T", " ");
}

/** A text as a cell of CSV. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
