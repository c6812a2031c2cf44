import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A docstring, taken apart. */
export interface Docstring {
  /** Path from `src/`, without extension. */
  readonly module: string;
  /** What it documents. */
  readonly name: string;
  readonly purpose: string;
  /** Names of the parameters it explains, in order. */
  readonly params: readonly string[];
  readonly hasReturns: boolean;
  /** What it says is thrown, one entry a tag. */
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/**
 * Every module of a folder of sources.
 *
 * @param folder path of the folder
 * @returns paths from it, without extension
 */
export function modulesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.replaceAll("\\", "/").slice(0, -".ts".length))
    .sort();
}

/**
 * The docstrings of a module that show an example, wherever in it they stand.
 *
 * @param folder of the sources
 * @param module path from it, without extension
 * @returns the docstrings
 * @throws Error when an `@example` stands in no docstring of a declaration, and so would never run
 */
export function docstringsWithExample(folder: string, module: string): Docstring[] {
  const text = readFileSync(join(folder, `${module}.ts`), "utf8");
  const file = ts.createSourceFile(`${module}.ts`, text, ts.ScriptTarget.ESNext, true);
  const found: Docstring[] = [];
  const visit = (node: ts.Node): void => {
    const docstring = docstringOf(node, module);
    if (docstring !== null && docstring.examples.length > 0) found.push(docstring);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const written = text.match(/^\s*(\/\*)?\*+ *@example\b/gm)?.length ?? 0;
  const read = found.reduce((sum, { examples }) => sum + examples.length, 0);
  if (written !== read) throw new Error(`${module}: ${written} examples are written, ${read} belong to a declaration`);
  return found;
}

/**
 * The docstring directly above a declaration.
 *
 * @param node the declaration
 * @param module where it stands
 * @returns the docstring; null when there is none
 */
export function docstringOf(node: ts.Node, module: string): Docstring | null {
  const comment = ts.getJSDocCommentsAndTags(node).findLast((one) => ts.isJSDoc(one) && one.parent === node);
  if (comment === undefined || !ts.isJSDoc(comment)) return null;
  const tags = comment.tags ?? [];
  const named = (name: string): string[] =>
    tags.filter(({ tagName }) => tagName.text === name).map((tag) => wordsOf(tag.comment));
  return {
    module,
    name: nameOf(node),
    purpose: wordsOf(comment.comment),
    params: tags.flatMap((tag) =>
      ts.isJSDocParameterTag(tag) && wordsOf(tag.comment) !== "" ? [tag.name.getText()] : [],
    ),
    hasReturns: named("returns").some((words) => words !== ""),
    throws: named("throws"),
    examples: named("example"),
  };
}

function nameOf(node: ts.Node): string {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
  return "name" in named ? (named.name as ts.Node).getText() : "";
}

function wordsOf(comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}
