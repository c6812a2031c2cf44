import { InputError } from "../basics/issues.js";
import { openPool } from "../engine/pool.js";
import { simulate } from "../engine/simulate.js";
import type { Ledger } from "../ledger/books.js";
import { memberCells } from "../ledger/books.js";
import type { Discrepancy } from "../ledger/check.js";
import { reconcile } from "../ledger/reconcile.js";
import { compilePlan } from "../plan/compile.js";
import { drawScenario } from "../plan/drawScenario.js";
import { crowdIssues } from "../plan/limits.js";
import type { Plan } from "../plan/plan.js";
import type { SeedWords } from "../random/seed.js";
import { seedWords } from "../random/seed.js";
import { STRENGTHS } from "../scenario/responseFields.js";
import type { DrawnScenario, TierLevelOf } from "../scenario/scenario.js";
import type { Candidate } from "./group.js";
import { INVARIANTS } from "./invariants.js";
import { traceLives } from "./lives.js";
import { sampleSize } from "./runOptions.js";

/** One thing that was checked, and what did not hold. */
export interface Verdict {
  readonly rule: string;
  /** Not applicable: the design has nothing the rule is about, as tiers; what it forbids was looked for all the same. */
  readonly state: "holds" | "fails" | "notApplicable";
  /** How much was looked at, in words. */
  readonly scope: string;
  /** Empty unless the rule fails. */
  readonly violations: readonly string[];
}

/** How to verify. */
export interface VerifyOptions {
  readonly seed?: string | number;
  /** Customers of each cohort whose every event is looked at. */
  readonly customers?: number;
  /** Threads of the second run that must yield the same bytes. */
  readonly workers?: number;
  /** Ends the run early, with the signal's reason thrown: half a verification says nothing. */
  readonly signal?: AbortSignal;
}

const TRACED_CUSTOMERS = 2000;
const OTHER_BLOCK_SIZE = 97;
const VIOLATIONS_SHOWN = 5;

/**
 * Holds a scenario against everything that must be true of any: each invariant on every event of a sample of customers, the books
 * against each other, and the same bytes however the work is cut.
 *
 * @param candidate scenario and file
 * @param options seed, sample, workers
 * @returns a verdict a rule
 * @throws InputError when a draw of a ranged input leaves its domain, or asks more than can be simulated
 * @throws the reason of the signal when it ends the run
 * @throws RangeError when the sample is no whole number of customers, 1 or more
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const verdicts = await verify(cdnow, { customers: 50 });
 * verdicts.flatMap(({ violations }) => violations); // []
 * verdicts.some(({ rule }) => rule.startsWith("trial balance closes")); // true
 * await verify(cdnow, { customers: 0 }); // throws RangeError /expected a sample of 1 to 23570 customers, got 0/
 */
export async function verify(candidate: Candidate, options: VerifyOptions = {}): Promise<Verdict[]> {
  const seed = seedWords(options.seed ?? 1);
  const drawn = drawScenario(candidate.scenario, seed, 0, candidate.file);
  const size = sampleSize(drawn.customerBase.size, options.customers ?? TRACED_CUSTOMERS);
  const crowd = crowdIssues(candidate.scenario, size, candidate.file);
  if (crowd.length > 0) throw new InputError(crowd);
  const plan = compilePlan([drawn], size);
  return [...verifyLives(drawn, plan, seed), ...(await verifyBooks(drawn, plan, seed, options))];
}

function verifyLives(drawn: DrawnScenario, plan: Plan, seed: SeedWords): Verdict[] {
  if (drawn.program === null) return [];
  const customers = plan.base.cohorts.reduce((most, cohort) => Math.max(most, cohort.customers), 0);
  const lives = traceLives(plan, { seed, replicate: 0 }, customers);
  const events = lives.reduce((sum, { worlds }) => sum + worlds[1].length, 0);
  const [program] = plan.programs;
  return INVARIANTS.map(({ name, violations, appliesTo }) => {
    const found = lives.flatMap(({ cohort, ordinal, worlds: [twin, world] }) =>
      violations({ twin, world, plan, program }).map((words) => `customer ${ordinal} of cohort ${cohort}: ${words}`),
    );
    const isAbout = appliesTo?.(plan, program) ?? true;
    return verdict(name, `${lives.length} lives, ${events} events`, limited(found), isAbout);
  });
}

function verdict(rule: string, scope: string, violations: readonly string[], isAbout = true): Verdict {
  if (violations.length > 0) return { rule, state: "fails", scope, violations };
  return { rule, state: isAbout ? "holds" : "notApplicable", scope, violations };
}

