import { ABOUT_PATHS } from "./baseFields.js";
import { diffCorrelations } from "./diffCorrelations.js";
import { originText, written } from "./explain.js";
import { FIELD_PATHS, LIST_LENGTHS } from "./fields.js";
import { type Leaf, leavesOf } from "./leaves.js";
import { namedPath, namesIn } from "./namedPath.js";
import { isRange } from "./range.js";
import type { LoadedScenario } from "./resolve.js";
import type { Scenario } from "./scenario.js";

/** What one of two scenarios holds at a path, and who said so. */
export interface StatedValue {
  /** As a file would write it. */
  readonly value: string;
  /** "file:line" of the text that wrote it, or "default"; null for a scenario built in code. */
  readonly origin: string | null;
}

/** A path at which two scenarios differ. */
export interface Difference {
  /** As `program.rewards[Coffee].points`: entries of lists go by their names. */
  readonly path: string;
  readonly unit: string;
  readonly description: string;
  /** Null where the first scenario has no such thing. */
  readonly a: StatedValue | null;
  /** Null where the second has none. */
  readonly b: StatedValue | null;
}

/**
 * What differs between two scenarios, once `extends` and defaults are filled in. Rewards and tiers are compared by name, correlations
 * pair by pair; how ranges are written does not matter, nor do the scenarios' own names and what they say about themselves.
 *
 * @param a a scenario as `load` returns it, or one built in code
 * @param b what it is compared with
 * @returns a row for each path that differs, in the order of the file format; none when both would simulate the same
 * @example
 * const five = await load("scenarios/cdnow/five-percent-back.yaml");
 * const twice = override(five.scenario, { name: "CDNOW, 10 % back", program: { earn: { pointsPerUnit: 2 } } });
 * const [row, ...more] = diffScenarios(five, twice);
 * [row.path, row.unit, row.a.value, row.b.value]; // ["program.earn.pointsPerUnit", "points per currency unit", "1", "2"]
 * row.a.origin; // /five-percent-back.yaml:[0-9]+$/
 * more.length; // 0
 */
export function diffScenarios(a: LoadedScenario | Scenario, b: LoadedScenario | Scenario): Difference[] {
  const [one, other] = [sideOf(a), sideOf(b)];
  const rows = inOneOrder(one, other).flatMap((path): Difference[] => {
    const [left, right] = [one.leaves.get(path), other.leaves.get(path)];
    const leaf = left ?? right;
    if (leaf === undefined || ABOUT_PATHS.includes(path)) return [];
    if ((left?.isIdle ?? true) && (right?.isIdle ?? true)) return [];
    if (left !== undefined && right !== undefined && isSame(left.value, right.value)) return [];
    const { unit, description } = leaf.field;
    return [{ path, unit, description, a: stated(left, one), b: stated(right, other) }];
  });
  const orders = Object.keys(LIST_LENGTHS).flatMap((list) => orderOf(list, one, other));
  return [...rows, ...orders, ...diffCorrelations(one, other)];
}

interface Side {
  readonly scenario: Scenario;
  readonly origins: LoadedScenario["origins"] | null;
  /** By path, entries of lists by their names. */
  readonly leaves: ReadonlyMap<string, Leaf>;
}

function sideOf(given: LoadedScenario | Scenario): Side {
  const { scenario, origins } = "scenario" in given ? given : { scenario: given, origins: null };
  // Correlations are compared pair by pair, however they are grouped.
  const own = leavesOf(scenario).filter(({ path }) => !path.startsWith("correlations"));
  const leaves = own.map((leaf): [string, Leaf] => [namedPath(leaf.path, scenario), leaf]);
  return { scenario, origins, leaves: new Map(leaves) };
}

function stated(leaf: Leaf | undefined, { origins }: Side): StatedValue | null {
  if (leaf === undefined) return null;
  return { value: written(leaf.value, leaf.field), origin: origins === null ? null : originText(origins(leaf.path)) };
}

/** A row for a list whose common entries stand in another order. */
function orderOf(list: string, one: Side, other: Side): Difference[] {
  const [left, right] = [namesIn(list, one.scenario), namesIn(list, other.scenario)];
  const [kept, found] = [left.filter((name) => right.includes(name)), right.filter((name) => left.includes(name))];
  if (isSame(kept, found)) return [];
  const inWords = (names: readonly string[], { origins }: Side): StatedValue => ({
    value: names.join(", "),
    origin: origins === null ? null : originText(origins(list)),
  });
  const description = "Order in which the entries of the list stand.";
  return [{ path: list, unit: "order", description, a: inWords(left, one), b: inWords(right, other) }];
}

function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => (isRange(value) ? { ...value, text: "" } : value);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** Every path of both once, in the order of the file format; of a list, the first's entries before those the second adds. */
function inOneOrder(one: Side, other: Side): string[] {
  const leaves = new Map([...other.leaves, ...one.leaves]);
  const entries = [...new Set([...one.leaves.keys(), ...other.leaves.keys()].map(entryOf))];
  const places = new Map(FIELD_PATHS.map((key, place): [string, number] => [key, place]));
  const place = (key: string): number => places.get(key) ?? 0;
  const rank = ([path, { key }]: [string, Leaf]): readonly number[] => {
    const first = FIELD_PATHS.find((candidate) => listOf(candidate) === listOf(key)) ?? key;
    return listOf(key) === null ? [place(key)] : [place(first), entries.indexOf(entryOf(path)), place(key)];
  };
  const ranked = [...leaves].map((entry) => ({ path: entry[0], rank: rank(entry) }));
  ranked.sort((left, right) => {
    const at = left.rank.findIndex((number, index) => number !== right.rank[index]);
    return (left.rank[at] ?? 0) - (right.rank[at] ?? 0);
  });
  return ranked.map(({ path }) => path);
}

/** The list a field belongs to; null when to none. */
function listOf(key: string): string | null {
  return key.includes("[]") ? key.slice(0, key.indexOf("[]")) : null;
}

/** The entry of a list a path leads into, or the path itself. */
function entryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("]") + 1) || path;
}
