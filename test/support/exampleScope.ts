import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import * as tenure from "#tenure/index.js";
import * as notebook from "#tenure/notebook/index.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { termsOf } from "#tenure/valuation/terms.js";
import { modulesIn } from "./docstrings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Folder of the sources. */
export const SOURCES = join(root, "src");

/** What the package exports: all that an example of the public API may use. */
export const PUBLIC: Readonly<Record<string, unknown>> = { ...tenure };

/** What the entry of notebooks exports: all that an example in it may use. */
export const IN_NOTEBOOK: Readonly<Record<string, unknown>> = { ...notebook };

/**
 * Whether a module belongs to the entry of notebooks, whose names are those of `tenure` again; what starts Jupyter does not.
 *
 * @param module path from `src/`, without extension
 */
export function isEntry(module: string): boolean {
  return module.startsWith("notebook/") && !module.startsWith("notebook/lab/");
}

/** Customers of the tiny run whose books the fixtures are. */
const CUSTOMERS = 200;

/**
 * Things an internal example may speak of without making them: the CDNOW shop with 5 % back, loaded, drawn and lived by 200
 * customers on one luck.
 *
 * @returns `loaded`, its `scenario`, that `drawn`, its `plan`, the `luck`, the books: `ledger` with the program and `twin` without,
 * and the `terms` that value them
 */
export async function fixtures(): Promise<Record<string, unknown>> {
  const loaded = await tenure.load(join(root, "scenarios/cdnow/five-percent-back.yaml"));
  const { scenario } = loaded;
  const luck = { seed: seedWords(1), replicate: 0 };
  const drawn = drawScenario(scenario, luck.seed, 0, null);
  const plan = compilePlan([drawn], CUSTOMERS);
  const runner = new BlockRunner(plan, luck);
  for (const block of cutBlocks(plan, CUSTOMERS)) runner.run(block);
  const [twin, ledger] = runner.ledgers;
  return { loaded, scenario, drawn, plan, luck, ledger, twin, terms: termsOf(drawn, CUSTOMERS) };
}

/** Programs: to import them is to run them. */
const RUN_WHEN_IMPORTED: ReadonlySet<string> = new Set(["engine/worker", "notebook/lab/lab", "notebook/lab/notebooks"]);

/**
 * Everything the sources export, by name; the screen and the worker's entry apart, which act when they are loaded, and the entry
 * of notebooks.
 *
 * @returns exports of all modules in one
 */
export async function everyExport(): Promise<Record<string, unknown>> {
  const modules = modulesIn(SOURCES).filter(
    (module) => !module.startsWith("cli/") && !RUN_WHEN_IMPORTED.has(module) && !isEntry(module),
  );
  const exported = await Promise.all(
    modules.map((module): Promise<object> => import(pathToFileURL(join(root, "dist", `${module}.js`)).href)),
  );
  return Object.assign({}, ...exported);
}
