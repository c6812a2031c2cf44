import type { SecondLife } from "../second/engine.ts";
import type { SecondEvent } from "../second/events.ts";
import { type PostMember, postMember } from "../second/memberBooks.ts";

/**
 * Faults in the books that only members have: each writes them down under a slightly different rule. That two engines differ says the
 * same whichever of them has the wrong rule, so that they are planted in the second one alone.
 */
export const MEMBER_FAULTS: Readonly<Record<string, PostMember>> = {
  "rewards cost nothing": inWorld((event) => (event.kind === "redeem" ? { ...event, cost: 0 } : event)),
  "discounts are forgotten": inWorld((event) => (event.kind === "discount" ? { ...event, amount: 0 } : event)),
  "perks are forgotten": inWorld((event) => (event.kind === "close" ? { ...event, perkCost: 0 } : event)),
  "perks of the last month are forgotten": inLives((life) => {
    const last = life.world.findLast(({ kind }) => kind === "close");
    return inEvents(life, (event) => (event === last && event.kind === "close" ? { ...event, perkCost: 0 } : event));
  }),
  "the purchase at joining is no part of worth": inLives((life) => {
    const others = (event: SecondEvent): boolean => !(event.kind === "purchase" && event.acquisition);
    return { ...life, world: life.world.filter(others), twin: life.twin.filter(others) };
  }),
  "a member is worth only what is bought as one": inWorld((event) =>
    event.kind === "purchase" && event.tier === null ? { ...event, margin: 0 } : event,
  ),
  "the twin is worth what the member is": inLives((life) => ({ ...life, twin: life.world })),
  "everybody is a newcomer": inLives((life) => ({ ...life, facts: { ...life.facts, cohortKey: FIRST_MONTH } })),
  "a loss is a gain": inPlaces((place) => place.replace(/^(value .*)-/, "$1")),
  "what only the twin buys is left out": inWorld((event) =>
    event.kind === "forgone" || event.kind === "lost" ? null : event,
  ),
  "only the first reward counts": inWorld((event) => (event.kind === "redeem" && event.waited === null ? null : event)),
  "days are the calendar's": inWorld((event) => ({ ...event, time: Math.floor(event.time) })),
  "a day is seen from joining on": inLives((life) =>
    inEvents(life, (event) => (event.kind === "enrol" ? { ...event, time: life.world[0].time } : event)),
  ),
  "the horizon ends a day later": (life, end, add) => postMember(life, end + 1, add),
  "nothing is seen after leaving": (life, end, add) =>
    postMember(life, life.world.find(({ kind }) => kind === "leave")?.time ?? end, add),
  "days before a reward are days after it": inPlaces((place) => place.replace("rewardDay -", "rewardDay ")),
};

/** Key of the cohort that joined in January 1970. */
const FIRST_MONTH = 0;

function inLives(change: (life: SecondLife) => SecondLife): PostMember {
  return (life, horizonEnd, add) => postMember(change(life), horizonEnd, add);
}

function inPlaces(change: (place: string) => string): PostMember {
  return (life, horizonEnd, add) => postMember(life, horizonEnd, (place, amounts) => add(change(place), amounts));
}

/** Changes what happens in the program world, or takes it out. */
function inWorld(change: (event: SecondEvent) => SecondEvent | null): PostMember {
  return inLives((life) => inEvents(life, change));
}

function inEvents(life: SecondLife, change: (event: SecondEvent) => SecondEvent | null): SecondLife {
  return { ...life, world: life.world.flatMap((event) => change(event) ?? []) };
}
