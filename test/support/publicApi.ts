import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Docstring, docstringOf } from "./docstrings.ts";

/** A function, class or object the package exports. */
export interface PublicName {
  readonly name: string;
  readonly kind: "function" | "class" | "object";
  readonly docstring: Docstring | null;
  /** Names of its parameters; of its constructor's for a class. */
  readonly params: readonly string[];
  /** Errors about bad input that it throws, or that what it calls throws. */
  readonly throws: readonly string[];
}

/** Errors that are the caller's doing. */
const INPUT_ERRORS = new Set(["InputError", "RangeError"]);

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The functions, classes and objects of the public API, each followed to where it is written.
 *
 * @param entry where it is exported
 * @returns one entry a name, in the order of the entry
 */
export function publicApi(entry: "src/index.ts" | "src/notebook/index.ts" = "src/index.ts"): PublicName[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram(config?.fileNames ?? [], { ...config?.options, noEmit: true });
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(join(root, entry));
  const module = index === undefined ? undefined : checker.getSymbolAtLocation(index);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const declaration = declarationOf(exported, checker);
    if (declaration === null) return [];
    const place = relative(join(root, "src"), declaration.getSourceFile().fileName).replace(/\.ts$/, "");
    const isObject = ts.isVariableStatement(declaration);
    const signature = ts.isClassDeclaration(declaration)
      ? declaration.members.find(ts.isConstructorDeclaration)
      : isObject
        ? undefined
        : declaration;
    return {
      name: exported.name,
      kind: ts.isClassDeclaration(declaration) ? "class" : isObject ? "object" : "function",
      docstring: docstringOf(declaration, place),
      params: signature?.parameters.map(({ name }) => name.getText()) ?? [],
      throws: [...thrownBy(declaration, checker)].sort(),
    };
  });
}

/**
 * What the docstring of a public name lacks.
 *
 * @param name one entry of the public API
 * @returns the missing parts; none when it is complete
 */
export function lacks({ kind, docstring, params, throws }: PublicName): string[] {
  if (docstring === null) return ["a docstring"];
  const said = docstring.throws.join("\n");
  return [
    ...(docstring.purpose === "" ? ["its purpose"] : []),
    ...(docstring.params.join() === params.join() ? [] : [`@param for ${params.join(", ")}, in this order`]),
    ...(kind !== "function" || docstring.hasReturns ? [] : ["@returns"]),
    ...throws.filter((error) => !said.includes(error)).map((error) => `@throws ${error}`),
    ...(docstring.examples.length > 0 ? [] : ["@example"]),
  ];
}

type Declaration = ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement;

/** The function, class or object a name stands for, through re-exports; null for a type. */
function declarationOf(symbol: ts.Symbol, checker: ts.TypeChecker): Declaration | null {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const one of target.declarations ?? []) {
    if (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) return one;
    if (ts.isVariableDeclaration(one) && ts.isVariableStatement(one.parent.parent)) return one.parent.parent;
  }
  return null;
}

/** Input errors thrown in a declaration and in all of ours that it calls. */
function thrownBy(declaration: ts.Node, checker: ts.TypeChecker): Set<string> {
  const thrown = new Set<string>();
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression)) {
      const name = node.expression.expression.getText();
      if (INPUT_ERRORS.has(name)) thrown.add(name);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) enter(calledBy(node, checker));
    ts.forEachChild(node, visit);
  };
  const enter = (called: ts.Node | null): void => {
    if (called === null || seen.has(called) || !called.getSourceFile().fileName.startsWith(join(root, "src"))) return;
    seen.add(called);
    ts.forEachChild(called, visit);
  };
  enter(declaration);
  return thrown;
}

function calledBy(call: ts.CallExpression | ts.NewExpression, checker: ts.TypeChecker): ts.Node | null {
  return checker.getResolvedSignature(call)?.declaration ?? null;
}
