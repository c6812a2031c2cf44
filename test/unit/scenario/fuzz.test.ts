import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "#tenure/basics/issues.js";
import { scenario } from "#tenure/scenario/override.js";
import { edited, edits, SAMPLES, sampleIndex, wholeSample } from "./edits.ts";
import { loadText } from "./memory.ts";
import { BASELINE } from "./samples.ts";

const RUNS = 600;

/** Every number inside a result is one. */
function hasNaN(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasNaN);
}

/** Loads a text that may be anything: a scenario without NaN, or issues that say something. */
async function survives(text: string): Promise<void> {
  const loaded = await loadText({ "baseline.yaml": BASELINE, "it.yaml": text }, "it.yaml");
  if ("scenario" in loaded) expect(hasNaN(loaded.scenario)).toBe(false);
  else {
    expect(loaded.length).toBeGreaterThan(0);
    for (const issue of loaded) for (const word of [issue.expected, issue.got, issue.cure]) expect(word).not.toBe("");
  }
}

describe("any input", () => {
  it("ends in a scenario or in issues, whatever is done to a valid file", async () => {
    await fc.assert(
      fc.asyncProperty(sampleIndex, edits, async (index, changes) =>
        survives(JSON.stringify(changes.reduce(edited, wholeSample(index)))),
      ),
      { numRuns: RUNS, seed: 2 },
    );
  });

  it("ends so in code, with values that no file can hold", () => {
    fc.assert(
      fc.property(
        sampleIndex,
        edits,
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (at, changes, thing) => {
          const input = changes
            .map((change, index) => (index === 0 ? { ...change, value: thing } : change))
            .reduce(edited, wholeSample(at));
          try {
            expect(hasNaN(scenario(input as never))).toBe(false);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it("ends so when the text itself is cut, doubled or strewn with signs", async () => {
    const spliced = fc.record({
      from: fc.nat({ max: Math.max(...SAMPLES.map((text) => text.length)) }),
      length: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.string(),
        fc.constantFrom(
          "&a",
          "*a",
          "{",
          "[",
          "- ",
          ": ",
          "\t",
          "|",
          ">-",
          "%YAML 1.1\n---\n",
          "---",
          "!!binary ",
          "<<: ",
          "? ",
          "#",
          "\u0000",
          "\ufeff",
          "\r",
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(sampleIndex, fc.array(spliced, { minLength: 1, maxLength: 3 }), async (index, splices) =>
        survives(
          splices.reduce(
            (text, { from, length, put }) => text.slice(0, from) + put + text.slice(from + length),
            SAMPLES[index] ?? "",
          ),
        ),
      ),
      { numRuns: RUNS, seed: 4 },
    );
  });

  it("ends so on random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => survives(new TextDecoder().decode(bytes))),
      { numRuns: RUNS, seed: 5 },
    );
  });

  it.each([
    ["brackets within brackets", "[".repeat(100_000)],
    ["maps within maps", "{a: ".repeat(40_000)],
    ["dashes in a row", "- ".repeat(90_000)],
    ["keys in a row", "a: ".repeat(60_000)],
    ["a hundred thousand keys", Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n")],
    ["the same key again and again", "a: 1\n".repeat(40_000)],
    ["quotes", '"'.repeat(199_999)],
    ["spaces", " ".repeat(199_999)],
    ["a long number", `schema: ${"9".repeat(150_000)}`],
    ["a long range", `economics: { grossMargin: "${"1".repeat(90_000)} to ${"1".repeat(90_000)}" }`],
    ["a long list of choices", `economics: { grossMargin: "choice(${"0.1,".repeat(40_000)})" }`],
    ["percent signs", `economics: { grossMargin: "${"5 % ".repeat(40_000)}" }`],
    ["an anchor in itself", "&a [*a, *a]"],
    ["a season without end", `customerBase: { season: [${"1,".repeat(15_000)}] }`],
    ["an old version of YAML", `%YAML 1.1\n---\n${BASELINE}x: 2001-01-01\ny: !!binary aGk=\n<<: { a: 1 }\n`],
  ])("ends soon on %s", async (_, text) => {
    // Time of this process alone: how busy the machine is says nothing about the text.
    const start = process.cpuUsage();
    await survives(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});
