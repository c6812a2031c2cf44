import ts from "typescript";
import { type Claim, isAs, readClaim } from "./claims.ts";

/** What came of an example. */
interface ExampleRun {
  /** How many promises it made. */
  readonly claims: number;
  /** Promises it did not keep, and what it threw unasked. */
  readonly failures: readonly string[];
  /** What it declared, for an example that continues it. */
  readonly declared: Readonly<Record<string, unknown>>;
}

/** Where an example may look. */
interface Surroundings {
  /** Names it may use without importing them. */
  readonly scope: Readonly<Record<string, unknown>>;
  /** Modules it may import, by specifier; `node:` modules always. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Compiled {
  readonly code: string;
  readonly claims: readonly Claim[];
}

type Body = (check: unknown, open: unknown, keep: unknown, scope: unknown) => Promise<void>;

/**
 * Runs an example and holds it to its promises.
 *
 * @param text JavaScript statements; a comment at the end of an expression's line is a {@link Claim}
 * @param around what it may use
 * @param language "ts" for text that is TypeScript
 * @returns what came of it
 */
export async function runExample(
  text: string,
  around: Surroundings,
  language: "js" | "ts" = "js",
): Promise<ExampleRun> {
  const failures: string[] = [];
  const declared: Record<string, unknown> = {};
  let claims: readonly Claim[] = [];
  const check = async (at: number, shown: string, evaluate: () => unknown): Promise<void> => {
    const failure = await breach(claims[at], evaluate);
    if (failure !== null) failures.push(`${shown} // ${claims[at].text}: ${failure}`);
  };
  const open = async (specifier: string): Promise<unknown> => {
    if (specifier.startsWith("node:")) return import(specifier);
    const module = around.modules?.[specifier];
    if (module === undefined) throw new Error(`an example may not import "${specifier}"`);
    return module;
  };
  try {
    const compiled = compileExample(text, Object.keys(around.scope), language);
    claims = compiled.claims;
    const AsyncFunction = (async () => {}).constructor as new (...words: string[]) => Body;
    const body = new AsyncFunction("check_", "open_", "keep_", "scope_", compiled.code);
    await body(check, open, (kept: object) => Object.assign(declared, kept), around.scope);
  } catch (error) {
    failures.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
  return { claims: claims.length, failures, declared };
}

/** The TypeScript blocks of a Markdown text, in order. */
export function typescriptBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:ts|typescript)\b[^\n]*\n([\s\S]*?)^```\s*$/gm)].map(([, block]) => block);
}

/**
 * Runs the TypeScript blocks of a Markdown text, each in sight of what those before it declared. `console.log` yields what it is
 * given, so a comment behind it claims what is printed.
 *
 * @param markdown the text
 * @param modules what blocks may import
 * @returns everything that went wrong, by block; empty when every block keeps its promises
 */
export async function runMarkdown(markdown: string, modules: Surroundings["modules"] = {}): Promise<string[]> {
  let scope: Readonly<Record<string, unknown>> = { console: { ...console, log: (shown: unknown) => shown } };
  const wrong: string[] = [];
  for (const [at, block] of typescriptBlocks(markdown).entries()) {
    const { failures, declared } = await runExample(block, { scope, modules }, "ts");
    wrong.push(...failures.map((failure) => `block ${at + 1}: ${failure}`));
    scope = { ...scope, ...declared };
  }
  return wrong;
}

/** How a claim is broken, in words; null when it is kept. */
async function breach(claim: Claim, evaluate: () => unknown): Promise<string | null> {
  if (claim.kind === "value") {
    const actual = await resultOf(evaluate);
    return isAs(actual, claim.expected) ? null : `got ${shown(actual)}`;
  }
  try {
    return `got ${shown(await evaluate())}`;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== claim.name) return `threw ${String(error)}`;
    return claim.message === null || claim.message.test(error.message) ? null : `threw ${error.message}`;
  }
}

/** The value of an expression; where it awaits nothing, a promise stays one, and so is no value. */
async function resultOf(evaluate: () => unknown): Promise<unknown> {
  if (evaluate.constructor.name === "AsyncFunction") return evaluate();
  const value = evaluate();
  if (!(value instanceof Promise)) return value;
  value.catch(() => undefined);
  return { promise: "await it" };
}

function shown(value: unknown): string {
  return typeof value === "function" ? "a function" : (JSON.stringify(value) ?? String(value));
}

/** Writes an example as the body of a function that checks its claims, imports what it asks for and keeps what it declares. */
function compileExample(text: string, names: readonly string[], language: "js" | "ts"): Compiled {
  const file = ts.createSourceFile(`example.${language}`, text, ts.ScriptTarget.ESNext, true);
  const claims: Claim[] = [];
  const claimed = new Set<number>();
  const declared: string[] = [];
  const lines = file.statements.map((statement) => {
    if (ts.isImportDeclaration(statement)) return importLine(statement, declared);
    declared.push(...namesIn(statement));
    if (!ts.isExpressionStatement(statement)) return statement.getText();
    const comment = commentAfter(text, statement.end);
    if (comment === null) return statement.getText();
    claims.push(readClaim(text.slice(comment.pos + 2, comment.end)));
    claimed.add(comment.pos);
    const expression = statement.expression.getText();
    const wait = /\bawait\b/.test(expression) ? "async " : "";
    return `await check_(${claims.length - 1}, ${JSON.stringify(expression)}, ${wait}() => (${expression}\n));`;
  });
  requireClaimed(file, claimed);
  const code = lines.join("\n");
  const plain = language === "ts" ? ts.transpile(code, { target: ts.ScriptTarget.ESNext }) : code;
  return {
    code: `"use strict"; const { ${names.join(", ")} } = scope_;\n{ ${plain}\nkeep_({ ${declared.join(", ")} }); }`,
    claims,
  };
}

function importLine(statement: ts.ImportDeclaration, declared: string[]): string {
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  if (clause?.isTypeOnly === true) return "";
  if (bindings === undefined || !ts.isNamedImports(bindings)) throw new Error("an example imports by name");
  const parts = bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
  declared.push(...parts.map(({ name }) => name.text));
  const from = statement.moduleSpecifier.getText();
  const named = parts.map(({ name, propertyName }) => `${propertyName?.getText() ?? name.text}: ${name.text}`);
  const missing = parts.map(({ name, propertyName }) => JSON.stringify(propertyName?.getText() ?? name.text));
  return `const { ${named.join(", ")} } = await open_(${from}).then((module) => {
    for (const name of [${missing.join(", ")}]) if (!(name in module)) throw new Error(name + " is no export of " + ${from});
    return module; });`;
}

function namesIn(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  const inside = (name: ts.BindingName): string[] =>
    ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => ("name" in one ? inside(one.name) : []));
  return statement.declarationList.declarations.flatMap(({ name }) => inside(name));
}

function commentAfter(text: string, end: number): ts.CommentRange | null {
  const [comment] = ts.getTrailingCommentRanges(text, end) ?? [];
  return comment?.kind === ts.SyntaxKind.SingleLineCommentTrivia ? comment : null;
}

/** A comment at the end of a line looks like a promise: one that is checked nowhere is a fault. */
function requireClaimed(file: ts.SourceFile, claimed: ReadonlySet<number>): void {
  const visit = (node: ts.Node): void => {
    const comment = commentAfter(file.text, node.end);
    if (comment !== null && !claimed.has(comment.pos)) {
      throw new Error(
        `"${file.text.slice(comment.pos, comment.end)}" stands behind no expression statement: nothing checks it`,
      );
    }
    for (const child of node.getChildren(file)) visit(child);
  };
  for (const statement of file.statements) visit(statement);
}
