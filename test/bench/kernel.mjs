import { cpus } from "node:os";
import { VERSION } from "#tenure/basics/version.js";
import { load } from "#tenure/disk/load.js";
import { BLOCK_SIZE, BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { openPool } from "#tenure/engine/pool.js";
import { simulate } from "#tenure/engine/simulate.js";
import { reconcile } from "#tenure/ledger/reconcile.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { override } from "#tenure/scenario/override.js";

/**
 * @typedef {import("#tenure/ledger/books.js").Ledger} Ledger
 * @typedef {import("#tenure/plan/plan.js").Plan} Plan
 * @typedef {import("#tenure/scenario/scenario.js").DrawnScenario} DrawnScenario
 * @typedef {import("#tenure/scenario/patch.js").ScenarioPatch} ScenarioPatch
 */

/*
 * How long a customer's month takes, by number of program worlds, and what a second worker is worth.
 *
 *  each round: world 0 ─▶ 1 program ─▶ 2 ─▶ 10        (in another order every round)
 *                │ the same customers on the same luck, so every ledger is known beforehand and compared
 *                ▼
 *  ratios are taken inside a round, then min / median / max over rounds
 *
 * Lives are timed by the processor, so that whatever else the machine does counts little; workers also by the clock, and there a
 * second worker shows nothing on a machine whose other processor is busy. Nanoseconds belong to the machine they were taken on;
 * ratios hold elsewhere too.
 */

const SEED = 1;
const ROUNDS = 15;
const WARM_UPS = 2;
const WORLDS = [0, 1, 2, 10];
const POOL_ROUNDS = 7;
const POOL_REPLICATES = 12;
const luck = { seed: seedWords(SEED), replicate: 0 };

const SHOPS = [
  {
    name: "cdnow",
    without: "scenarios/cdnow/no-program.yaml",
    designs: ["scenarios/cdnow/five-percent-back.yaml", "scenarios/cdnow/one-percent-back.yaml"],
    customers: 8 * BLOCK_SIZE,
  },
  {
    name: "coffee",
    without: "scenarios/coffee/no-program.yaml",
    designs: ["scenarios/coffee/stars.yaml"],
    customers: 2 * BLOCK_SIZE,
  },
];

/**
 * A points program of one shop, and the same with everything a life can hold.
 *
 * @type {ScenarioPatch}
 */
const POINTS_ONLY = { program: { tiers: null, response: { borrowed: 0 } } };
/** @type {ScenarioPatch} */
const EVERYTHING = {
  customerBase: {
    season: [0.85, 0.85, 0.95, 1, 1, 1, 0.95, 0.95, 1, 1.05, 1.15, 1.25],
    growth: { purchaseRate: 0.02, prices: 0.02 },
    loyaltyTypes: { mix: { inertia: 3, price: 3, incentive: 2, value: 1, trust: 2, none: 1 } },
  },
  program: {
    tiers: {
      basis: "spend",
      levels: [
        { name: "Green", from: 0 },
        { name: "Silver", from: 120, earnMultiplier: 1.25, perkCostPerMonth: 0.1, perkValuePerMonth: 0.5 },
        { name: "Gold", from: 300, earnMultiplier: 1.5, discount: 0.03, perkCostPerMonth: 0.4, perkValuePerMonth: 2 },
      ],
    },
    response: { borrowed: 0.5, discount: 0.5 },
  },
};
/** What everything may cost, over points alone. */
const EVERYTHING_AT_MOST = 1.5;

/**
 * The first draw of a scenario's ranged inputs.
 *
 * @param {string} path
 * @returns {Promise<DrawnScenario>}
 */
async function drawn(path) {
  return drawScenario((await load(path)).scenario, luck.seed, 0, path);
}

/**
 * A design that asks 10 % more points for each reward at every step: so that no two worlds are alike.
 *
 * @param {DrawnScenario} scenario
 * @param {number} step
 * @returns {DrawnScenario}
 */
function dearer(scenario, step) {
  const { program } = scenario;
  if (program === null) throw new Error(`${scenario.name} has no program`);
  if (program.kind !== "points") throw new Error(`${scenario.name} has no catalogue`);
  const rewards = program.rewards.map((reward) => ({
    ...reward,
    points: Math.round(reward.points * (1 + step / 10)),
  }));
  return { ...scenario, program: { ...program, rewards } };
}

/**
 * Plans by number of program worlds; the first worlds of a longer list are the shorter list's.
 *
 * @param {typeof SHOPS[number]} shop
 * @returns {Promise<Map<number, Plan>>}
 */
async function plansOf(shop) {
  const without = await drawn(shop.without);
  const designs = await Promise.all(shop.designs.map(drawn));
  const worlds = Array.from({ length: Math.max(...WORLDS) }, (_, step) => dearer(designs[step % designs.length], step));
  return new Map(WORLDS.map((count) => [count, compilePlan([without, ...worlds.slice(0, count)], shop.customers)]));
}

/**
 * @param {boolean} holds
 * @param {string} what
 */
function assert(holds, what) {
  if (!holds) throw new Error(`the benchmark's answer is wrong: ${what}`);
}

/**
 * @param {Ledger} one
 * @param {Ledger} other
 */
function isSame(one, other) {
  return Buffer.from(one.cells.buffer).equals(Buffer.from(other.cells.buffer));
}

/**
 * Holds the books of a run against each other, and against those of the first run that had these worlds.
 *
 * @param {readonly Ledger[]} ledgers by world
 * @param {Ledger[]} known by world, added to
 * @param {string} run
 */
function consume(ledgers, known, run) {
  ledgers.forEach((ledger, world) => {
    known[world] ??= ledger;
    assert(isSame(ledger, known[world]), `${run}: world ${world} has other books than before`);
    assert(reconcile(ledger, ledgers[0]).length === 0, `${run}: the books of world ${world} do not reconcile`);
  });
}

/**
 * Smallest, middle and largest.
 *
 * @param {readonly number[]} values
 * @param {number} digits
 */
function spread(values, digits) {
  const sorted = [...values].sort((a, b) => a - b);
  const three = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]];
  return three.map((value) => value.toFixed(digits).padStart(8)).join("");
}

