import { monthName, monthNumber } from "#tenure/basics/calendar.js";
import { CAUSES } from "#tenure/ledger/cause.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { Statement } from "./worked.ts";

/** What an engine told of one customer: the books, the lots at each month's end, and when the customer left. */
export interface Told {
  readonly books: ReadonlyMap<string, number>;
  /** By month: points by lot. */
  readonly lots: readonly ReadonlyMap<number, number>[];
  readonly leftAt: number;
}

/** Statements of one customer, month by month. */
export function statementsOf(
  { books, lots, leftAt }: Told,
  scenario: DrawnScenario,
  starts: readonly number[],
): Statement[] {
  const { program, horizon } = scenario;
  const levels = program?.kind === "points" ? (program.tiers?.levels ?? []) : [];
  const first = monthNumber(horizon.start);
  return Array.from({ length: horizon.months }, (_, month): Statement => {
    const ofCauses = (account: string): Record<string, number> =>
      Object.fromEntries(
        CAUSES.flatMap((cause) => {
          const amount = books.get(`monthCause ${month} ${cause} ${account}`);
          return amount === undefined ? [] : [[cause, amount]];
        }),
      );
    const all = (account: string): number => Object.values(ofCauses(account)).reduce((sum, one) => sum + one, 0);
    const tier = levels.findIndex((_, at) => books.get(`tier ${month} ${at} members`) === 1);
    return {
      purchases: ofCauses("purchases"),
      discount: all("discount"),
      redeemed: all("redeemed"),
      expired: all("expired"),
      forfeited: all("forfeited"),
      cost: ofCauses("rewardCost"),
      perks: books.get(`month ${month} perkCost`) ?? 0,
      points: all("closing"),
      lots: Object.fromEntries([...lots[month]].map(([lot, points]) => [monthName(first + lot), points])),
      tier: levels[tier]?.name ?? null,
      left: leftAt <= starts[month + 1],
    };
  });
}
