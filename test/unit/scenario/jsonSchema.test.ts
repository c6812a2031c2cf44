import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FIELD_PATHS, FIELDS } from "#tenure/scenario/fields.js";
import { scenarioJsonSchema } from "#tenure/scenario/jsonSchema.js";
import type { JsonSchema } from "#tenure/scenario/leafSchema.js";
import { MAP_DESCRIPTIONS } from "#tenure/scenario/mapDescriptions.js";
import { type Edit, edited, sampleIndex, wholeSample } from "./edits.ts";
import { loadText } from "./memory.ts";
import { BASELINE, CARD, GOLD, LINKED, STARS } from "./samples.ts";

const schema = scenarioJsonSchema();
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  schema,
);

/** Where an editor would underline a text: paths of the values, or of the maps that lack something. */
function underlined(text: string): string[] {
  validate(parse(text));
  const places = (validate.errors ?? []).flatMap(({ instancePath, keyword }) =>
    ["if", "anyOf"].includes(keyword) ? [] : [instancePath],
  );
  return [...new Set(places)];
}

/** Every schema of a property, with its path. */
function properties(of: JsonSchema, path = ""): [string, JsonSchema][] {
  const inside = [of, of.items, ...(Array.isArray(of.anyOf) ? of.anyOf : [])] as (JsonSchema | undefined)[];
  return inside.flatMap((part) =>
    Object.entries((part?.properties ?? {}) as Record<string, JsonSchema>).flatMap(([key, own]) => {
      const at = path === "" ? key : `${path}.${key}`;
      return [[at, own] as [string, JsonSchema], ...properties(own, at)];
    }),
  );
}

const ROOT = fileURLToPath(new URL("../../../scenarios", import.meta.url));
const shipped = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((name) => /\.(ya?ml|json)$/.test(name));

