import { type ByCause, POINT_CAUSES, type PointCause } from "./causes.ts";
import { customersBook, type MonthLine, monthsBook } from "./customersBook.ts";
import type { SecondLife } from "./engine.ts";
import type { SecondEvent } from "./events.ts";

/** What one cause of purchases and points came to. Money in minor units. */
export interface CauseLine {
  /** Acquisition purchases, apart from repeat purchases; spend and margin are of both. */
  acquisitions: number;
  purchases: number;
  spend: number;
  margin: number;
  pointsIssued: number;
  pointsRedeemed: number;
  pointsExpired: number;
  /** Points held at the month's end; in the book of vintages, at the horizon's. */
  pointsClosing: number;
  rewardCost: number;
}

/** Causes of the book: those of points, and the two of displaced purchases, which carry no points. */
type BookCause = PointCause | "forgone" | "lost";

/** Sums over customers; a key that is absent is a line of zeros. */
interface SecondBooks {
  /** By "month|cause". */
  readonly monthCause: ReadonlyMap<string, CauseLine>;
  /** By "lot month|months since|cause": points alone; closing is that at the end of each month. */
  readonly vintageAgeCause: ReadonlyMap<string, CauseLine>;
  /** By "cohort key|months since the month of joining|cause". */
  readonly cohortAgeCause: ReadonlyMap<string, CauseLine>;
  /** By "cause", closing being that at the horizon's end. */
  readonly cause: ReadonlyMap<string, CauseLine>;
  /** By month. */
  readonly months: ReadonlyMap<number, MonthLine>;
  /** By "cohort key|months since the month of joining". */
  readonly cohorts: ReadonlyMap<string, MonthLine>;
}

/** The books of many lives in the program world, or of their twins. */
export function booksOf(lives: readonly SecondLife[], world: "world" | "twin"): SecondBooks {
  const monthCause = new Map<string, CauseLine>();
  const vintageAgeCause = new Map<string, CauseLine>();
  const cohortAgeCause = new Map<string, CauseLine>();
  const cause = new Map<string, CauseLine>();
  for (const life of lives) {
    const events = life[world];
    const joined = events[0].month;
    const lastMonth = events[events.length - 1].month;
    for (const event of events) {
      for (const [why, amounts] of amountsOf(event)) {
        add(monthCause, `${event.month}|${why}`, amounts);
        add(cohortAgeCause, `${life.facts.cohortKey}|${event.month - joined}|${why}`, amounts);
        if (event.kind === "close" && event.month !== lastMonth) continue;
        add(cause, why, amounts);
      }
      for (const [lot, why, amounts] of lotAmountsOf(event)) {
        add(vintageAgeCause, `${lot}|${event.month - lot}|${why}`, amounts);
      }
    }
  }
  const [months, cohorts] = [monthsBook(lives, world), customersBook(lives, world)];
  return { monthCause, vintageAgeCause, cohortAgeCause, cause, months, cohorts };
}

/** A line of zeros. */
export function emptyLine(): CauseLine {
  return {
    acquisitions: 0,
    purchases: 0,
    spend: 0,
    margin: 0,
    pointsIssued: 0,
    pointsRedeemed: 0,
    pointsExpired: 0,
    pointsClosing: 0,
    rewardCost: 0,
  };
}

type Amounts = Partial<CauseLine>;

function add<Key>(book: Map<Key, CauseLine>, key: Key, amounts: Amounts): void {
  const line = book.get(key) ?? emptyLine();
  for (const account of Object.keys(amounts) as (keyof CauseLine)[]) {
    line[account] += amounts[account] ?? 0;
    if (!Number.isSafeInteger(line[account])) throw new RangeError(`${account} of ${key} is no exact integer`);
  }
  book.set(key, line);
}

/** What an event adds to the books, cause by cause. */
function amountsOf(event: SecondEvent): [BookCause, Amounts][] {
  switch (event.kind) {
    case "purchase": {
      const count = event.acquisition ? { acquisitions: 1 } : { purchases: 1 };
      return [[event.cause, { ...count, spend: event.amount, margin: event.margin }]];
    }
    case "forgone":
    case "lost":
      return [[event.kind, { purchases: 1, spend: event.amount, margin: event.margin }]];
    case "issue":
      return [[event.cause, { pointsIssued: event.points }]];
    case "redeem":
      return [...spread(event.pointsByCause, "pointsRedeemed"), ...spread(event.costByCause, "rewardCost")];
    case "expire":
      return spread(event.byCause, "pointsExpired");
    case "close":
      return spread(event.byCause, "pointsClosing");
    default:
      return [];
  }
}

/** What an event does to each lot. */
function lotAmountsOf(event: SecondEvent): [number, PointCause, Amounts][] {
  switch (event.kind) {
    case "issue":
      return [[event.lot, event.cause, { pointsIssued: event.points }]];
    case "redeem":
      return event.taken.flatMap(({ lot, byCause }) => spreadLot(lot, byCause, "pointsRedeemed"));
    case "expire":
      return spreadLot(event.lot, event.byCause, "pointsExpired");
    case "close":
      return event.lots.flatMap(({ lot, byCause }) => spreadLot(lot, byCause, "pointsClosing"));
    default:
      return [];
  }
}

function spread(byCause: ByCause, account: keyof CauseLine): [PointCause, Amounts][] {
  return POINT_CAUSES.filter((cause) => byCause[cause] !== 0).map((cause) => [cause, { [account]: byCause[cause] }]);
}

function spreadLot(lot: number, byCause: ByCause, account: keyof CauseLine): [number, PointCause, Amounts][] {
  return spread(byCause, account).map(([cause, amounts]) => [lot, cause, amounts]);
}
