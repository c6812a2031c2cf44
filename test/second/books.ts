import { DAY_ONE_COHORT } from "#tenure/random/address.js";
import type { ByCause, Displaced, PointCause } from "./causes.ts";
import type { SecondLife } from "./engine.ts";
import type { SecondEvent } from "./events.ts";
import { type PostMember, postMember } from "./memberBooks.ts";

/**
 * Sums over customers, by book, place in it and account: "tier 3 1 spend" is the spend of members of tier 1 in month 3. What
 * came to nothing is absent. Books and accounts have the ledger's names; a cohort is its number, day one 0.
 */
export type SecondBooks = Map<string, number>;

/** What the books need to know besides the lives. */
export interface BookTerms {
  /** Which lives are written down: in the program's world, or the twins'. */
  readonly world: "world" | "twin";
  readonly hasTiers: boolean;
  /** Names of the loyalty types with a book, in order: none where customers are of one kind. */
  readonly types: readonly (string | null)[];
  /** Whether customers are active while under contract, or else for so many months from each repeat purchase on. */
  readonly activeFor: "contract" | number;
}

/** The books of many lives; those of members by another rule, where a test gives one. */
export function booksOf(
  lives: readonly SecondLife[],
  terms: BookTerms,
  ofMember: PostMember = postMember,
): SecondBooks {
  const books: SecondBooks = new Map();
  for (const life of lives) {
    let boughtIn = Number.NEGATIVE_INFINITY;
    for (const event of life[terms.world]) {
      if (event.kind === "purchase" && !event.acquisition) boughtIn = event.month;
      const isActive =
        event.kind === "close" &&
        (terms.activeFor === "contract" ? event.customer : event.month - boughtIn < terms.activeFor);
      post(books, terms, life, event, isActive);
    }
    const horizonEnd = life.world[life.world.length - 1].time;
    if (terms.world === "world") ofMember(life, horizonEnd, (place, amounts) => add(books, place, amounts));
  }
  return books;
}

type Amounts = Readonly<Record<string, number>>;

function add(books: SecondBooks, place: string, amounts: Amounts): void {
  for (const [account, amount] of Object.entries(amounts)) {
    if (amount === 0) continue;
    const name = `${place} ${account}`;
    const sum = (books.get(name) ?? 0) + amount;
    if (!Number.isSafeInteger(sum)) throw new RangeError(`${name} is no exact integer`);
    books.set(name, sum);
  }
}

/** Writes one event into all the books it belongs to. */
function post(books: SecondBooks, terms: BookTerms, life: SecondLife, event: SecondEvent, isActive: boolean): void {
  const joinedIn = life[terms.world][0].month;
  const isDayOne = life.facts.cohortKey === DAY_ONE_COHORT;
  const type = terms.types.indexOf(life.facts.loyaltyType);
  const person = (amounts: Amounts): void => {
    add(books, `cohort ${isDayOne ? 0 : joinedIn + 1} ${event.month - joinedIn}`, amounts);
  };
  const ofType = (amounts: Amounts): void => {
    if (isDayOne && type >= 0) add(books, `type ${event.month} ${type}`, amounts);
  };
  const month = (amounts: Amounts): void => add(books, `month ${event.month}`, amounts);
  const cause = (why: PointCause | Displaced, amounts: Amounts): void =>
    add(books, `monthCause ${event.month} ${why}`, amounts);
  const tier = (held: number | null, amounts: Amounts): void => {
    if (terms.hasTiers && held !== null) add(books, `tier ${event.month} ${held}`, amounts);
  };
  const vintage = (lot: number, why: PointCause, amounts: Amounts): void =>
    add(books, `vintageCause ${lot} ${why}`, amounts);

  switch (event.kind) {
    case "join":
      month({ newcomers: 1 });
      person({ customers: 1 });
      ofType({ customers: 1 });
      return;
    case "decision":
      month({ decisions: 1, clipped: event.clipped ? 1 : 0 });
      return;
    case "purchase": {
      const amounts = { purchases: 1, spend: event.amount, margin: event.margin };
      cause(event.cause, amounts);
      person(amounts);
      ofType(amounts);
      tier(event.tier, amounts);
      return;
    }
    case "discount": {
      const amounts = { discount: event.amount };
      cause(event.cause, amounts);
      person(amounts);
      ofType(amounts);
      tier(event.tier, amounts);
      return;
    }
    case "forgone":
    case "lost":
      cause(event.kind, { purchases: 1, spend: event.amount, margin: event.margin });
      return;
    case "enrol":
      month({ enrolments: 1 });
      person({ enrolments: 1 });
      ofType({ enrolments: 1 });
      return;
    case "issue":
      cause(event.cause, { issued: event.points });
      vintage(event.lot, event.cause, { issued: event.points });
      tier(event.tier, { issued: event.points });
      return;
    case "tier":
      add(books, `tierMove ${event.month} ${event.from} ${event.to}`, { moves: 1 });
      return;
    case "redeem":
      for (const [why, points] of causesIn(event.pointsByCause)) cause(why, { redeemed: points });
      for (const [why, cost] of causesIn(event.costByCause)) cause(why, { rewardCost: cost });
      for (const { lot, byCause } of event.taken) {
        for (const [why, points] of causesIn(byCause)) {
          vintage(lot, why, { redeemed: points });
          add(books, `vintageAge ${lot} ${event.month - lot}`, { redeemed: points });
        }
      }
      month({ redemptions: 1, firstRewards: event.waited === null ? 0 : 1 });
      if (event.waited !== null) add(books, `wait ${event.waited}`, { rewards: 1 });
      person({ rewardCost: event.cost });
      ofType({ rewardCost: event.cost, redemptions: 1 });
      tier(event.tier, { rewardCost: event.cost, redemptions: 1 });
      return;
    case "expire":
    case "forfeit": {
      const account = event.kind === "expire" ? "expired" : "forfeited";
      for (const [why, points] of causesIn(event.byCause)) {
        cause(why, { [account]: points });
        vintage(event.lot, why, { [account]: points });
        add(books, `vintageAge ${event.lot} ${event.month - event.lot}`, { [account]: points });
      }
      return;
    }
    case "close": {
      const members = event.member ? 1 : 0;
      const amounts = { active: isActive ? 1 : 0, members, perkCost: event.perkCost };
      month(amounts);
      person({ ...amounts, closing: event.balance, closingStaying: event.customer ? event.balance : 0 });
      ofType({ ...amounts, closing: event.balance });
      tier(event.member ? event.tier : null, { members, perkCost: event.perkCost });
      for (const [why, points] of causesIn(event.byCause)) cause(why, { closing: points });
      if (event.month !== life[terms.world].at(-1)?.month) return;
      for (const { lot, byCause } of event.lots) {
        for (const [why, points] of causesIn(byCause)) vintage(lot, why, { closing: points });
      }
    }
  }
}

function causesIn(byCause: ByCause): [PointCause, number][] {
  return (Object.entries(byCause) as [PointCause, number][]).filter(([, amount]) => amount !== 0);
}
