import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { ProgramEffects } from "#tenure/fit/programFindings.js";
import type { LogColumns, ReadLogOptions, TransactionLog } from "#tenure/fit/transactionLog.js";
import { generateLog, load, override, type Scenario, type ScenarioPatch } from "#tenure/index.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import type { LogDesk } from "./logDesk.ts";

/** Columns of a generated log of a design without tiers. */
export const GENERATED: LogColumns = {
  customer: "customer",
  date: "date",
  amount: "total",
  member: "member",
  pointsEarned: "points_earned",
  pointsRedeemed: "points_redeemed",
  reward: "reward",
};

/** A shipped design with other terms. */
export async function designed(file: string, patch: ScenarioPatch): Promise<Scenario> {
  return override((await load(`scenarios/${file}.yaml`)).scenario, patch);
}

/** Reads the log of a scenario's lives. */
export async function readGenerated(
  desk: LogDesk,
  scenario: Scenario,
  customers: number,
  options: Partial<ReadLogOptions> = {},
): Promise<TransactionLog> {
  const parts: string[] = [];
  for await (const part of generateLog(scenario, { customers })) parts.push(part);
  return desk.read(parts.join(""), { columns: GENERATED, today: "2100-01-01", ...options });
}

/** What it says about the program. */
export function effectsOf({ program }: TransactionLog): ProgramEffects {
  if (program === null) throw new Error("expected members in the log, got none");
  return program;
}

/** The books of the very lives whose log is generated: with the program, and without. */
export function booksOf(scenario: Scenario, customers: number): { readonly ledger: Ledger; readonly twin: Ledger } {
  const luck = { seed: seedWords(1), replicate: 0 };
  const plan = compilePlan([drawScenario(scenario, luck.seed, 0, null)], customers);
  const runner = new BlockRunner(plan, luck);
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  const [twin, ledger] = runner.ledgers;
  return { ledger, twin };
}
