import type { Ledger } from "../ledger/books.js";
import { byTier, byTierMove } from "../ledger/read.js";

/** Sums over replicates of who holds which tier when, and who moves, of the sample. */
export class TierSums {
  /** Members at the end of each month, month × tier. */
  readonly members: Float64Array;
  /** Moves in each month, month × tier left × tier entered. */
  readonly moves: Float64Array;
  readonly tiers: number;
  private readonly months: number;

  constructor(months: number, tiers: number) {
    this.months = months;
    this.tiers = tiers;
    this.members = new Float64Array(months * tiers);
    this.moves = new Float64Array(months * tiers * tiers);
  }

  /** Takes in one replicate. */
  add(ledger: Ledger): void {
    const { months, tiers } = this;
    for (let month = 0; month < months; month++) {
      for (let tier = 0; tier < tiers; tier++) {
        const row = month * tiers + tier;
        this.members[row] += byTier(ledger, month, tier, "members");
        for (let to = 0; to < tiers; to++) this.moves[row * tiers + to] += byTierMove(ledger, month, tier, to);
      }
    }
  }
}
