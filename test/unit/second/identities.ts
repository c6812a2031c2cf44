import { POINT_CAUSES, type PointCause, total } from "../../second/causes.ts";
import type { SecondLife } from "../../second/engine.ts";
import type { SecondEvent } from "../../second/events.ts";

type Bought = Extract<SecondEvent, { kind: "purchase" | "forgone" | "lost" }>;

/** A lot that expires, or is forfeited. */
function isLotEnd(event: SecondEvent): event is Extract<SecondEvent, { kind: "expire" | "forfeit" }> {
  return event.kind === "expire" || event.kind === "forfeit";
}

/** Everything with a basket, of one or more kinds or causes. */
export function bought(events: readonly SecondEvent[], ...kinds: string[]): Bought[] {
  return events.filter(
    (event): event is Bought =>
      (event.kind === "purchase" && kinds.includes(event.cause)) ||
      ((event.kind === "forgone" || event.kind === "lost") && kinds.includes(event.kind)),
  );
}

/** What of the twin's purchases the world's causes account for, and the other way round; both lists are empty. */
export function unaccounted({ world, twin }: SecondLife): string[] {
  const name = (event: Bought): string => `${event.time} ${event.amount} ${event.margin}`;
  const ofTwin = bought(twin, "kept").map(name);
  const ofWorld = bought(world, "kept", "forgone", "lost").map(name);
  return [...ofTwin.filter((one) => !ofWorld.includes(one)), ...ofWorld.filter((one) => !ofTwin.includes(one))];
}

/** The trial balance of every month and cause that is out of balance: none. */
export function unbalanced(events: readonly SecondEvent[]): string[] {
  const wrong: string[] = [];
  const opening = new Map<PointCause, number>();
  let flows = new Map<PointCause, number>();
  const flow = (cause: PointCause, points: number): void => {
    flows.set(cause, (flows.get(cause) ?? 0) + points);
  };
  for (const event of events) {
    if (event.kind === "issue") flow(event.cause, event.points);
    if (event.kind === "redeem") for (const cause of POINT_CAUSES) flow(cause, -event.pointsByCause[cause]);
    if (isLotEnd(event)) for (const cause of POINT_CAUSES) flow(cause, -event.byCause[cause]);
    if (event.kind !== "close") continue;
    for (const cause of POINT_CAUSES) {
      const computed = (opening.get(cause) ?? 0) + (flows.get(cause) ?? 0);
      if (computed !== event.byCause[cause]) wrong.push(`month ${event.month} ${cause}: ${computed}`);
      opening.set(cause, event.byCause[cause]);
    }
    flows = new Map();
  }
  return wrong;
}

/** Events whose balance is not the one the points before them add up to, or that lies below nothing: none. */
export function misstated(events: readonly SecondEvent[]): SecondEvent[] {
  let balance = 0;
  return events.filter((event) => {
    if (event.kind === "issue") balance += event.points;
    if (event.kind === "redeem" || isLotEnd(event)) balance -= event.points;
    return event.balance !== balance || balance < 0;
  });
}

/**
 * What is wrong with the order in which points leave: a redemption passes over an earlier lot, a lot gives other than in
 * proportion, or points outlive their months. Kept by lot from issues alone.
 */
export function outOfOrder(events: readonly SecondEvent[], expiryMonths: number): string[] {
  const wrong: string[] = [];
  const lots = new Map<number, Record<PointCause, number>>();
  const holding = (lot: number): Record<PointCause, number> => {
    const empty = { kept: 0, enlarged: 0, lifted: 0, retained: 0, brought: 0, gift: 0 };
    const points = lots.get(lot) ?? empty;
    lots.set(lot, points);
    return points;
  };
  for (const event of events) {
    if (event.kind === "issue") holding(event.lot)[event.cause] += event.points;
    if (event.kind === "expire" && event.lot + expiryMonths !== event.month) {
      wrong.push(`lot ${event.lot} expires in month ${event.month}`);
    }
    if (isLotEnd(event)) {
      if (total(holding(event.lot)) !== event.points) wrong.push(`lot ${event.lot} does not end whole`);
      lots.delete(event.lot);
    }
    if (event.kind === "redeem") {
      let left = event.points;
      for (const { lot, byCause } of event.taken) {
        const held = holding(lot);
        const [gives, all] = [total(byCause), total(held)];
        const earlier = [...lots].filter(([other, points]) => other < lot && total(points) > 0);
        if (earlier.length > 0) wrong.push(`month ${event.month} passes over lot ${earlier[0][0]}`);
        if (gives !== Math.min(left, all)) wrong.push(`lot ${lot} gives ${gives} of ${all} for ${left}`);
        for (const cause of POINT_CAUSES) {
          if (Math.abs(byCause[cause] - (gives * held[cause]) / all) >= 1)
            wrong.push(`lot ${lot} is unfair to ${cause}`);
          held[cause] -= byCause[cause];
          if (held[cause] < 0) wrong.push(`lot ${lot} gives more ${cause} than it holds`);
        }
        left -= gives;
      }
      if (left !== 0) wrong.push(`the lots give ${left} too few`);
    }
    if (event.kind === "close") {
      const old = event.lots.filter(({ lot }) => lot + expiryMonths <= event.month);
      if (old.length > 0) wrong.push(`lot ${old[0].lot} outlives month ${event.month}`);
    }
  }
  return wrong;
}

/**
 * What is wrong with the tiers of a life: a move from a tier not held, down outside a review, a discount where there is no
 * member, an amount taken off larger than the basket. Kept from moves alone.
 */
export function outOfTier(events: readonly SecondEvent[]): string[] {
  const wrong: string[] = [];
  let tier = 0;
  let basket = 0;
  for (const event of events) {
    if (event.kind === "tier") {
      if (event.from !== tier || event.to === tier)
        wrong.push(`${event.time} moves from ${event.from}, holding ${tier}`);
      if (event.to < event.from && !event.atReview) wrong.push(`${event.time} falls outside a review`);
      tier = event.to;
    }
    if (event.kind === "purchase") {
      basket = event.amount;
      if (event.tier !== null && event.tier !== tier)
        wrong.push(`${event.time} buys in ${event.tier}, holding ${tier}`);
    }
    if (event.kind === "discount" && (event.tier !== tier || event.amount > basket)) {
      wrong.push(`${event.time} takes ${event.amount} off ${basket}`);
    }
    if (event.kind === "close" && event.member && event.tier !== tier)
      wrong.push(`month ${event.month} closes in ${event.tier}`);
  }
  return wrong;
}
