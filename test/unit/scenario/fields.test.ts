import { describe, expect, it } from "vitest";
import { explainScenario } from "#tenure/scenario/explain.js";
import type { Field } from "#tenure/scenario/field.js";
import { domainOf, FIELD_PATHS, FIELDS, keysUnder, kindsAt, kindsOf, requiredUnder } from "#tenure/scenario/fields.js";
import { isHistory } from "#tenure/scenario/history.js";
import { scenario } from "#tenure/scenario/override.js";
import { isRange } from "#tenure/scenario/range.js";
import { good } from "./memory.ts";
import { BASELINE, CARD, GOLD, LINKED, STARS } from "./samples.ts";

const fields: [string, Field][] = FIELD_PATHS.map((path) => [path, FIELDS[path]]);

/** Paths of the leaves of a scenario, list entries as []. */
function leaves(value: unknown, path = ""): string[] {
  if (path === "program.expiry" || isHistory(value) || isRange(value) || typeof value !== "object" || value === null)
    return [path];
  if (path.startsWith("correlations[].") || (Array.isArray(value) && value.every((item) => typeof item === "number"))) {
    return [path];
  }
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => leaves(item, `${path}[]`)))];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === "" ? key : `${path}.${key}`));
}

/** Maps there are none of. */
const NULL = ["customerBase.history", "customerBase.loyaltyTypes", "program", "program.tiers", "correlations"];

describe("the table of fields", () => {
  it.each(fields)("%s has a description and a source", (_, field) => {
    expect(field.description).toMatch(/^[A-Za-z].*\.$/);
    expect(field.source).toMatch(/\b(19|20)\d\d\b|^assumption: |^convention|^no default: /);
    expect(field.source.startsWith("no default"), "a field without default says so").toBe(field.default === null);
  });

  it("holds every leaf of every kind of scenario, in the order of a scenario, and no other", async () => {
    const found = new Set<string>();
    for (const text of [STARS, GOLD, CARD, LINKED]) {
      const { scenario: complete } = await good(text);
      const isNone = (path: string): boolean =>
        NULL.includes(path) && (path !== "customerBase.history" || !isHistory(complete.customerBase.history));
      const own = leaves(complete).filter((path) => !isNone(path));
      const known = new Set<string>(own);
      expect(own).toEqual(FIELD_PATHS.filter((path) => known.has(path)));
      for (const path of own) found.add(path);
    }
    expect([...found].sort()).toEqual([...FIELD_PATHS].sort());
  });

  it("fills every default in, by the same reader as a value of a file", async () => {
    for (const text of [STARS, GOLD, CARD, LINKED]) {
      const byDefault = explainScenario(await good(text)).filter((row) => row.origin === "default");
      expect(byDefault.length).toBeGreaterThan(10);
      for (const row of byDefault) {
        const field: Field = FIELDS[row.path.replace(/\d+/, "") as keyof typeof FIELDS];
        const names: Readonly<Record<string, number>> = field.type.kind === "quantity" ? field.type.names : {};
        const plain = names[String(field.default)] ?? field.default;
        const stated = Array.isArray(plain) ? `[${plain.join(", ")}]` : String(plain);
        expect(row.value.replace(/ \(.*\)$/, ""), row.path).toBe(stated === "null" ? "none" : stated);
      }
    }
  });

  it("has defaults that meet the anchors they are solved for", () => {
    const half = FIELDS["program.response.halfWorth"].default;
    const worth = (share: number): number => share / (share + half);
    expect(FIELDS["program.response.goalGradient"].default * worth(0.1)).toBeCloseTo(0.25, 2);
    // Half of the pull at the goal, on average along the way; what is borrowed from later purchases is no gain.
    const kept = 1 - FIELDS["program.response.borrowed"].default;
    expect((FIELDS["program.response.goalGradient"].default * worth(0.01) * kept) / 2).toBeCloseTo(0.0174, 3);
    expect(FIELDS["program.response.tierChase"].default * worth(0.1)).toBeCloseTo(0.06, 3);
    expect(FIELDS["program.response.rewardedBehaviour"].default * worth(0.1)).toBeCloseTo(0.06, 3);
  });

  it("knows the keys of a map, and which are required", () => {
    expect(keysUnder("program.rewards[3]")).toEqual(["name", "points", "faceValue", "unitCost", "replaces", "aim"]);
    expect(requiredUnder("program")).toEqual(["kind", "enrolment"]);
    expect(requiredUnder("program", "points")).toEqual(["kind", "enrolment", "earn", "rewards"]);
    expect(requiredUnder("program", "stampCard")).toEqual(["kind", "enrolment", "card", "reward"]);
    expect(requiredUnder("program.tiers")).toEqual(["basis", "levels"]);
    expect(requiredUnder("program.earn")).toEqual(["pointsPerUnit"]);
    expect(requiredUnder("customerBase.loyaltyTypes")).toEqual([]);
    expect(keysUnder("customerBase.attrition", "overTime")).toEqual(["kind", "shape", "rate"]);
    expect(kindsAt("customerBase.spend")).toEqual(["gammaGamma", "lognormal"]);
    expect(kindsAt("customerBase")).toEqual([]);
    expect(kindsOf("customerBase.attrition", "a")).toEqual(["afterPurchase", "atRenewal"]);
    expect(kindsOf("program", "launchMonth")).toEqual([]);
    expect(requiredUnder("customerBase")).toEqual(["size", "timeUnit", "purchaseRate", "attrition", "spend"]);
    expect(domainOf("program.rewards[0].replaces")).toEqual({ min: 0, max: 1, minIncluded: true, decimals: null });
    expect(domainOf("program.rewards[0].name")).toBeNull();
    expect(domainOf("constructor")).toBeNull();
  });
});

