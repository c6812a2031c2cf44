/** A place in a text: line and column from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A value with the place that wrote it: what a document is until it is checked. Places are null for input built in code. */
export type Tree = TreeMap | TreeList | TreeValue;

interface Placed {
  /** Where to point for this value: at itself, or at its key when it is a map or a list. */
  readonly at: Origin | null;
  /** Where its key stands; null for entries of lists. */
  readonly keyAt: Origin | null;
}
export interface TreeMap extends Placed {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Tree>;
}
export interface TreeList extends Placed {
  readonly kind: "list";
  readonly items: readonly Tree[];
}
/** A single value. Texts, numbers, truth values and null are right; anything else is there for a message to refuse. */
export interface TreeValue extends Placed {
  readonly kind: "value";
  readonly value: unknown;
}

/** Steps from a document to a part of it. */
export type Steps = readonly (string | number)[];

/** Most levels of maps and lists inside each other. */
export const DEEPEST = 32;

/**
 * A path as messages show it.
 *
 * @example pathText(["program", "rewards", 0, "points"]); // "program.rewards[0].points"
 */
export function pathText(steps: Steps): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === "number" ? `${path}[${step}]` : path === "" ? step : `${path}.${step}`),
    "",
  );
}

/** The steps of a path as messages show it. */
export function stepsOf(path: string): Steps {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((match) =>
    match[1] === undefined ? match[0] : Number(match[1]),
  );
}

/** The part of a tree that steps lead to; null when they lead nowhere. */
export function find(tree: Tree, steps: Steps): Tree | null {
  let here: Tree | undefined = tree;
  for (const step of steps) {
    if (here?.kind === "map") here = here.entries.get(String(step));
    else if (here?.kind === "list" && typeof step === "number") here = here.items[step];
    else return null;
  }
  return here ?? null;
}

/** The last part of a tree on the way that steps lead. */
export function findNearest(tree: Tree, steps: Steps): Tree {
  for (let length = steps.length; length > 0; length--) {
    const found = find(tree, steps.slice(0, length));
    if (found !== null) return found;
  }
  return tree;
}

/** Whether a tree is a null: the wish to return to the default. */
export function isNull(tree: Tree | null): boolean {
  return tree?.kind === "value" && tree.value === null;
}

/**
 * A tree as plain values, its nulls in maps left out: what was wished back to its default is as if never written.
 *
 * @param tree a document or a part of one
 * @param isStray says of a null, by its steps, that it stands under a key nobody knows: it stays, to be refused
 */
export function toPlain(tree: Tree, isStray: (steps: Steps) => boolean = () => false, at: Steps = []): unknown {
  if (tree.kind === "value") return tree.value;
  if (tree.kind === "list") return tree.items.map((item, index) => toPlain(item, isStray, [...at, index]));
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of tree.entries) {
    const steps = [...at, key];
    if (isNull(entry) && !isStray(steps)) continue;
    Object.defineProperty(plain, key, { value: toPlain(entry, isStray, steps), enumerable: true, configurable: true });
  }
  return plain;
}
