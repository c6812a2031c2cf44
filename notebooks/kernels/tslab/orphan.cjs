"use strict";
const { Worker } = require("node:worker_threads");

const WATCH = `
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 1000);
`;

/**
 * Ends this process within a second or two of its parent. tslab does not notice that Jupyter is gone: a killed front end would leave
 * its kernels running. A thread watches, because the main one may be computing.
 */
function endWithParent() {
  new Worker(WATCH, { eval: true }).unref();
}

module.exports = { endWithParent };
