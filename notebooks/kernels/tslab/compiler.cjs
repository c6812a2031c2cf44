"use strict";
const path = require("node:path");
const { fromTslab } = require("./tslab.cjs");

const typescriptPath = fromTslab.resolve("@tslab/typescript-for-tslab");
const typescript = fromTslab(typescriptPath);

/** tslab writes its compiler options into the call; these replace some of them. */
function createWatchCompilerHost(files, options, ...rest) {
  const own = {
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    strict: true,
    lib: [
      ...options.lib.map((name) => (name === "lib.es2022.d.ts" ? "lib.es2023.d.ts" : name)),
      path.join(__dirname, "es2023.d.ts"),
    ],
    types: ["node"],
  };
  return typescript.createWatchCompilerHost(files, { ...options, ...own }, ...rest);
}

/** The compiler as tslab is to see it. Its exports cannot be assigned to, so a copy stands in the cache of modules. */
const seen = Object.create(null);
for (const key of Object.keys(typescript)) {
  const get = key === "createWatchCompilerHost" ? () => createWatchCompilerHost : () => typescript[key];
  Object.defineProperty(seen, key, { enumerable: true, get });
}
require.cache[typescriptPath].exports = seen;
// Loaded now and nowhere earlier: whoever loads it first decides which compiler it sees.
const { createConverter } = fromTslab("./dist/converter.js");

/** tslab's compilers of cells: one for cells that run in Node, made at once, and one for the browser, made when asked for. */
function createCompilers() {
  const node = createConverter({ isJS: false, isBrowser: false });
  let browser;
  return {
    node,
    get browser() {
      browser ??= createConverter({ isJS: false, isBrowser: true });
      return browser;
    },
    close() {
      node.close();
      browser?.close();
    },
  };
}

module.exports = { createCompilers, compilerVersion: typescript.version };
