import { posix } from "node:path";
import { InputError, type Issue } from "#tenure/basics/issues.js";
import type { Words } from "#tenure/basics/messages.js";
import { type FileSource, readChain } from "#tenure/scenario/chain.js";
import { type LoadedScenario, resolveChain } from "#tenure/scenario/resolve.js";
import type { PointsProgramOf, ScenarioOf } from "#tenure/scenario/scenario.js";
import { BASELINE } from "./samples.ts";

/** Files in memory: a name may also stand for the words of a file that cannot be read. */
function memory(files: Readonly<Record<string, string | Words>>): FileSource {
  return {
    read: async (file) => files[file] ?? null,
    resolve: (from, name) => posix.join(posix.dirname(from), name),
    beside: async () => Object.keys(files),
  };
}

/** Loads a file out of several. */
export async function loadText(
  files: Readonly<Record<string, string | Words>>,
  file: string,
): Promise<LoadedScenario | readonly Issue[]> {
  const resolved = resolveChain(await readChain(file, memory(files)));
  return "issues" in resolved ? resolved.issues : resolved.loaded;
}

/** Loads a text that may extend `baseline.yaml`, and expects it to be right. */
export async function good(
  text: string,
  files: Readonly<Record<string, string | Words>> = {},
): Promise<LoadedScenario> {
  const loaded = await loadText({ "baseline.yaml": BASELINE, ...files, "it.yaml": text }, "it.yaml");
  if (!("scenario" in loaded)) throw new InputError(loaded);
  return loaded;
}

/** Loads a text that may extend `baseline.yaml`, and expects issues. */
export async function bad(
  text: string,
  files: Readonly<Record<string, string | Words>> = {},
): Promise<readonly Issue[]> {
  const loaded = await loadText({ "baseline.yaml": BASELINE, ...files, "it.yaml": text }, "it.yaml");
  if ("scenario" in loaded) throw new Error(`expected issues, got ${JSON.stringify(loaded.scenario)}`);
  return loaded;
}

/** The issues an action throws. */
export function thrown(action: () => unknown): readonly Issue[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  throw new Error("expected an InputError, nothing was thrown");
}

/** The points program of a scenario that has one. */
export function pointsOf<Q>({ program }: ScenarioOf<Q>): PointsProgramOf<Q> {
  if (program?.kind !== "points") throw new Error(`expected a points program, got ${program?.kind ?? "none"}`);
  return program;
}
