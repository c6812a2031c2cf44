import { describe, expect, it } from "vitest";
import type { SecondEvent } from "../../second/events.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { stated, statedFacts } from "../../support/stated.ts";
import { misstated, outOfOrder, outOfTier, unaccounted, unbalanced } from "./identities.ts";

const scenario = completeScenario({
  horizon: { start: "2024-01", months: 4 },
  program: {
    earn: { signUpPoints: 5 },
    expiry: { kind: "rolling", months: 1 },
    rewards: [{ points: 12 }],
    tiers: { levels: [{}, { from: 5, discount: 0.1 }] },
  },
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
    expect(life.world.map(({ kind }) => kind)).toContain("discount");
    expect(outOfTier(life.world)).toEqual([]);
  });

  it("moves from a tier not held, falls outside a review, discounts above the basket", () => {
    expect(outOfTier(tampered("tier", (one) => ({ ...one, from: 2 })))).not.toEqual([]);
    expect(outOfTier(tampered("tier", (one) => ({ ...one, from: 0, to: -1 })))).not.toEqual([]);
    expect(outOfTier(tampered("discount", (one) => ({ ...one, amount: 901 })))).not.toEqual([]);
    expect(outOfTier(tampered("purchase", (one) => ({ ...one, tier: 1 })))).not.toEqual([]);
    expect(outOfTier(tampered("close", (one) => ({ ...one, tier: 0 })))).not.toEqual([]);
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