describe("the JSON Schema of scenario files", () => {
  it.each(shipped)("takes %s", (name) => {
    expect(underlined(readFileSync(join(ROOT, name), "utf8"))).toEqual([]);
  });

  it.each([
    ["baseline", BASELINE],
    ["stars", STARS],
    ["gold", GOLD],
    ["card", CARD],
    ["linked", LINKED],
  ])("takes the sample %s", (_, text) => {
    expect(underlined(text)).toEqual([]);
  });

  it("tells of every key what it means, and of every field its unit, default and its source", () => {
    const all = new Map(properties(schema));
    for (const [path, { title, description }] of all) {
      expect(title, path).toBeTypeOf("string");
      expect(description, path).toMatch(/^[A-Z`a].*\.$/);
    }
    for (const path of FIELD_PATHS) {
      const field = FIELDS[path];
      const own = all.get(path.replaceAll("[]", ""));
      expect(own?.default, path).toEqual(field.default ?? undefined);
      expect(own?.description, path).toContain(field.description);
      if (field.unit !== "") expect(own?.description, path).toContain(`Unit: ${field.unit}.`);
      const source = field.source.slice(1);
      expect(own?.description, path).toContain(`${source}.`);
    }
    const maps = [...all].filter(([path]) => !FIELD_PATHS.some((field) => field.replaceAll("[]", "") === path));
    const known = [...Object.keys(MAP_DESCRIPTIONS), "extends", "program.expiry.rolling"];
    expect(maps.map(([path]) => path).sort()).toEqual(known.sort());
  });

  it("offers examples that it and the reader take", async () => {
    const samples = [BASELINE, STARS, GOLD, CARD, LINKED].map((text): unknown => parse(text));
    let tried = 0;
    for (const [path, { examples = [] }] of properties(schema)) {
      for (const example of examples as unknown[]) {
        const documents = samples
          .filter((sample) => holder(sample, path) !== null)
          .map((sample) => put(sample, path, example));
        if (path === "extends" || documents.length === 0) continue;
        tried++;
        const taken = await Promise.all(
          documents.map(async (document) => validate(document) && (await isRead(document, path))),
        );
        expect(taken, `${path}: ${JSON.stringify(example)}`).toContain(true);
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it.each([
    ["no schema", BASELINE.replace("schema: 1\n", ""), [""]],
    ["another version", BASELINE.replace("schema: 1", "schema: 2"), ["/schema"]],
    ["no name, though it extends", STARS.replace("name: Stars\n", ""), [""]],
    ["an unknown key", STARS.replace("pointsPerUnit", "pointsPerUnti"), ["/program/earn"]],
    ["a missing map", BASELINE.replace(/economics:[\s\S]*/, ""), [""]],
    ["a missing leaf", BASELINE.replace("size: 2357\n  ", ""), ["/customerBase"]],
    ["a null where there is no default", BASELINE.replace("size: 2357", "size: null"), ["/customerBase/size"]],
    ["a number out of bounds", BASELINE.replace("size: 2357", "size: 0"), ["/customerBase/size"]],
    ["a broken whole", BASELINE.replace("size: 2357", "size: 1.5"), ["/customerBase/size"]],
    ["a range where none is taken", BASELINE.replace("size: 2357", "size: 1 to 5"), ["/customerBase/size"]],
    ["a malformed range", BASELINE.replace("0.3 to 0.5", "0.3 - 0.5"), ["/economics/grossMargin"]],
    ["a percentage", BASELINE.replace("0.3 to 0.5", "45%"), ["/economics/grossMargin"]],
    ["an impossible month", BASELINE.replace("1997-01", "1997-13"), ["/horizon/start"]],
    ["an unknown choice", BASELINE.replace("week", "weeks"), ["/customerBase/timeUnit"]],
    ["an unknown kind", GOLD.replace("kind: overTime", "kind: later"), ["/customerBase/attrition/kind"]],
    ["a key of another kind", GOLD.replace("rate: 12", "rate: 12, a: 1"), ["/customerBase/attrition/a"]],
    ["a map of another kind", CARD.replace("card:", "earn: {}\n  card:"), ["/program/earn"]],
    ["half a kind", BASELINE.replace("a: 0.793, ", ""), ["/customerBase/attrition"]],
    ["a season of eleven", GOLD.replace("[0.8, 0.8,", "[0.8,"), ["/customerBase/season"]],
    ["a type that is none", GOLD.replace("price: 0.3", "prize: 0.3"), ["/customerBase/loyaltyTypes/mix"]],
    ["one tier", GOLD.replace(/levels:[\s\S]*/, "levels: [{ name: A, from: 0 }]"), ["/program/tiers/levels"]],
    ["a tier without a threshold", GOLD.replace(", from: 200", ""), ["/program/tiers/levels/1"]],
    ["a reward without a price", STARS.replace("points: 100, ", ""), ["/program/rewards/0"]],
    ["an unknown shorthand", STARS.replace("kind: points", "kind: points\n  response: on"), ["/program/response"]],
    [
      "a rolling expiry of nothing",
      STARS.replace("rolling: 6", "rolling: 0"),
      ["/program/expiry", "/program/expiry/rolling"],
    ],
  ])("underlines %s", (_, text, places) => {
    expect(underlined(text)).toEqual(places);
  });

  it("asks all of a program only where nothing can be inherited", () => {
    const alone = `${BASELINE}program: { kind: points }\n`;
    expect(underlined(alone)).toEqual(["/program"]);
    expect(underlined("schema: 1\nname: X\nextends: alone.yaml\nprogram: { earn: { signUpPoints: 5 } }")).toEqual([]);
  });

  it("takes whatever the reader takes", async () => {
    const value = fc.constantFrom<unknown>(
      null,
      0,
      1,
      0.5,
      3,
      20,
      "never",
      "0.4 to 0.5",
      " choice( .1, 2 )",
      "none",
      [],
      {},
    );
    const how = fc.constantFrom<Edit["how"]>("delete", "replace", "replace");
    const changes = fc.array(fc.record({ at: fc.nat({ max: 400 }), how, value }), { minLength: 1, maxLength: 2 });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(sampleIndex, changes, async (index, list) => {
        const document: unknown = JSON.parse(JSON.stringify(list.reduce(edited, wholeSample(index))));
        const loaded = await loadText({ "it.yaml": JSON.stringify(document) }, "it.yaml");
        if (!("scenario" in loaded)) return;
        taken++;
        expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 600, seed: 6 },
    );
    expect(taken).toBeGreaterThan(60);
  });
});

/** Whether the reader has nothing to say against a path. */
async function isRead(document: unknown, path: string): Promise<boolean> {
  const histories = "x,tx,T,customers\n0,0,9,2357\n";
  const files = { "baseline.yaml": BASELINE, "customers.csv": histories, "it.yaml": JSON.stringify(document) };
  const loaded = await loadText(files, "it.yaml");
  return "scenario" in loaded || loaded.every((issue) => issue.path.replaceAll(/\[\d+\]/g, "") !== path);
}

function put(sample: unknown, path: string, value: unknown): unknown {
  const document = structuredClone(sample);
  const map = holder(document, path);
  if (map !== null) map[path.split(".").at(-1) ?? path] = value;
  return document;
}

/** The map a property belongs to, in the second entry of a list, or the only one. */
function holder(document: unknown, path: string): Record<string, unknown> | null {
  let here: unknown = document;
  for (const step of path.split(".").slice(0, -1)) {
    here = (here as Record<string, unknown>)[step];
    if (Array.isArray(here)) here = here[Math.min(1, here.length - 1)];
    if (typeof here !== "object" || here === null) return null;
  }
  return here as Record<string, unknown>;
}
