"use strict";
const path = require("node:path");
const { createRequire } = require("node:module");

/** Folder of the project, whose node_modules hold tslab. */
const root = path.resolve(__dirname, "../../..");

/** Loads what tslab loads: its own files, and the packages it depends on. */
const fromTslab = createRequire(createRequire(path.join(root, "package.json")).resolve("tslab/package.json"));

module.exports = { fromTslab, root };
