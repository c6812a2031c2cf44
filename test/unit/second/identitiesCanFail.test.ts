import { describe, expect, it } from "vitest";
import type { SecondEvent } from "../../second/events.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { misstated, outOfOrder, unaccounted, unbalanced } from "./identities.ts";
import { stated, statedFacts } from "./stated.ts";

const scenario = completeScenario({
  horizon: { start: "2024-01", months: 4 },
  program: { earn: { signUpPoints: 5 }, expiry: { kind: "rolling", months: 1 }, rewards: [{ points: 12 }] },
});
const lives = stated(scenario, {
  firstBasket: 600,
  occasions: [{ time: 35, height: 0.5, basket: 900, redeemWord: 0xffffffff }],
});
const life = { facts: statedFacts(scenario), ...lives };

/** The life with events of one kind changed. */
function tampered<Kind extends SecondEvent["kind"]>(
  kind: Kind,
  change: (event: Extract<SecondEvent, { kind: Kind }>) => SecondEvent,
): SecondEvent[] {
  const isKind = (event: SecondEvent): event is Extract<SecondEvent, { kind: Kind }> => event.kind === kind;
  return life.world.map((event) => (isKind(event) ? change(event) : event));
}

describe("the identities notice", () => {
  it("nothing in an honest life", () => {
    expect(life.world.map(({ kind }) => kind)).toContain("redeem");
    expect(life.world.map(({ kind }) => kind)).toContain("expire");
    expect(unaccounted(life)).toEqual([]);
    expect(unbalanced(life.world)).toEqual([]);
    expect(misstated(life.world)).toEqual([]);
    expect(outOfOrder(life.world, 1)).toEqual([]);
  });

  it("a purchase of another cause, or of another basket", () => {
    expect(unaccounted({ ...life, world: tampered("purchase", (one) => ({ ...one, cause: "lifted" })) })).not.toEqual(
      [],
    );
    expect(unaccounted({ ...life, world: tampered("purchase", (one) => ({ ...one, amount: 1 })) })).not.toEqual([]);
  });

  it("points under a wrong cause, and a wrong balance", () => {
    expect(unbalanced(tampered("issue", (one) => ({ ...one, cause: "lifted" })))).not.toEqual([]);
    expect(unbalanced(tampered("expire", (one) => ({ ...one, byCause: { ...one.byCause, gift: 99 } })))).not.toEqual(
      [],
    );
    expect(misstated(tampered("close", (one) => ({ ...one, balance: one.balance + 1 })))).not.toEqual([]);
  });

  it("lots out of order, and points that live too long or too short", () => {
    expect(
      outOfOrder(
        tampered("redeem", (one) => ({ ...one, taken: one.taken.toReversed() })),
        1,
      ),
    ).not.toEqual([]);
    expect(
      outOfOrder(
        tampered("redeem", (one) => ({ ...one, taken: [] })),
        1,
      ),
    ).not.toEqual([]);
    expect(outOfOrder(life.world, 2)).not.toEqual([]);
    expect(outOfOrder(life.world, 0)).not.toEqual([]);
  });
});