/**
 * @param {string} label
 * @param {readonly number[]} values
 * @param {number} digits
 */
function print(label, values, digits) {
  console.log(`  ${label.padEnd(52)}${spread(values, digits)}`);
}

/** @param {NodeJS.CpuUsage} usage */
function milliseconds({ user, system }) {
  return (user + system) / 1000;
}

/** @param {typeof SHOPS[number]} shop */
async function benchWorlds(shop) {
  const plans = await plansOf(shop);
  const first = plans.get(0);
  const customerMonths = shop.customers * (first?.layout.months ?? 0);
  /** @type {Map<number, number[]>} */
  const nanoseconds = new Map(WORLDS.map((count) => [count, []]));
  /** @type {Ledger[]} */
  const known = [];
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    for (let turn = 0; turn < WORLDS.length; turn++) {
      const count = WORLDS[(turn + round + WARM_UPS) % WORLDS.length];
      const plan = plans.get(count);
      if (plan === undefined) throw new Error(`no plan of ${count} worlds`);
      const blocks = cutBlocks(plan, BLOCK_SIZE);
      const runner = new BlockRunner(plan, luck);
      const started = process.cpuUsage();
      for (const block of blocks) runner.run(block);
      const spent = milliseconds(process.cpuUsage(started));
      consume(runner.ledgers, known, `${shop.name}, ${count} program worlds`);
      if (round >= 0) nanoseconds.get(count)?.push((spent * 1e6) / customerMonths);
    }
  }
  const of = (/** @type {number} */ count) => nanoseconds.get(count) ?? [];
  console.log(`${shop.name}: ${shop.customers} customers, ${first?.layout.months} months, ${ROUNDS} rounds`);
  print("ns per customer-month: world 0 and the occasions", of(0), 1);
  print("ns per customer-month: and 1 program world", of(1), 1);
  print("ns per customer-month: and 2 program worlds", of(2), 1);
  print("ns per customer-month: and 10 program worlds", of(10), 1);
  const paired = (/** @type {(round: number) => number} */ ratio) => of(0).map((_, round) => ratio(round));
  const tenOverTwo = paired((round) => of(10)[round] / of(2)[round]);
  const oneMore = paired((round) => (of(10)[round] - of(2)[round]) / 8 / of(0)[round]);
  print("ten worlds / two worlds", tenOverTwo, 2);
  print("one more world / world 0 + occasions", oneMore, 2);
}