describe("a complete scenario", () => {
  it("has no program when none is stated, and is frozen through and through", async () => {
    const { scenario: complete } = await good(BASELINE);
    expect(complete.program).toBeNull();
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      Object.values(value).forEach(check);
    };
    check((await good(STARS)).scenario);
  });

  it("is the same from YAML, from JSON and from code", async () => {
    const { scenario: yaml } = await good(BASELINE);
    const input = {
      schema: 1 as const,
      name: "Baseline",
      about: "Published parameters",
      horizon: { start: "1997-01", months: 24 },
      customerBase: {
        size: 2357,
        timeUnit: "week" as const,
        purchaseRate: { shape: 0.243, rate: 4.414 },
        attrition: { kind: "afterPurchase" as const, a: 0.793, b: 2.426 },
        spend: { kind: "gammaGamma" as const, p: 6.25, q: 3.74, v: 15.44 },
      },
      economics: { grossMargin: "0.3 to 0.5" },
    };
    expect((await good(JSON.stringify(input, null, "\t"))).scenario).toEqual(yaml);
    expect(scenario(input)).toEqual(yaml);
  });

  it("takes the bounds of every number and nothing beyond", async () => {
    const bases = await Promise.all([STARS, GOLD, CARD, LINKED].map(async (text) => (await good(text)).scenario));
    for (const [path, { type }] of fields) {
      if (type.kind !== "quantity" && type.kind !== "whole" && type.kind !== "exact") continue;
      const base = bases.find((candidate) => holderOf(candidate, path)?.[lastKey(path)] !== undefined);
      const { min, max, minIncluded } = type.domain;
      const complains = (value: number): boolean => {
        try {
          scenario(withValue(base, path, value) as never);
          return false;
        } catch (error) {
          return String(error).includes(
            `${path.replace("[]", "[0]")}: expected ${type.kind === "whole" ? "a whole" : ""}`,
          );
        }
      };
      expect(complains(min), `${path} at ${min}`).toBe(!minIncluded);
      expect(complains(min - 1), `${path} below ${min}`).toBe(true);
      if (!BOUND_ELSEWHERE.includes(path)) expect(complains(max), `${path} at ${max}`).toBe(false);
      expect(complains(max + 1), `${path} above ${max}`).toBe(true);
    }
  });
});

/** Fields whose largest value other fields bound. */
const BOUND_ELSEWHERE = ["program.launchMonth", "program.tiers.levels[].from"];

function withValue(base: unknown, path: string, value: number): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(base));
  const holder = holderOf(copy, path);
  if (holder !== undefined) holder[lastKey(path)] = value;
  return copy;
}

/** The map that holds a field; undefined where there is none. */
function holderOf(base: unknown, path: string): Record<string, unknown> | undefined {
  const keys = path.replace("[]", ".0").split(".").slice(0, -1);
  return keys.reduce((here: unknown, key) => (here as Record<string, unknown> | undefined)?.[key], base) as
    | Record<string, unknown>
    | undefined;
}

function lastKey(path: string): string {
  return path.split(".").at(-1) ?? path;
}
