"use strict";

/** tslab keeps what earlier cells declared in a file of this name. */
const EARLIER = "__prev__.d.ts";

/**
 * Names of earlier cells in places where tslab does not find them, or takes something else for them. It turns a name of an earlier
 * cell into `exports.name`, but not in `{ name }`; and it takes the property in `const { property: name } = value` for such a
 * name when an earlier cell declared the value.
 *
 * @param typescript the compiler
 * @returns functions that stand in for those of the compiler
 */
function namesOfEarlierCells(typescript) {
  let builder = null;

  const createWatchProgram = (host) => {
    const { afterProgramCreate } = host;
    host.afterProgramCreate = (created) => {
      builder = created;
      afterProgramCreate.call(host, created);
    };
    return typescript.createWatchProgram(host);
  };

  const isEarlier = (node) => {
    const symbol = builder.getProgram().getTypeChecker().getShorthandAssignmentValueSymbol(node);
    return symbol?.declarations?.some((one) => one.getSourceFile().fileName.endsWith(EARLIER)) ?? false;
  };

  const visitEachChild = (node, visitor, context) => {
    const { factory } = typescript;
    if (typescript.isShorthandPropertyAssignment(node)) {
      if (!isEarlier(node)) return typescript.visitEachChild(node, visitor, context);
      const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), node.name);
      return factory.createPropertyAssignment(node.name, value);
    }
    if (typescript.isBindingElement(node) && node.propertyName !== undefined) {
      const keep = (child) => (child === node.propertyName && typescript.isIdentifier(child) ? child : visitor(child));
      return typescript.visitEachChild(node, keep, context);
    }
    return typescript.visitEachChild(node, visitor, context);
  };

  return { createWatchProgram, visitEachChild };
}

module.exports = { namesOfEarlierCells };