async function verifyBooks(
  drawn: DrawnScenario,
  plan: Plan,
  seed: SeedWords,
  { workers = 2, signal }: VerifyOptions,
): Promise<Verdict[]> {
  const straight = await booksOf(plan, seed, 1, undefined, signal);
  const scope = "2 replicates";
  const found: Discrepancy[] = straight.flatMap((ledgers) =>
    ledgers.flatMap((ledger) => reconcile(ledger, ledgers[0])),
  );
  const verdicts: Verdict[] = [
    verdict(
      "trial balance closes, every book agrees with every other",
      scope,
      limited(found.map(({ rule, place, left, right }) => `${rule} (${place}): ${left} against ${right}`)),
    ),
    verdict(
      `the same bytes with ${workers} workers and blocks of ${OTHER_BLOCK_SIZE}`,
      scope,
      differences(straight, await booksOf(plan, seed, workers, OTHER_BLOCK_SIZE, signal)),
    ),
  ];
  if (drawn.program === null) return verdicts;
  const twice = compilePlan([drawn, drawn], plan.base.cohorts[0].customers);
  const beside = await booksOf(twice, seed, 1, undefined, signal);
  verdicts.push(
    verdict("a world beside changes nothing, the same design twice differs by exactly zero", scope, [
      ...differences(
        straight,
        beside.map(([twin, first]) => [twin, first]),
      ),
      ...differences(
        straight,
        beside.map(([twin, , second]) => [twin, second]),
      ),
    ]),
  );
  const idle = compilePlan([withoutEffect(drawn)], plan.base.cohorts[0].customers);
  const still = await booksOf(idle, seed, 1, undefined, signal);
  const moved = still.flatMap(([twin, world]) => [
    ...reconcile(world, twin).map(({ rule }) => rule),
    ...sameWithoutMembers(twin, world),
  ]);
  verdicts.push(verdict("a program that gives nothing and moves nobody equals no program", scope, limited(moved)));
  return verdicts;
}

async function booksOf(
  plan: Plan,
  seed: SeedWords,
  workers: number,
  blockSize: number | undefined,
  signal: AbortSignal | undefined,
): Promise<(readonly Ledger[])[]> {
  const executor = openPool(workers, 0);
  try {
    const books: (readonly Ledger[])[] = [];
    const run = simulate(() => plan, {
      seed,
      firstReplicate: 0,
      replicates: 2,
      executor,
      ...(blockSize === undefined ? {} : { blockSize }),
      ...(signal === undefined ? {} : { signal }),
    });
    for await (const { ledgers } of run) books.push(ledgers);
    signal?.throwIfAborted();
    return books;
  } finally {
    await executor.close();
  }
}

function differences(left: readonly (readonly Ledger[])[], right: readonly (readonly Ledger[])[]): string[] {
  return limited(
    left.flatMap((ledgers, replicate) =>
      ledgers.flatMap((ledger, world) => {
        const other = right[replicate][world].cells;
        const at = ledger.cells.findIndex((cell, index) => !Object.is(cell, other[index]));
        return at < 0 ? [] : [`replicate ${replicate}, world ${world}, cell ${at}: ${ledger.cells[at]}, ${other[at]}`];
      }),
    ),
  );
}

/** The same program with nothing earned, nothing given and every channel off. */
function withoutEffect(drawn: DrawnScenario): DrawnScenario {
  const { program } = drawn;
  if (program === null) return drawn;
  const off = Object.fromEntries(STRENGTHS.map((strength) => [strength, 0]));
  const response = { ...program.response, ...off };
  if (program.kind === "stampCard") {
    const card = { ...program.card, headStart: 0, minimumSpend: Number.MAX_SAFE_INTEGER };
    return { ...drawn, program: { ...program, card, response } };
  }
  const earn = { ...program.earn, pointsPerUnit: 0, signUpPoints: 0 };
  const tiers = program.tiers === null ? null : { ...program.tiers, levels: program.tiers.levels.map(givingNothing) };
  return { ...drawn, program: { ...program, earn, tiers, response } };
}

function givingNothing(level: TierLevelOf<number>): TierLevelOf<number> {
  return { ...level, discount: 0, perkCostPerMonth: 0 };
}

/** Cells that differ between two worlds, but for those that count members. */
function sameWithoutMembers(twin: Ledger, world: Ledger): string[] {
  const isAboutMembers = memberCells(world.layout);
  const at = twin.cells.findIndex((cell, index) => !isAboutMembers.has(index) && cell !== world.cells[index]);
  return at < 0 ? [] : [`cell ${at}: ${twin.cells[at]} without, ${world.cells[at]} with the program`];
}

function limited(violations: readonly string[]): string[] {
  if (violations.length <= VIOLATIONS_SHOWN) return [...violations];
  return [...violations.slice(0, VIOLATIONS_SHOWN), `and ${violations.length - VIOLATIONS_SHOWN} more`];
}
