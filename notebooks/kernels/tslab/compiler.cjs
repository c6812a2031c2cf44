"use strict";
const path = require("node:path");
const { waits } = require("./await.cjs");
const { namesOfEarlierCells } = require("./earlier.cjs");
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
const replaced = { createWatchCompilerHost, ...namesOfEarlierCells(typescript) };
const seen = Object.create(null);
for (const key of Object.keys(typescript)) {
  Object.defineProperty(seen, key, { enumerable: true, get: () => replaced[key] ?? typescript[key] });
}
require.cache[typescriptPath].exports = seen;
// Loaded now and nowhere earlier: whoever loads it first decides which compiler it sees.
const { createConverter } = fromTslab("./dist/converter.js");

/** One of tslab's compilers of cells. */
function createCompiler(isBrowser) {
  const compiler = createConverter({ isJS: false, isBrowser });
  const convert = (earlier, source) => {
    const converted = compiler.convert(earlier, source);
    return { ...converted, hasToplevelAwait: converted.hasToplevelAwait || waits(typescript, source) };
  };
  return { ...compiler, convert };
}

/** tslab's compilers of cells: one for cells that run in Node, made at once, and one for the browser, made when asked for. */
function createCompilers() {
  const node = createCompiler(false);
  let browser;
  return {
    node,
    get browser() {
      browser ??= createCompiler(true);
      return browser;
    },
    close() {
      node.close();
      browser?.close();
    },
  };
}

const compilerVersion = typescript.version;

module.exports = { compilerVersion, createCompilers };
