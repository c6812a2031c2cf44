import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { override } from "#tenure/scenario/override.js";
import type { ScenarioPatch } from "#tenure/scenario/patch.js";
import { good, loadText, pointsOf, thrown } from "./memory.ts";
import { BASELINE, CARD, GOLD, STARS } from "./samples.ts";

describe("override", () => {
  it("returns a new scenario and leaves the given one alone", async () => {
    const { scenario } = await good(STARS);
    const before = JSON.stringify(scenario);
    const dearer = override(scenario, { name: "Dearer", program: { earn: { pointsPerUnit: "1 to 2" }, expiry: null } });
    expect(JSON.stringify(scenario)).toBe(before);
    expect(dearer.name).toBe("Dearer");
    expect(pointsOf(dearer).earn.pointsPerUnit).toMatchObject({ form: "interval", args: [1, 2] });
    expect(dearer.program?.expiry).toEqual({ kind: "never" });
    expect(dearer.about).toBe(scenario.about);
    expect(Object.isFrozen(pointsOf(dearer).earn)).toBe(true);
  });

  it("takes parts of complete scenarios, with their ranges and expiry", async () => {
    const { scenario: stars } = await good(STARS);
    const { scenario: baseline } = await good(BASELINE);
    expect(override(baseline, { name: "Stars", about: null, program: stars.program })).toEqual(stars);
    expect(override(stars, stars)).toEqual(stars);
    expect(override(stars, {})).toEqual(stars);
    for (const text of [GOLD, CARD]) {
      const { scenario: complete } = await good(text);
      expect(override(complete, complete)).toEqual(complete);
      expect(override(baseline, { ...complete, name: complete.name })).toEqual(complete);
    }
    expect(override(stars, { program: null }).program).toBeNull();
  });

  it("starts a changed kind from that kind's defaults, and takes back what null says", async () => {
    const { scenario: gold } = await good(GOLD);
    const { scenario: card } = await good(CARD);
    const carded = override(gold, {
      customerBase: { attrition: { kind: "afterPurchase", a: 1, b: 2 }, loyaltyTypes: null, season: null },
      program: {
        kind: "stampCard",
        enrolment: { share: 0.6 },
        card: { stamps: 12, headStart: 2 },
        reward: { name: "Coffee", faceValue: 3.25, unitCost: 0.7 },
      },
    });
    expect(carded.program).toEqual(card.program);
    expect(carded.customerBase.attrition).toEqual({ kind: "afterPurchase", a: 1, b: 2 });
    expect(carded.customerBase.loyaltyTypes).toBeNull();
    expect(carded.customerBase.season).toEqual(Array(12).fill(1));
    expect(thrown(() => override(gold, { program: { kind: "stampCard" } })).map(({ path }) => path)).toEqual([
      "program.card",
      "program.enrolment",
      "program.reward",
    ]);
    const flat = override(gold, { program: { tiers: null, response: { tierChase: null } } });
    expect(flat.program).toEqual({ ...gold.program, tiers: null });
  });

  it("merges a mix and traits by type, and replaces lists", async () => {
    const { scenario: gold } = await good(GOLD);
    const changed = override(gold, {
      customerBase: {
        loyaltyTypes: { mix: { price: null, kin: "0.1 to 0.2" }, traits: { kin: { leaving: 0.3 } } },
        acquisition: { perMonth: 7 },
      },
      program: {
        kind: "points",
        tiers: {
          levels: [
            { name: "A", from: 0 },
            { name: "B", from: 9, discount: "0.01 to 0.02" },
          ],
        },
      },
    });
    expect(changed.customerBase.loyaltyTypes?.mix).toMatchObject({ price: 0, kin: { args: [0.1, 0.2] }, none: 0 });
    expect(changed.customerBase.loyaltyTypes?.traits).toMatchObject({
      price: { spend: 0.8 },
      kin: { leaving: 0.3, spend: 1 },
    });
    expect(changed.customerBase.acquisition.perMonth).toBe(7);
    expect(changed.program).toMatchObject({ tiers: { basis: "spend", levels: [{ name: "A" }, { name: "B" }] } });
  });

  it("checks like a file: several fields together, and all at once", async () => {
    const { scenario } = await good(STARS);
    const issues = thrown(() =>
      override(scenario, { horizon: { months: 6 }, program: { launchMonth: 6, enrolment: { share: 1.5 } } }),
    );
    expect(issues.map(({ path }) => path)).toEqual(["program.enrolment.share", "program.launchMonth"]);
  });

  it("refuses what no file could hold", async () => {
    const { scenario } = await good(STARS);
    const ring: Record<string, unknown> = {};
    ring.one = ring;
    ring.two = ring;
    const odd: unknown[] = [
      5,
      null,
      [],
      "text",
      ring,
      { name: new Date(0) },
      { name: () => 1 },
      { name: 1n },
      { name: Symbol("s") },
    ];
    for (const patch of odd) expect(thrown(() => override(scenario, patch as ScenarioPatch)).length).toBeGreaterThan(0);
    const polluting = JSON.parse('{"__proto__": {"name": "x"}, "constructor": 1}') as ScenarioPatch;
    expect(thrown(() => override(scenario, polluting)).map(({ path }) => path)).toEqual(["__proto__", "constructor"]);
  });

  it("equals the same change in a file that extends", async () => {
    const half = fc.constantFrom<number | string | null>(0.2, "0.1 to 0.3", null);
    const patches = fc.record(
      {
        horizon: fc.record({ months: fc.constantFrom(12, 48, null) }, { requiredKeys: [] }),
        economics: fc.record({ discountRate: half, costPerPurchase: half }, { requiredKeys: [] }),
        customerBase: fc.record(
          {
            acquisition: fc.constantFrom<unknown>(null, { perMonth: 5 }, { perMonth: [1, 2] }, { cost: "2 to 3" }),
            attrition: fc.constantFrom<unknown>(null, { a: 2 }, { kind: "overTime", shape: 1, rate: 9 }, { shape: 1 }),
            season: fc.constantFrom<unknown>(null, [1], [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
            loyaltyTypes: fc.constantFrom<unknown>(null, {}, { mix: { kin: 1 } }, { noise: 2 }),
            size: fc.nat({ max: 5 }),
          },
          { requiredKeys: [] },
        ),
        program: fc.oneof(
          fc.constant(null),
          fc.record(
            {
              kind: fc.constantFrom("points", "stamps", "stampCard", null),
              card: fc.constantFrom<unknown>(null, { stamps: 8 }),
              tiers: fc.constantFrom<unknown>(
                null,
                { basis: "spend" },
                {
                  basis: "points",
                  levels: [
                    { name: "A", from: 0 },
                    { name: "B", from: 9 },
                  ],
                },
              ),
              enrolment: fc.record(
                { share: half, selection: fc.constantFrom("none", "weak", null) },
                { requiredKeys: [] },
              ),
              expiry: fc.constantFrom("never", { rolling: 2 }, { rolling: null }, null),
              response: fc.constantFrom<unknown>("off", "on", null, { goalGradient: 0.3 }, { halfWorth: null }),
              rewards: fc.constantFrom([], [{ name: "Tea", points: 5, faceValue: 1, unitCost: 0.5 }]),
              costs: fc.constantFrom(null, { oneOff: 100 }),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const { scenario } = await good(STARS);
    const files = { "baseline.yaml": BASELINE, "stars.yaml": STARS };
    let right = 0;
    await fc.assert(
      fc.asyncProperty(patches, async (patch) => {
        const own = { schema: 1, name: "It", about: null };
        const text = JSON.stringify({ ...own, extends: "stars.yaml", ...patch });
        const loaded = await loadText({ ...files, "it.yaml": text }, "it.yaml");
        const patched = (): unknown => override(scenario, { ...own, ...patch } as ScenarioPatch);
        if ("scenario" in loaded) {
          right++;
          expect(patched()).toEqual(loaded.scenario);
        } else {
          const words = (issues: readonly object[]) =>
            new Set(issues.map((issue) => JSON.stringify({ ...issue, file: 0, line: 0, column: 0 })));
          expect(words(thrown(patched))).toEqual(words(loaded));
        }
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(right).toBeGreaterThan(20);
  });
});
