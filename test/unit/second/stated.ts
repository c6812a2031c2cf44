import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { calendarOf } from "../../second/calendar.ts";
import { type ByCause, POINT_CAUSES } from "../../second/causes.ts";
import type { CustomerFacts, Prospects } from "../../second/customer.ts";
import type { SecondEvent } from "../../second/events.ts";
import { programLife } from "../../second/life.ts";
import type { Occasion } from "../../second/occasions.ts";
import { twinLife } from "../../second/twin.ts";

/** A person whose luck a test states instead of drawing it. */
export interface Stated {
  readonly facts?: Partial<CustomerFacts>;
  readonly firstBasket: number;
  /** Word of 0: redeems whenever the probability is not 0. */
  readonly firstRedeemWord?: number;
  readonly occasions: readonly (Pick<Occasion, "time" | "height" | "basket"> & Partial<Occasion>)[];
  /** Overrules the twin's own leaving. */
  readonly twinLeftAt?: number;
}

/** Both lives of a stated person: joins at 0, willing, never leaves, every reward worth all it can be, unless stated. */
export function stated(
  scenario: DrawnScenario,
  person: Stated,
): { readonly world: readonly SecondEvent[]; readonly twin: readonly SecondEvent[] } {
  const customer = {
    facts: {
      cohortKey: 0x80000000,
      ordinal: 0,
      joinedAt: 0,
      ratePerDay: 1,
      leavingPropensity: 0,
      spendLevel: 1,
      willing: true,
      first: everything(scenario),
      later: everything(scenario),
      ...person.facts,
    },
    acquisition: {
      basket: person.firstBasket,
      firstAimWord: 0,
      redeemWord: person.firstRedeemWord ?? 0,
      nextAimWord: 0,
    },
    occasions: person.occasions.map((occasion) => ({ leavingMark: 9, redeemWord: 0, nextAimWord: 0, ...occasion })),
  };
  const calendar = calendarOf(scenario);
  const twin = twinLife(scenario, calendar, customer);
  return {
    twin: twin.events,
    world: programLife(scenario, calendar, customer, person.twinLeftAt ?? twin.leftAt),
  };
}

/** Events as short lines, easy to write down by hand: "time kind details = balance". */
export function told(events: readonly SecondEvent[]): string[] {
  return events.map((event) => `${event.time} ${event.kind}${detailsOf(event)} = ${event.balance}`);
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
    case "expire":
      return ` lot ${event.lot}: ${tell(event.byCause)}`;
    case "close":
      return ` ${event.member ? "member" : "stranger"}${event.customer ? "" : " gone"}: ${tell(event.byCause)}`;
    default:
      return "";
  }
}

/** Every reward worth all it can be, and within reach. */
function everything(scenario: DrawnScenario): Prospects {
  const rewards = scenario.program?.rewards ?? [];
  return { worth: rewards.map(() => 1), reach: rewards.map(() => true) };
}
