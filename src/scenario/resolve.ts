import { InputError, type Issue } from "../basics/issues.js";
import { messages } from "../basics/messages.js";
import type { Chain } from "./chain.js";
import { check } from "./check.js";
import { extend } from "./extend.js";
import { inOrder, issueAt } from "./located.js";
import { lostCorrelations } from "./lostCorrelations.js";
import type { SourceDocument } from "./parse.js";
import type { Scenario } from "./scenario.js";
import { withoutShorthands } from "./shorthand.js";
import { find, isNull, type Origin, stepsOf, type TreeMap } from "./tree.js";

/** A scenario with the place of everything it says. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly file: string;
  /** Every file it was read from: its own, the one it extends, and so on. */
  readonly files: readonly string[];
  /** The place that wrote the value at a path such as `program.rewards[0].points`, or that it is the default. */
  readonly origins: (path: string) => Origin | "default";
  /** What is right and may still surprise, in sentences. */
  readonly notes: readonly string[];
}

/** What became of a chain of files. */
export type Resolved = { readonly loaded: LoadedScenario } | { readonly issues: readonly Issue[] };

/**
 * A scenario from its files.
 *
 *   documents ─ shorthands written out ─ merged, the last first ─ checked, defaults filled in ─▶ scenario
 *
 * @param documents the scenario's own file, then the file it extends, and so on
 * @returns the complete, frozen scenario
 * @throws InputError with everything wrong in all of them
 * @example
 * const baseline = parseDocument(JSON.stringify({ ...drawn, program: null }), "baseline.json");
 * const thrifty = parseDocument("{ schema: 1, name: Thrifty, economics: { grossMargin: 0.2 } }", "thrifty.yaml");
 * resolveScenario([thrifty, baseline]).scenario.economics.grossMargin; // 0.2
 */
export function resolveScenario(documents: readonly SourceDocument[]): LoadedScenario {
  const resolved = resolveChain({ documents, issues: [], complete: true });
  if ("issues" in resolved) throw new InputError(inOrder(resolved.issues));
  return resolved.loaded;
}

/**
 * The same for a chain that may be broken, without throwing.
 *
 * @param chain the files as read
 * @returns the scenario, or everything wrong in its files
 */
export function resolveChain(chain: Chain): Resolved {
  const [own] = chain.documents;
  const roots = chain.documents.flatMap(({ root }) => (root === null ? [] : [withoutShorthands(root)]));
  const complete = chain.complete && roots.length === chain.documents.length;
  const found = [
    ...chain.issues,
    ...chain.documents.flatMap(({ issues }) => issues),
    ...chain.documents.slice(1).flatMap(versionIssues),
  ];
  if (own === undefined || own.root === null) return { issues: found };
  const merged = roots.reduceRight((base, over) => extend(base, over));
  const root = without(merged, "extends");
  const checked = check(root, own.file, complete);
  if ("issues" in checked) return { issues: [...found, ...checked.issues] };
  if (found.length > 0) return { issues: found };
  return {
    loaded: {
      scenario: checked.scenario,
      file: own.file,
      files: chain.documents.map(({ file }) => file),
      origins: (path) => originIn(root, path),
      notes: lostCorrelations(chain.documents),
    },
  };
}

/** Every file of a chain states the version it is written in. */
function versionIssues({ file, root }: SourceDocument): Issue[] {
  if (root === null) return [];
  const version = root.entries.get("schema");
  if (version?.kind === "value" && version.value === 1) return [];
  const got = version?.kind === "value" ? version.value : version?.kind;
  return [issueAt(file, version?.at ?? root.at, ["schema"], messages.wrongSchema(got))];
}

function originIn(root: TreeMap, path: string): Origin | "default" {
  const found = find(root, stepsOf(path));
  return found === null || isNull(found) || found.at === null ? "default" : found.at;
}

function without(root: TreeMap, key: string): TreeMap {
  const entries = new Map(root.entries);
  entries.delete(key);
  return { ...root, entries };
}
