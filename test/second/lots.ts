import { type ByCause, nothing, type PointCause, plus, total } from "./causes.ts";
import type { LotPoints } from "./events.ts";
import { shareOut } from "./exact.ts";

/** The points of one month, by cause. */
export interface Lot {
  readonly month: number;
  byCause: ByCause;
}

/** Adds points to the lot of a month. */
export function put(lots: Lot[], month: number, cause: PointCause, points: number): void {
  let lot = lots.find((one) => one.month === month);
  if (lot === undefined) {
    lot = { month, byCause: nothing() };
    lots.push(lot);
  }
  lot.byCause[cause] += points;
}

/** What the lots hold together, counted anew. */
export function held(lots: readonly Lot[]): ByCause {
  return lots.reduce((sum, lot) => plus(sum, lot.byCause), nothing());
}

/** Takes points, earliest earned first, and says what each lot gave. */
export function take(lots: readonly Lot[], points: number): LotPoints[] {
  const taken: LotPoints[] = [];
  let missing = points;
  for (const lot of [...lots].sort((a, b) => a.month - b.month)) {
    const amount = Math.min(missing, total(lot.byCause));
    if (amount === 0) continue;
    const gave = shareOut(amount, lot.byCause);
    const left = { ...lot.byCause };
    for (const cause of Object.keys(gave) as PointCause[]) {
      left[cause] -= gave[cause];
      if (left[cause] < 0) throw new RangeError(`lot ${lot.month} gave more ${cause} points than it held`);
    }
    lot.byCause = left;
    taken.push({ lot: lot.month, byCause: gave });
    missing -= amount;
  }
  if (missing > 0) throw new RangeError(`the lots are ${missing} points short`);
  return taken;
}

/** Lots that hold something, as facts that later events leave alone. */
export function snapshot(lots: readonly Lot[]): LotPoints[] {
  return lots
    .filter((lot) => total(lot.byCause) > 0)
    .sort((a, b) => a.month - b.month)
    .map((lot) => ({ lot: lot.month, byCause: { ...lot.byCause } }));
}
