import {
  type BookLayout,
  COHORT_ACCOUNTS,
  type Ledger,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
  TIER_ACCOUNTS,
  TYPE_ACCOUNTS,
  VINTAGE_AGE_ACCOUNTS,
  VINTAGE_CAUSE_ACCOUNTS,
} from "#tenure/ledger/books.js";
import { CAUSES, POINT_CAUSES } from "#tenure/ledger/cause.js";
import { REWARD_DAYS, VALUE_GROUPS, VALUE_KINDS } from "#tenure/ledger/memberBooks.js";
import { VALUE_BINS, valueBinRange } from "#tenure/ledger/valueBins.js";

/** A book as a table: where it begins, what its rows are called, which accounts each has. */
interface Book {
  readonly from: number;
  readonly rows: readonly string[];
  readonly accounts: readonly string[];
}

/** Every cell of a ledger that is not 0, by the name the second engine's books give it: "tier 3 1 spend". */
export function namedCells(ledger: Ledger): Map<string, number> {
  const named = new Map<string, number>();
  for (const { from, rows, accounts } of booksIn(ledger)) {
    for (const [row, name] of rows.entries()) {
      for (const [at, account] of accounts.entries()) {
        const cell = ledger.cells[from + row * accounts.length + at];
        if (cell !== 0) named.set(`${name} ${account}`, cell);
      }
    }
  }
  return named;
}

/** First cell on which two sets of books differ; null where they agree to the last. */
export function firstDifferentCell(
  kernel: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): string | null {
  for (const name of new Set([...kernel.keys(), ...second.keys()])) {
    const [left, right] = [kernel.get(name) ?? 0, second.get(name) ?? 0];
    if (left !== right) return `${name}: kernel ${left}, second engine ${right}`;
  }
  return null;
}

function booksIn({ layout }: Ledger): Book[] {
  const { months, cohorts, types, tiers } = layout;
  return [
    { from: layout.monthCause, rows: names("monthCause", months, CAUSES), accounts: MONTH_CAUSE_ACCOUNTS },
    { from: layout.month, rows: names("month", months), accounts: MONTH_ACCOUNTS },
    { from: layout.cohort, rows: names("cohort", cohorts, count(months)), accounts: COHORT_ACCOUNTS },
    { from: layout.type, rows: names("type", months, count(types)), accounts: TYPE_ACCOUNTS },
    { from: layout.vintageAge, rows: names("vintageAge", months, count(months)), accounts: VINTAGE_AGE_ACCOUNTS },
    {
      from: layout.vintageCause,
      rows: names("vintageCause", months, CAUSES.slice(0, POINT_CAUSES)),
      accounts: VINTAGE_CAUSE_ACCOUNTS,
    },
    { from: layout.wait, rows: names("wait", months), accounts: ["rewards"] },
    { from: layout.tier, rows: names("tier", months, count(tiers)), accounts: TIER_ACCOUNTS },
    { from: layout.tierMove, rows: names("tierMove", months, count(tiers), count(tiers)), accounts: ["moves"] },
    ...(layout.members === 0 ? [] : memberBooks(layout)),
  ];
}

function memberBooks({ value, rewardDay, rewardReach }: BookLayout): Book[] {
  const days = Array.from({ length: 2 * REWARD_DAYS + 1 }, (_, at) => String(at - REWARD_DAYS));
  // A bin has the name of its end nearer to nothing.
  const bins = Array.from({ length: VALUE_BINS }, (_, bin) => {
    const [least, greatest] = valueBinRange(bin);
    return String(least > 0 ? least : greatest);
  });
  const values = VALUE_GROUPS.map((group) => `value ${group}`);
  return [
    { from: value, rows: product(values, VALUE_KINDS, [...bins, "sum"]), accounts: ["members"] },
    { from: rewardDay, rows: product(["rewardDay"], days, CAUSES), accounts: ["purchases"] },
    {
      from: rewardReach,
      rows: product(["rewardReach"], ["before", "after"], count(REWARD_DAYS + 1)),
      accounts: ["rewards"],
    },
  ];
}

function count(length: number): string[] {
  return Array.from({ length }, (_, at) => String(at));
}

/** Names of a book's rows, the last place counting fastest. */
function names(book: string, first: number, ...places: readonly (readonly string[])[]): readonly string[] {
  return product([book], count(first), ...places);
}

function product(begin: readonly string[], ...places: readonly (readonly string[])[]): readonly string[] {
  return places.reduce<readonly string[]>(
    (rows, place) => rows.flatMap((row) => place.map((at) => `${row} ${at}`)),
    begin,
  );
}
