import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { Ledger } from "#tenure/ledger/books.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { traceLives } from "#tenure/study/lives.js";
import { type BookTerms, booksOf, type SecondBooks } from "../second/books.ts";
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

/** What is made of one run is made once, however many others it is held against. */
const traceOnce = once(canonicalTrace);
const secondOnce = once(canonicalSecond);
const cellsOnce = once(namedCells);
const booksByTerms = once((_lives: readonly SecondLife[]) => new Map<string, SecondBooks>());

function booksOnce(lives: readonly SecondLife[], terms: BookTerms): SecondBooks {
  const known = booksByTerms(lives);
  const key = JSON.stringify(terms);
  const books = known.get(key) ?? booksOf(lives, terms);
  known.set(key, books);
  return books;
}

function once<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (of) => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
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
      ["twin", traceOnce(twin), secondOnce(second[number].twin)],
      ["world", traceOnce(world ?? twin), secondOnce(second[number].world)],
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
  const inTwin = firstDifferentCell(cellsOnce(twin), booksOnce(second, { ...terms, world: "twin" }));
  if (inTwin !== null) return `twin's books, ${inTwin}`;
  if (world === undefined) return null;
  const ofWorld: BookTerms = { ...terms, world: "world" };
  const books = ofMember === undefined ? booksOnce(second, ofWorld) : booksOf(second, ofWorld, ofMember);
  const inWorld = firstDifferentCell(cellsOnce(world), books);
  return inWorld === null ? null : `world's books, ${inWorld}`;
}
