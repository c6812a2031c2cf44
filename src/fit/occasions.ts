import type { Database } from "./database.js";

/** What a customer did at one instant. */
export interface Occasion {
  /** Since 1970. */
  readonly day: number;
  /** The same with the time of day as a fraction. */
  readonly time: number;
  /** Currency units. */
  readonly spend: number;
  readonly isPurchase: boolean;
  /** Whether the log says that a member bought; without a column of members: whether there are points or a tier. */
  readonly isMarked: boolean;
  readonly earned: number;
  readonly redeemed: number;
  readonly reward: string | null;
  readonly tier: string | null;
  /** Number of the first row. */
  readonly row: number;
}

const SECONDS_IN_DAY = 86_400;

/**
 * The occasions of each customer, in order of time: rows of one customer at one instant are one, and so are rows of one day where no
 * times are written.
 *
 * @param database with `rows`, marked
 * @param hasMembers whether a column says who is a member
 * @param redeemedSign −1 where the log writes points redeemed as negative numbers
 * @returns one customer after the other
 */
export async function* occasionsByCustomer(
  database: Database,
  hasMembers: boolean,
  redeemedSign: 1 | -1,
): AsyncGenerator<readonly Occasion[]> {
  const marked = hasMembers ? "isMarked" : "(earned <> 0 OR redeemed <> 0 OR tier IS NOT NULL)";
  const blocks = database.blocks(`
    SELECT customer, day, second, sum(amount)::DOUBLE, bool_or(amount >= 0)::INTEGER, bool_or(${marked})::INTEGER,
      sum(earned)::DOUBLE, sum(greatest(0, ${redeemedSign} * redeemed))::DOUBLE, max(reward), arg_max(tier, rowid), min(rowid)::DOUBLE
    FROM rows WHERE reason = 0 GROUP BY customer, day, second ORDER BY customer, day, second`);
  let customer: unknown = null;
  let found: Occasion[] = [];
  for await (const block of blocks) {
    for (const [who, day, second, spend, purchase, member, earned, redeemed, reward, tier, row] of block) {
      if (who !== customer && found.length > 0) {
        yield found;
        found = [];
      }
      customer = who;
      found.push({
        day: Number(day),
        time: Number(day) + Number(second) / SECONDS_IN_DAY,
        spend: Number(spend),
        isPurchase: purchase === 1,
        isMarked: member === 1,
        earned: Number(earned),
        redeemed: Number(redeemed),
        reward: reward === null ? null : String(reward),
        tier: tier === null ? null : String(tier),
        row: Number(row),
      });
    }
  }
  if (found.length > 0) yield found;
}
