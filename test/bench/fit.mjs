import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { VERSION } from "#tenure/basics/version.js";
import { fitPurchases } from "#tenure/fit/fitPurchases.js";
import { betaQuantile, gammaQuantile } from "#tenure/math/quantiles.js";
import { threefry } from "#tenure/random/threefry.js";
import { uniformOf } from "#tenure/random/uniform.js";

/*
 * How long a BG/NBD fit takes, beside lifetimes, the closest Python library: the same generated histories, turn by turn, and the same
 * optimum or the benchmark fails.
 *
 *   npm run bench:fit                       our fit alone
 *   npm run bench:fit -- .venv/bin/python   beside lifetimes, as test/bench/fit_peer.py says how to install it
 *
 * Ours is everything fitPurchases does: grouping, five starts, standard errors, what is identified. Theirs is fit, with its own
 * standard errors. Ratios are taken inside a round, then min / median / max over rounds.
 */

const ROUNDS = 7;
const SIZES = [2_000, 20_000, 100_000];
const TRUTH = { r: 0.25, alpha: 4.5, a: 0.8, b: 2.4 };

/** Optima are one when parameters agree to this: lifetimes stops its search earlier. */
const SAME = 2e-3;

/**
 * Histories from the story itself, all different.
 *
 * @param {number} customers how many
 * @returns {{ x: number[], tx: number[], T: number[], customers: number[] }} one row a customer
 */
function generate(customers) {
  const words = new Uint32Array(4);
  const rates = gammaQuantile(TRUTH.r);
  const chances = betaQuantile(TRUTH.a, TRUTH.b);
  /** @type {{ x: number[], tx: number[], T: number[], customers: number[] }} */
  const rows = { x: [], tx: [], T: [], customers: [] };
  for (let customer = 0; customer < customers; customer++) {
    let number = 0;
    const uniform = () => {
      threefry(1, 2, 3, 4, customer, number++, 0, 0, words);
      return uniformOf(words[0]);
    };
    const T = 27 + 12 * uniform();
    const u = uniform();
    const rate = (u <= 0.5 ? rates(u, false) : rates(1 - u, true)) / TRUTH.alpha;
    const v = uniform();
    const chance = v <= 0.5 ? chances(v, false) : chances(1 - v, true);
    let x = 0;
    let tx = 0;
    for (let time = 0, gone = false; !gone; gone = uniform() < chance) {
      time -= Math.log(uniform()) / rate;
      if (time > T) break;
      x += 1;
      tx = time;
    }
    rows.x.push(x);
    rows.tx.push(tx);
    rows.T.push(T);
    rows.customers.push(1);
  }
  return rows;
}

/**
 * A running lifetimes with the histories read.
 *
 * @param {string} python its interpreter
 * @param {string} file histories
 */
async function openPeer(python, file) {
  const script = fileURLToPath(new URL("fit_peer.py", import.meta.url));
  const child = spawn(python, [script, file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return {
    fit: async () => {
      child.stdin.write("\n");
      const { value } = await lines.next();
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}

/** @param {number[]} values */
const spread = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const shown = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]];
  return shown.map((value) => value.toPrecision(3)).join(" / ");
};

const python = process.argv[2];
if (python !== undefined && !existsSync(python)) throw new Error(`expected a Python interpreter, got ${python}`);
console.log(`tenure ${VERSION}, Node ${process.version}, ${cpus()[0].model}; ${ROUNDS} rounds, min / median / max`);
const folder = mkdtempSync(join(tmpdir(), "fit-"));
try {
  for (const size of SIZES) {
    const histories = generate(size);
    const file = join(folder, "histories.json");
    writeFileSync(file, JSON.stringify(histories));
    const peer = python === undefined ? null : await openPeer(python, file);
    fitPurchases("bgNbd", histories);
    await peer?.fit();
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      const { parameters, converged } = fitPurchases("bgNbd", histories);
      ours.push((performance.now() - began) / 1000);
      if (!converged) throw new Error("our fit did not converge");
      if (peer === null) continue;
      const found = await peer.fit();
      theirs.push(found.seconds);
      for (const [name, value] of Object.entries(parameters)) {
        if (Math.abs(found[name] / value - 1) > SAME) throw new Error(`${name}: ours ${value}, theirs ${found[name]}`);
      }
    }
    peer?.close();
    console.log(`${size} customers: ours ${spread(ours)} s`);
    if (theirs.length === 0) continue;
    console.log(
      `  lifetimes ${spread(theirs)} s, the same optimum; ratio ${spread(theirs.map((one, i) => one / ours[i]))}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
