import ts from "typescript";

/** What a comment behind an expression promises. */
export type Claim =
  | { readonly kind: "value"; readonly expected: ts.Expression; readonly text: string }
  | { readonly kind: "throws"; readonly name: string; readonly message: RegExp | null; readonly text: string };

/**
 * Reads a comment as a claim.
 *
 * @param comment what stands after the two slashes: `throws RangeError`, `throws RangeError /message/`, `/regex/` or a literal; words
 * for the reader may follow a colon
 * @returns the claim
 * @throws Error when it is none
 */
export function readClaim(comment: string): Claim {
  const text = comment.trim();
  const thrown = /^throws (\w+)(?: (\/.*\/u?))?(?::.*)?$/.exec(text);
  if (thrown !== null) {
    const [, name, message] = thrown;
    return { kind: "throws", name, message: message === undefined ? null : regexOf(message), text };
  }
  const expected = leadingExpression(text);
  if (expected === null || !isLiteral(expected)) throw new Error(`"// ${text}" claims nothing that can be checked`);
  const rest = text.slice(expected.end - 1).trim();
  if (rest !== "" && !rest.startsWith(": ")) throw new Error(`"// ${text}" goes on after its value without a colon`);
  return { kind: "value", expected, text };
}

/** Whether a value is what a claim's literal says: numbers to the digits printed, everything else exactly. */
export function isAs(actual: unknown, expected: ts.Expression): boolean {
  if (ts.isNumericLiteral(expected)) return isNumberAs(actual, expected.getText());
  if (ts.isPrefixUnaryExpression(expected)) return isNumberAs(actual, expected.getText());
  if (ts.isStringLiteral(expected)) return actual === expected.text;
  if (ts.isRegularExpressionLiteral(expected)) {
    return typeof actual === "string" && regexOf(expected.text).test(actual);
  }
  if (ts.isArrayLiteralExpression(expected)) return isListAs(actual, expected.elements);
  if (ts.isObjectLiteralExpression(expected)) return isMapAs(actual, expected.properties);
  return WORDS.has(expected.getText()) && Object.is(actual, WORDS.get(expected.getText()));
}

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["NaN", Number.NaN],
]);

/** The expression a text begins with; what follows it need not be JavaScript. */
function leadingExpression(text: string): ts.Expression | null {
  const [statement] = ts.createSourceFile("claim.js", `(${text}`, ts.ScriptTarget.ESNext, true).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return null;
  return ts.isParenthesizedExpression(statement.expression) ? statement.expression.expression : null;
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((one) => ts.isPropertyAssignment(one) && isLiteral(one.initializer));
  }
  if (ts.isNumericLiteral(node) || ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node)) return true;
  return WORDS.has(node.getText());
}

/** Whole numbers must be equal; a number printed with decimals or an exponent must agree in the digits printed. */
function isNumberAs(actual: unknown, printed: string): boolean {
  if (typeof actual !== "number") return false;
  const [mantissa, exponent] = printed.replaceAll("_", "").split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const value = Number(printed.replaceAll("_", ""));
  if (exponent !== undefined) return actual.toExponential(decimals) === value.toExponential(decimals);
  return decimals === 0 ? actual === value : actual.toFixed(decimals) === value.toFixed(decimals);
}

function isListAs(actual: unknown, expected: readonly ts.Expression[]): boolean {
  const isTyped = ArrayBuffer.isView(actual) && Symbol.iterator in actual;
  if (!Array.isArray(actual) && !isTyped) return false;
  const items: unknown[] = [...(actual as Iterable<unknown>)];
  return items.length === expected.length && expected.every((item, at) => isAs(items[at], item));
}

function isMapAs(actual: unknown, expected: readonly ts.ObjectLiteralElementLike[]): boolean {
  if (typeof actual !== "object" || actual === null || Array.isArray(actual) || ArrayBuffer.isView(actual))
    return false;
  const entries = new Map<string, unknown>(Object.entries(actual));
  const isEntryAs = (one: ts.ObjectLiteralElementLike): boolean => {
    if (!ts.isPropertyAssignment(one) || ts.isComputedPropertyName(one.name)) return false;
    return entries.has(one.name.text) && isAs(entries.get(one.name.text), one.initializer);
  };
  return entries.size === expected.length && expected.every(isEntryAs);
}

function regexOf(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}
