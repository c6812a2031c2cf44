"use strict";

/**
 * Whether a cell waits outside of functions. tslab recognises that by a complaint of the compiler, which there is none of for
 * `await (…)`, and then runs the cell as if it did not wait.
 *
 * @param typescript the compiler
 * @param source of the cell
 * @returns true when it does
 */
function waits(typescript, source) {
  const isWait = (node) =>
    typescript.isAwaitExpression(node) || (typescript.isForOfStatement(node) && node.awaitModifier !== undefined);
  const holdsWait = (node) =>
    !typescript.isFunctionLike(node) && (isWait(node) || (typescript.forEachChild(node, holdsWait) ?? false));
  return holdsWait(typescript.createSourceFile("cell.ts", `export {};\n${source}`, typescript.ScriptTarget.Latest));
}

module.exports = { waits };
