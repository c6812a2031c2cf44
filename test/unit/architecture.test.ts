import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LEVELS: Record<string, number> = {
  cli: 7,
  report: 6,
  study: 5,
  engine: 4, valuation: 4, fit: 4,
  plan: 3, stats: 3, disk: 3,
  scenario: 2, ledger: 2, random: 2, models: 2,
  math: 1,
  basics: 0,
}; // biome-ignore format: one level a line
const MAY_USE_NODE = /^src\/(cli|disk)\/|^src\/(engine\/pool|fit\/read)\.ts$/;

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name.replaceAll("\\", "/")}`);

/** Specifiers a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/gm)].map(
    (match) => match[1] ?? match[2],
  );
}

/** Path of a relative import, from the repository's root. */
function target(file: string, specifier: string): string {
  return relative(root, resolve(root, dirname(file), specifier)).replace(/\.js$/, ".ts");
}

const roomOf = (file: string): string => file.split("/")[1];

test("rooms import strictly lower rooms, or themselves", () => {
  const forbidden = files
    .filter((file) => file !== "src/index.ts")
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => target(file, specifier))
        .filter((other) => roomOf(other) !== roomOf(file) && !(LEVELS[roomOf(other)] < LEVELS[roomOf(file)]))
        .map((other) => `${file} -> ${other}`),
    );
  expect(forbidden).toEqual([]);
});

test("every room has a level, and every level a room", () => {
  const rooms = new Set(files.map(roomOf));
  expect(Object.keys(LEVELS).filter((room) => !rooms.has(room))).toEqual([]);
  expect(files.filter((file) => file !== "src/index.ts" && LEVELS[roomOf(file)] === undefined)).toEqual([]);
});

test("only rooms at the edge touch the machine", () => {
  const reaching = files.filter(
    (file) => !MAY_USE_NODE.test(file) && importsOf(file).some((one) => one.startsWith("node:")),
  );
  expect(reaching).toEqual([]);
});

test("the library entry imports neither screen nor kernel display", () => {
  const rooms = importsOf("src/index.ts").map((specifier) => roomOf(target("src/index.ts", specifier)));
  expect(rooms.filter((room) => LEVELS[room] === 7)).toEqual([]);
});

test("what a worker thread loads holds no package and no scenario", () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(root, file), "utf8").replace(/^import type [^;]*;$/gm, "");
    for (const [, specifier] of text.matchAll(/^(?:import|export)\b[^;]*?from\s+"([^"]+)"/gm)) {
      if (specifier.startsWith(".")) visit(target(file, specifier));
      else packages.add(specifier);
    }
  };
  visit("src/engine/worker.ts");
  expect([...packages]).toEqual([]);
  expect([...seen].filter((file) => roomOf(file) === "scenario")).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});

test("the second engine knows nothing of the first", () => {
  const second = readdirSync(join(root, "test/second"), { encoding: "utf8" });
  const rooms = second.flatMap((name) =>
    importsOf(`test/second/${name}`)
      .filter((one) => one.startsWith("#tenure/"))
      .map((one) => one.split("/")[1]),
  );
  expect([...new Set(rooms)].filter((room) => !["basics", "math", "random", "scenario"].includes(room))).toEqual([]);
  expect(rooms.length).toBeGreaterThan(3);
});
