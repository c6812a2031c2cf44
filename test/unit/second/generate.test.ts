import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secondEngineForAll } from "../../second/engine.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { arbitraryScenario } from "../../support/generate.ts";

describe("generated scenarios", () => {
  const scenarios = fc.sample(arbitraryScenario({ mostMonths: 24, mostCustomers: 8 }), { seed: 3, numRuns: 250 });
  const programs = scenarios.flatMap(({ program }) => (program === null ? [] : [program]));

  it("reach the edges of their fields", () => {
    expect(programs.length).toBeLessThan(scenarios.length);
    expect(scenarios.some(({ horizon }) => horizon.months === 1)).toBe(true);
    expect(new Set(scenarios.map(({ currency }) => currency.decimals))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(programs.map(({ earn }) => earn.rounding))).toEqual(new Set(["floor", "nearest", "ceil"]));
    expect(new Set(programs.map(({ expiry }) => expiry.kind))).toEqual(new Set(["never", "rolling"]));
    expect(new Set(programs.map(({ rewards }) => rewards.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(programs.some(({ rewards }) => rewards.some(({ aim }) => aim === 0))).toBe(true);
    expect(programs.every(({ rewards }) => rewards.some(({ aim }) => aim > 0))).toBe(true);
    expect(programs.some(({ launchMonth }) => launchMonth > 0)).toBe(true);
    expect(new Set(programs.map(({ enrolment }) => Math.sign(enrolment.selection)))).toEqual(new Set([-1, 0, 1]));
  });

  it("make everything happen that can", () => {
    const seen = new Set<string>();
    for (const scenario of scenarios) {
      for (const { world } of secondEngineForAll(scenario, { seed: "coverage", replicate: 0 })) {
        for (const event of world) {
          seen.add(event.kind);
          if (event.kind === "purchase") seen.add(event.cause);
          if (event.kind === "purchase" && event.multiplier === 16) seen.add("clipped");
          if (event.kind === "issue") seen.add(`issue ${event.cause}`);
          if (event.kind === "redeem" && event.taken.length > 1) seen.add("redeem from several lots");
          if (event.kind === "redeem" && event.pointsByCause.retained > 0) seen.add("redeem retained");
          if (event.kind === "expire" && event.byCause.lifted > 0) seen.add("expire lifted");
        }
      }
    }
    expect([...seen].sort()).toEqual(
      [
        ["join", "purchase", "enrol", "issue", "redeem", "expire", "leave", "close"],
        ["kept", "lifted", "retained", "clipped"],
        ["issue kept", "issue lifted", "issue retained", "issue gift"],
        ["redeem from several lots", "redeem retained", "expire lifted"],
      ]
        .flat()
        .sort(),
    );
  });
});

describe("a completed scenario", () => {
  it("states what was said, and defaults for the rest", () => {
    const scenario = completeScenario({
      horizon: { months: 3 },
      customerBase: { spend: { v: 1 } },
      program: { rewards: [{ points: 7 }], response: { goalGradient: 1 } },
    });
    expect(scenario.horizon).toEqual({ start: "1997-01", months: 3 });
    expect(scenario.customerBase.spend).toEqual({ kind: "gammaGamma", p: 6.25, q: 3.74, v: 1 });
    expect(scenario.program?.rewards[0]).toMatchObject({ points: 7, faceValue: 10, aim: 1 });
    expect(scenario.program?.response).toMatchObject({ goalGradient: 1, rewardedBehaviour: 0 });
    expect(completeScenario({}).program).toBeNull();
  });
});
