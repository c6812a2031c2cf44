import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Difference, diffScenarios } from "#tenure/scenario/diff.js";
import { override } from "#tenure/scenario/override.js";
import { good, loadText } from "./memory.ts";
import { BASELINE, CARD, GOLD, STARS } from "./samples.ts";

async function over(sample: string, text: string): ReturnType<typeof good> {
  const files = { "baseline.yaml": BASELINE, "sample.yaml": sample };
  const own = `schema: 1\nname: It\nextends: sample.yaml\n${text}`;
  const loaded = await loadText({ ...files, "it.yaml": own }, "it.yaml");
  if (!("scenario" in loaded)) throw new Error(JSON.stringify(loaded));
  return loaded;
}

const brief = (rows: readonly Difference[]) =>
  rows.map(({ path, a, b }) => [path, a && `${a.value} ${a.origin}`, b && `${b.value} ${b.origin}`]);

describe("what differs between two scenarios", () => {
  it("is nothing but what somebody changed, with who said so", async () => {
    const stars = await good(STARS);
    const other = await over(
      STARS,
      `economics: { grossMargin: 0.30 to 0.50, discountRate: 0.05 }
program:
  enrolment: { selection: moderate }
  expiry: never
  response: { goalGradient: 0 }`,
    );
    expect(brief(diffScenarios(stars, other))).toEqual([
      ["economics.discountRate", "0.1 default", "0.05 it.yaml:4"],
      ["program.enrolment.selection", "0.3 (strong) it.yaml:6", "0.1 (moderate) it.yaml:6"],
      ["program.expiry", "{ rolling: 6 } it.yaml:8", "never it.yaml:7"],
      ["program.response.goalGradient", "0.35 default", "0 it.yaml:8"],
    ]);
    const [row] = diffScenarios(stars, other);
    expect(row).toMatchObject({ unit: "per year", description: expect.stringMatching(/rate at which money later/) });
  });

  it("compares rewards and tiers by name", async () => {
    const gold = await good(GOLD);
    const other = await over(
      GOLD,
      `program:
  rewards:
    - { name: Hat, points: 900, faceValue: 50, unitCost: 20 }
    - { name: Voucher, points: 100, faceValue: 5, unitCost: 3 }
  tiers:
    levels:
      - { name: Basic, from: 0 }
      - { name: Gold, from: 500.50, earnMultiplier: 1.5, discount: 0.02 to 0.05, perkCostPerMonth: 2, perkValuePerMonth: 2 }`,
    );
    const rows = diffScenarios(gold, other);
    expect(brief(rows).filter(([path]) => !path?.match(/\[(Hat|Silver)\]/))).toEqual([
      ["program.rewards[Voucher].unitCost", "4 it.yaml:18", "3 it.yaml:7"],
      ["program.tiers.levels[Gold].perkCostPerMonth", "1 it.yaml:24", "2 it.yaml:11"],
    ]);
    expect(
      rows.filter(({ path }) => path.startsWith("program.rewards[Hat].")).map(({ a, b }) => [a, b?.value]),
    ).toEqual(["Hat", "900", "50", "20", "0", "1"].map((value) => [null, value]));
    expect(rows.filter(({ path }) => path.includes("[Silver]")).map(({ b }) => b)).toEqual(Array(6).fill(null));
    expect(rows.at(0)?.path).toBe("program.rewards[Voucher].unitCost");
  });

  it("says when common entries only stand in another order", async () => {
    const stars = await good(STARS);
    const { program } = stars.scenario;
    if (program?.kind !== "points") throw new Error("the sample has points");
    const turned = override(stars.scenario, { program: { rewards: [...program.rewards].reverse() as never } });
    expect(brief(diffScenarios(stars, turned))).toEqual([
      ["program.rewards", "Coffee, Sandwich it.yaml:9", "Sandwich, Coffee null"],
    ]);
    const [first] = program.rewards;
    const fewer = override(stars.scenario, { program: { rewards: [first] as never } });
    expect(diffScenarios(stars, fewer).every(({ path }) => path.startsWith("program.rewards[Sandwich]."))).toBe(true);
  });

  it("passes over types there are none of and channels of tiers there are none of", async () => {
    const gold = await good(GOLD);
    const mixed = await over(
      GOLD,
      "customerBase: { loyaltyTypes: { mix: { kin: 1 }, traits: { none: { spend: 3 } } } }",
    );
    expect(brief(diffScenarios(gold, mixed))).toEqual([
      ["customerBase.loyaltyTypes.mix.kin", "0 default", "1 it.yaml:4"],
    ]);
    const stars = await good(STARS);
    const chasing = await over(STARS, "program: { response: { tierChase: 1 } }");
    expect(diffScenarios(stars, chasing)).toEqual([]);
    const goldChasing = await over(GOLD, "program: { response: { tierChase: 1 } }");
    expect(diffScenarios(gold, goldChasing)).toHaveLength(1);
  });

  it("shows both sides of a changed kind, and all of a program where there was none", async () => {
    const [baseline, card] = [await good(BASELINE), await good(CARD)];
    const rows = brief(diffScenarios(baseline, card));
    expect(rows).toContainEqual(["customerBase.attrition.kind", "afterPurchase it.yaml:9", "atRenewal it.yaml:5"]);
    expect(rows).toContainEqual(["customerBase.attrition.everyMonths", null, "12 it.yaml:5"]);
    expect(rows).toContainEqual(["program.kind", null, "stampCard it.yaml:7"]);
    expect(rows).toContainEqual(["program.redemption.probability", null, "0.5 default"]);
    expect(rows.map(([path]) => path)).not.toContain("program.response.status");
    const back = diffScenarios(card, baseline);
    expect(back.map(({ path, a, b }) => [path, b && `${b.value} ${b.origin}`, a && `${a.value} ${a.origin}`])).toEqual(
      rows,
    );
  });

  it("takes scenarios built in code", async () => {
    const { scenario } = await good(STARS);
    const same = override(scenario, { name: "Renamed", about: "Otherwise the same" });
    expect(diffScenarios(scenario, same)).toEqual([]);
    const dearer = override(scenario, { program: { earn: { pointsPerUnit: "1 to 2" } } });
    expect(diffScenarios(scenario, dearer).map(({ a, b }) => [a, b])).toEqual([
      [
        { value: "2", origin: null },
        { value: "1 to 2", origin: null },
      ],
    ]);
  });

  it("finds exactly the numbers that were changed", async () => {
    const { scenario } = await good(STARS);
    const paths = ["launchMonth", "enrolment.share", "earn.signUpPoints", "redemption.probability", "costs.oneOff"];
    await fc.assert(
      fc.property(fc.subarray(paths), (chosen) => {
        const patch: Record<string, unknown> = {};
        for (const path of chosen) {
          const [map = "", key] = path.split(".");
          patch[map] = key === undefined ? 1 : { [key]: 1 };
        }
        const changed = override(scenario, { program: patch as object });
        expect(diffScenarios(scenario, changed).map(({ path }) => path)).toEqual(
          chosen.map((path) => `program.${path}`),
        );
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
