import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { Ledger } from "#tenure/ledger/books.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { traceLives } from "#tenure/study/lives.js";
import { type BookTerms, booksOf } from "../second/books.ts";
import { type SecondLife, secondEngineForAll } from "../second/engine.ts";
import type { PostMember } from "../second/memberBooks.ts";
import { canonicalSecond, canonicalTrace } from "./canonical.ts";
import { planOf } from "./lives.ts";
import { firstDifferentCell, namedCells } from "./namedCells.ts";

/** What the kernel says of everybody: the twin's world first. */
export interface KernelRun {
  readonly lives: readonly { readonly worlds: readonly (readonly TraceLine[])[] }[];
  readonly ledgers: readonly Ledger[];
  readonly retentionWindow: number;
}

/** Everybody's life and the books, from the kernel; or those of a sample of so many. */
export function runKernel(scenario: DrawnScenario, seed: number, customers = scenario.customerBase.size): KernelRun {
  const plan = planOf(scenario, customers);
  const luck = { seed: seedWords(seed), replicate: 0 };
  const most = Math.max(...plan.base.cohorts.map(({ customers }) => customers));
  const runner = new BlockRunner(plan, luck);
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  return {
    lives: traceLives(plan, luck, most),
    ledgers: runner.ledgers,
    retentionWindow: plan.base.retentionWindow,
  };
}

/** Everybody's life, or a sample's, from the second engine. */
export function runSecond(scenario: DrawnScenario, seed: number, customers?: number): SecondLife[] {
  return secondEngineForAll(scenario, { seed, replicate: 0 }, customers);
}

/** First place where the two engines tell different stories; null where they agree event by event and cell by cell. */
export function firstDifference(
  kernel: KernelRun,
  second: readonly SecondLife[],
  scenario: DrawnScenario,
): string | null {
  return firstDifferentEvent(kernel, second) ?? firstDifferentBook(kernel, second, scenario);
}

function firstDifferentEvent({ lives }: KernelRun, second: readonly SecondLife[]): string | null {
  if (lives.length !== second.length) return `${lives.length} lives, ${second.length} lives`;
  for (const [number, life] of lives.entries()) {
    const [twin, world] = life.worlds;
    const pairs = [
      ["twin", canonicalTrace(twin), canonicalSecond(second[number].twin)],
      ["world", canonicalTrace(world ?? twin), canonicalSecond(second[number].world)],
    ] as const;
    for (const [name, left, right] of pairs) {
      const place = left.findIndex((event, at) => event !== right[at]);
      if (place >= 0 || left.length !== right.length) {
        const where = place >= 0 ? place : left.length;
        return `life ${number}, ${name}, event ${where}: kernel "${left[where]}", second engine "${right[where]}"`;
      }
    }
  }
  return null;
}

/** First cell on which the books of the two engines differ, members by another rule where one is given; null where they agree. */
export function firstDifferentBook(
  { ledgers, retentionWindow }: KernelRun,
  second: readonly SecondLife[],
  { customerBase, program }: DrawnScenario,
  ofMember?: PostMember,
): string | null {
  const [twin, world] = ledgers;
  const mix = Object.entries(customerBase.loyaltyTypes?.mix ?? {}).filter(([, weight]) => weight > 0);
  const terms: Omit<BookTerms, "world"> = {
    types: mix.length > 1 ? mix.map(([name]) => name) : [],
    hasTiers: program?.kind === "points" && program.tiers !== null,
    activeFor: customerBase.attrition.kind === "atRenewal" ? "contract" : retentionWindow,
  };
  const inTwin = firstDifferentCell(namedCells(twin), booksOf(second, { ...terms, world: "twin" }));
  if (inTwin !== null) return `twin's books, ${inTwin}`;
  if (world === undefined) return null;
  const inWorld = firstDifferentCell(namedCells(world), booksOf(second, { ...terms, world: "world" }, ofMember));
  return inWorld === null ? null : `world's books, ${inWorld}`;
}