/**
 * Points alone against tiers, loyalty types, season, growth, discounts and borrowed purchases on the same customers: the same number
 * of program worlds, in turn.
 *
 * @param {typeof SHOPS[number]} shop
 */
async function benchEverything(shop) {
  const designs = await Promise.all(shop.designs.map(async (path) => (await load(path)).scenario));
  const planned = (/** @type {ScenarioPatch} */ patch) =>
    compilePlan(
      designs.map((design) => drawScenario(override(design, patch), luck.seed, 0, null)),
      shop.customers,
    );
  const kernels = [POINTS_ONLY, EVERYTHING].map((patch) => {
    /** @type {{ plan: Plan, spent: number[], known: Ledger[] }} */
    const kernel = { plan: planned(patch), spent: [], known: [] };
    return kernel;
  });
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    for (let turn = 0; turn < kernels.length; turn++) {
      const { plan, spent, known } = kernels[(turn + round + WARM_UPS) % kernels.length];
      const runner = new BlockRunner(plan, luck);
      const started = process.cpuUsage();
      for (const block of cutBlocks(plan, BLOCK_SIZE)) runner.run(block);
      const took = milliseconds(process.cpuUsage(started));
      consume(runner.ledgers, known, `${shop.name}, everything or points`);
      if (round >= 0) spent.push(took);
    }
  }
  const [points, everything] = kernels.map(({ spent }) => spent);
  const ratios = points.map((took, round) => everything[round] / took);
  print(`${shop.name}: everything / points alone`, ratios, 2);
  const median = [...ratios].sort((a, b) => a - b)[ratios.length >> 1];
  assert(median <= EVERYTHING_AT_MOST, `${shop.name}: everything costs ${median.toFixed(2)} × points alone`);
}

/**
 * Runs replicates on an executor.
 *
 * @param {Plan} plan
 * @param {ReturnType<typeof openPool>} executor
 * @param {Ledger[][]} known by replicate and world, added to
 * @returns {Promise<{ readonly clock: number, readonly processor: number }>} milliseconds
 */
async function runOn(plan, executor, known) {
  const books = [];
  const options = { seed: luck.seed, firstReplicate: 0, replicates: POOL_REPLICATES, executor };
  const started = performance.now();
  const usedBefore = process.cpuUsage();
  for await (const replicate of simulate(() => plan, options)) books.push(replicate);
  const spent = { clock: performance.now() - started, processor: milliseconds(process.cpuUsage(usedBefore)) };
  assert(books.length === POOL_REPLICATES, "replicates are missing");
  for (const { replicate, ledgers } of books) {
    known[replicate] ??= [];
    consume(ledgers, known[replicate], `replicate ${replicate}`);
  }
  return spent;
}

/** @param {typeof SHOPS[number]} shop */
async function benchWorkers(shop) {
  const plan = (await plansOf(shop)).get(2);
  if (plan === undefined) throw new Error("no plan of 2 worlds");
  const one = openPool(1);
  const two = openPool(2, 0);
  /** @type {Ledger[][]} */
  const known = [];
  /** @type {number[]} */
  const clock = [];
  /** @type {number[]} */
  const processor = [];
  try {
    for (let round = -1; round < POOL_ROUNDS; round++) {
      const alone = await runOn(plan, one, known);
      const together = await runOn(plan, two, known);
      if (round < 0) continue;
      clock.push(alone.clock / together.clock);
      processor.push(together.processor / alone.processor);
    }
  } finally {
    await one.close();
    await two.close();
  }
  print(`${shop.name}: clock, one worker / two`, clock, 2);
  print(`${shop.name}: processor, two workers / one`, processor, 2);
}

const processors = cpus();
console.log(`tenure ${VERSION}, node ${process.version}, ${processors.length} × ${processors[0].model}, seed ${SEED}`);
console.log(`${"".padEnd(54)}${["min", "median", "max"].map((word) => word.padStart(8)).join("")}`);
for (const shop of SHOPS) await benchWorlds(shop);
console.log(`tiers, types, season, discounts, borrowed: ${ROUNDS} rounds`);
for (const shop of SHOPS) await benchEverything(shop);
console.log(
  `one worker and two: 2 program worlds, ${POOL_REPLICATES} replicates, ${POOL_ROUNDS} rounds, the same books`,
);
for (const shop of SHOPS) await benchWorkers(shop);
