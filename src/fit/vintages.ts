import { monthName } from "../basics/calendar.js";
import type { GroupedSums, LogEstimate } from "./grouped.js";
import type { MonthsOfLog } from "./monthsOfLog.js";
import type { ProgramCells } from "./programCells.js";
import type { Vintage } from "./programFindings.js";

/**
 * Points by the month they were earned in, and what became of them: a fact where the vintage is closed; of open ones an estimate,
 * redeemed so far and of what is left the share that earlier vintages redeemed at each age still to come.
 *
 * @param sums of the log
 * @param at where they lie
 * @param months of the log
 * @param expiry whole months points live after the one they were earned in; null: for ever
 * @returns vintages in which points were earned, and the rate of all closed ones
 */
export function findVintages(
  sums: GroupedSums,
  at: ProgramCells,
  months: MonthsOfLog,
  expiry: number | null,
): { readonly vintages: Vintage[]; readonly rate: LogEstimate; readonly breakage: LogEstimate } {
  const issued = (cells: Float64Array, month: number): number => cells[at.issued + month] - cells[at.takenBack + month];
  const redeemed = (cells: Float64Array, month: number): number => {
    let sum = 0;
    for (let age = 0; age < months.count; age++) sum += cells[at.redeemed + month * months.count + age];
    return sum;
  };
  const hazards = new WeakMap<Float64Array, Float64Array>();
  const numbers = Array.from({ length: months.count }, (_, month) => month);
  const isOver = (month: number): boolean => expiry !== null && month + expiry < months.whole;
  const vintages = numbers.flatMap((month): Vintage[] => {
    const [earned, spent] = sums.read((cells) => [issued(cells, month), redeemed(cells, month)]);
    const expired = sums.of(at.expired + month);
    if (sums.of(at.issued + month) === 0) return [];
    const outstanding = rounded(earned - spent - expired);
    const isClosed = isOver(month) || (outstanding === 0 && month < months.whole);
    const rate = (cells: Float64Array): number =>
      isClosed
        ? redeemed(cells, month) / issued(cells, month)
        : (redeemed(cells, month) + expected(cells, month)) / issued(cells, month);
    return [
      {
        month: monthName(months.first + month),
        issued: rounded(earned),
        redeemed: rounded(spent),
        expired: rounded(expired),
        outstanding,
        isClosed,
        redemptionRate: sums.estimate(rate, "share"),
      },
    ];
  });

  /** Of what is left of a vintage, what is redeemed at ages seen of earlier ones. */
  function expected(cells: Float64Array, month: number): number {
    const left = issued(cells, month) - redeemed(cells, month) - cells[at.expired + month];
    const last = expiry === null ? months.count : expiry + 1;
    let staying = 1;
    for (let age = Math.max(0, months.whole - month); age < last; age++) staying *= 1 - (hazardsOf(cells)[age] ?? 0);
    return left * (1 - staying);
  }

  /** Shares of the points outstanding at the beginning of each age that are redeemed in it. */
  function hazardsOf(cells: Float64Array): Float64Array {
    const known = hazards.get(cells);
    if (known !== undefined) return known;
    const due = new Float64Array(months.count);
    const taken = new Float64Array(months.count);
    for (let month = 0; month < months.whole; month++) {
      let left = issued(cells, month);
      for (let age = 0; month + age < months.whole; age++) {
        due[age] += left;
        const gone = cells[at.redeemed + month * months.count + age];
        taken[age] += gone;
        left -= gone;
      }
    }
    const shares = due.map((points, age) => (points > 0 ? Math.min(1, taken[age] / points) : 0));
    hazards.set(cells, shares);
    return shares;
  }

  const closed = numbers.filter((month) => isOver(month));
  const rate = (cells: Float64Array): number =>
    closed.reduce((sum, month) => sum + redeemed(cells, month), 0) /
    closed.reduce((sum, month) => sum + issued(cells, month), 0);
  return {
    vintages,
    rate: sums.estimate(rate, "share"),
    breakage: sums.estimate((cells) => 1 - rate(cells), "share"),
  };
}

/** Points are counted to four places. */
function rounded(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}
