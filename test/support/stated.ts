import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type ByCause, POINT_CAUSES } from "../second/causes.ts";
import type { Customer, CustomerFacts, Prospects } from "../second/customer.ts";
import type { SecondEvent } from "../second/events.ts";
import { programLife } from "../second/life.ts";
import type { Occasion } from "../second/occasions.ts";
import { rewardsOf } from "../second/program.ts";
import { settingOf } from "../second/setting.ts";
import { twinLife } from "../second/twin.ts";

/** A person whose luck a test states instead of drawing it. */
export interface Stated {
  readonly facts?: Partial<CustomerFacts>;
  readonly firstBasket: number;
  /** Word of 0: redeems whenever the probability is not 0. */
  readonly firstRedeemWord?: number;
  readonly occasions: readonly (Pick<Occasion, "time" | "height" | "basket"> & Partial<Occasion>)[];
  /** Leaving marks of renewals, from the first; 9 beyond them. */
  readonly renewalMarks?: readonly number[];
  /** Overrules the twin's own leaving. */
  readonly twinLeftAt?: number;
}

/** Facts of somebody who joins at 0, is willing, never leaves, and to whom every reward is worth all it can be. */
export function statedFacts(scenario: DrawnScenario): CustomerFacts {
  return {
    cohortKey: 0x80000000,
    ordinal: 0,
    known: false,
    gone: false,
    joinedAt: 0,
    loyaltyType: null,
    sensitivity: { program: 1, price: 1, switching: 1 },
    ratePerDay: 1,
    leavingPropensity: 0,
    lifetime: Number.POSITIVE_INFINITY,
    spendLevel: 1,
    meanBasket: 1,
    willing: true,
    first: everything(scenario),
    later: everything(scenario),
  };
}

/** Both lives of a stated person: joins at 0, willing, never leaves, every reward worth all it can be, unless stated. */
export function stated(
  scenario: DrawnScenario,
  person: Stated,
): { readonly world: readonly SecondEvent[]; readonly twin: readonly SecondEvent[] } {
  const customer: Customer = {
    facts: { ...statedFacts(scenario), ...person.facts },
    acquisition: {
      basket: person.firstBasket,
      firstAimWord: 0,
      redeemWord: person.firstRedeemWord ?? 0,
      nextAimWord: 0,
    },
    occasions: person.occasions.map((occasion) => ({
      leavingMark: 9,
      redeemWord: 0,
      nextAimWord: 0,
      borrowWord: 0xffffffff,
      ...occasion,
    })),
    renewalMark: (renewal) => person.renewalMarks?.[renewal - 1] ?? 9,
  };
  const setting = settingOf(scenario);
  const twin = twinLife(setting, customer);
  return {
    twin: twin.events,
    world: programLife(setting, customer, person.twinLeftAt ?? twin.leftAt),
  };
}

/** Events but decisions as short lines, easy to write down by hand: "time kind details = balance". */
export function told(events: readonly SecondEvent[]): string[] {
  return events
    .filter(({ kind }) => kind !== "decision")
    .map((event) => `${event.time} ${event.kind}${detailsOf(event)} = ${event.balance}`);
}

/** Causes that hold something, as "kept 3 gift 1". */
function tell(byCause: ByCause): string {
  return POINT_CAUSES.filter((cause) => byCause[cause] !== 0)
    .map((cause) => `${cause} ${byCause[cause]}`)
    .join(" ");
}

function detailsOf(event: SecondEvent): string {
  switch (event.kind) {
    case "purchase":
      return ` ${event.cause} ${event.amount} margin ${event.margin}`;
    case "forgone":
    case "lost":
      return ` ${event.amount} margin ${event.margin}`;
    case "issue":
      return ` ${event.cause} ${event.points} lot ${event.lot}`;
    case "redeem":
      return ` ${event.points}: ${tell(event.pointsByCause)}, cost ${event.cost}: ${tell(event.costByCause)}`;
    case "discount":
      return ` ${event.cause} ${event.amount}`;
    case "tier":
      return ` ${event.from} to ${event.to}${event.atReview ? " at the review" : ""}`;
    case "expire":
    case "forfeit":
      return ` lot ${event.lot}: ${tell(event.byCause)}`;
    case "close":
      return ` ${event.member ? "member" : "stranger"}${event.customer ? "" : " gone"}: ${tell(event.byCause)}`;
    default:
      return "";
  }
}

/** Every reward worth all it can be, and within reach. */
function everything(scenario: DrawnScenario): Prospects {
  const rewards = scenario.program === null ? [] : rewardsOf(scenario.program);
  return { worth: rewards.map(() => 1), reach: rewards.map(() => true) };
}
