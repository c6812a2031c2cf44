import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secondEngineForAll } from "../../second/engine.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { arbitraryScenario } from "../../support/generate.ts";

describe("generated scenarios", () => {
  const scenarios = fc.sample(arbitraryScenario({ mostMonths: 24, mostCustomers: 8 }), { seed: 3, numRuns: 250 });
  const programs = scenarios.flatMap(({ program }) => (program === null ? [] : [program]));
  const points = programs.flatMap((program) => (program.kind === "points" ? [program] : []));
  const cards = programs.flatMap((program) => (program.kind === "stampCard" ? [program] : []));
  const tiers = points.flatMap((program) => program.tiers ?? []);
  const bases = scenarios.map(({ customerBase }) => customerBase);
  const types = bases.flatMap(({ loyaltyTypes }) => loyaltyTypes ?? []);

  it("reach the edges of their fields", () => {
    expect(programs.length).toBeLessThan(scenarios.length);
    expect(scenarios.some(({ horizon }) => horizon.months === 1)).toBe(true);
    expect(new Set(scenarios.map(({ horizon }) => horizon.start.slice(5))).size).toBe(12);
    expect(new Set(scenarios.map(({ currency }) => currency.decimals))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(programs.map(({ expiry }) => expiry.kind))).toEqual(new Set(["never", "rolling"]));
    expect(programs.some(({ launchMonth }) => launchMonth > 0)).toBe(true);
    expect(new Set(programs.map(({ enrolment }) => Math.sign(enrolment.selection)))).toEqual(new Set([-1, 0, 1]));
    for (const borrowed of [0, 1]) expect(programs.some(({ response }) => response.borrowed === borrowed)).toBe(true);
  });

  it("have customer bases of every kind", () => {
    const kinds = (list: readonly { readonly kind: string }[]): Set<string> => new Set(list.map(({ kind }) => kind));
    expect(kinds(bases.map(({ attrition }) => attrition))).toEqual(new Set(["afterPurchase", "overTime", "atRenewal"]));
    expect(kinds(bases.map(({ spend }) => spend))).toEqual(new Set(["gammaGamma", "lognormal"]));
    expect(bases.some(({ season }) => season.includes(0))).toBe(true);
    expect(new Set(bases.map(({ growth }) => Math.sign(growth.purchaseRate)))).toEqual(new Set([-1, 0, 1]));
    expect(new Set(bases.map(({ acquisition }) => typeof acquisition.perMonth))).toEqual(new Set(["number", "object"]));
    const listed = types.map(({ mix }) => Object.values(mix).filter((weight) => weight > 0).length);
    for (const count of [1, 2, 9]) expect(listed).toContain(count);
    for (const { season } of bases) expect(season.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 9);
  });

  it("have programs of every kind", () => {
    expect(new Set(points.map(({ earn }) => earn.rounding))).toEqual(new Set(["floor", "nearest", "ceil"]));
    expect(new Set(points.map(({ rewards }) => rewards.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(points.some(({ rewards }) => rewards.some(({ aim }) => aim === 0))).toBe(true);
    expect(points.every(({ rewards }) => rewards.some(({ aim }) => aim > 0))).toBe(true);
    expect(points.some((program) => program.tiers === null)).toBe(true);
    expect(new Set(tiers.map(({ basis, upgrade }) => `${basis} ${upgrade}`)).size).toBe(4);
    expect(new Set(tiers.map(({ levels }) => levels.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(tiers.some(({ levels }) => levels.some(({ earnMultiplier }) => earnMultiplier === 0))).toBe(true);
    expect(tiers.some(({ levels }) => levels.some(({ discount }) => discount === 0.9))).toBe(true);
    for (const { levels } of tiers) {
      for (const [at, { from }] of levels.entries())
        expect(at === 0 ? from === 0 : from > levels[at - 1].from).toBe(true);
    }
    expect(cards.some(({ card }) => card.headStart > 0)).toBe(true);
    expect(cards.every(({ card }) => card.headStart < card.stamps)).toBe(true);
    expect(cards.some(({ card }) => card.minimumSpend > 0)).toBe(true);
  });

  it("make everything happen that can", () => {
    const seen = new Set<string>();
    for (const scenario of scenarios) {
      for (const { world } of secondEngineForAll(scenario, { seed: "coverage", replicate: 0 })) {
        for (const event of world) {
          seen.add(event.kind);
          if (event.kind === "purchase") seen.add(event.cause);
          if (event.kind === "issue") seen.add(`issue ${event.cause}`);
          if (event.kind === "decision" && event.clipped) seen.add("clipped");
          if (event.kind === "tier") seen.add(event.to > event.from ? "up" : "down");
          if (event.kind === "redeem" && event.taken.length > 1) seen.add("redeem from several lots");
          if (event.kind === "redeem" && event.pointsByCause.retained > 0) seen.add("redeem retained");
          if (event.kind === "expire" && event.byCause.lifted > 0) seen.add("expire lifted");
        }
      }
    }
    expect([...seen].sort()).toEqual(
      [
        ["join", "purchase", "enrol", "issue", "redeem", "expire", "leave", "close"],
        ["decision", "discount", "tier", "up", "down", "forfeit", "forgone"],
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
    const { program } = scenario;
    expect(program?.kind === "points" && program.rewards[0]).toMatchObject({ points: 7, faceValue: 10, aim: 1 });
    expect(scenario.program?.response).toMatchObject({ goalGradient: 1, rewardedBehaviour: 0 });
    expect(completeScenario({}).program).toBeNull();
  });
});
