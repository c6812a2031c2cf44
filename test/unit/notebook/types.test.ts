import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { declarationsFrom } from "../../support/consumer.ts";

/* Cells, compiled by the compiler of their kernel (TypeScript 5.0) as the kernel does, declarations among them. */

const root = fileURLToPath(new URL("../../..", import.meta.url));
const TSC = join(root, "node_modules/@tslab/typescript-for-tslab/bin/tsc");

/** What the compiler says of a notebook's cells; empty when all is well. */
function compileCells(text: string): string[] {
  const folder = mkdtempSync(join(root, "dist/cells-"));
  try {
    writeFileSync(join(folder, "cells.ts"), text);
    const options = ["--strict", "--declaration", "--module", "esnext", "--moduleResolution", "bundler"];
    const target = ["--target", "es2022", "--lib", "es2022,dom", "--types", "node", "--skipLibCheck", "false"];
    const outside = ["--emitDeclarationOnly", "--rootDir", root, "--outDir", folder];
    const { stdout } = spawnSync(process.execPath, [TSC, ...options, ...target, ...outside, join(folder, "cells.ts")], {
      cwd: root,
      encoding: "utf8",
    });
    return stdout.split("\n").filter((line) => line !== "" && !line.startsWith("node_modules/"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const CELLS = `
import {
  type ChartSpec, type Comparison, type MeasureTableRow, type Showable, type Sweep, type Table,
  compare, csvFiles, diffScenarios, explainScenario, load, loadAll, markdown, override, rows, show, sweep, table, verify, writeCsv,
} from "tenure/notebook";

export const designs = await loadAll(["scenarios/coffee"]);
export const found: Comparison = await compare(designs, { replicates: 4, customers: 100 });
export const lever = { path: "program.earn.pointsPerUnit", values: [1, 2] };
export const swept: Sweep = await sweep(designs[0], [lever]);
export const lines = rows(found, "measures");
export const first: MeasureTableRow = lines[0];
export const uplift: number | null = first.value;
export const low: number | null = first.difference_outcome_low;
export const early: number | null = rows(found, "cohorts")[0].clv_12_difference_low;
export const written: number | null = rows(swept)[0].written_difference;
export const month: number = rows(found, "series")[0].month;
export const frame = table(found, "measures").filter((d) => d.measure === "clvUplift").select("world", "value");
export const worlds: string[] = frame.array("world");
export const doubled: (number | null)[] = frame.derive({ twice: (d) => (d.value === null ? null : 2 * d.value) }).array("twice");
export const means: Table = table(found, "types").groupby("type").rollup({ mean: "d => op.mean(d.value)" });
export const own = table([{ a: 1 }]).orderby("a").objects()[0].a.toFixed(1);
export const paths: string[] = await writeCsv(found, "out");
export const spec: ChartSpec = { $schema: "", description: "", ...{ width: 500 } };
export const anything: Showable[] = [spec, found, found.groups[0], swept, designs[0], designs[0].scenario, markdown("a"), "a"];
await show(explainScenario(designs[0]));
await show(diffScenarios(designs[0], designs[1]));
await show(await verify(designs[0]));
await show(lines);
await show(frame);
await show(swept);
export const dearer = override(designs[0].scenario, { name: "Dearer" });
export const names: string[] = csvFiles(found).map(({ name }) => name);

// @ts-expect-error a promise is no comparison
await show(compare(designs));
// @ts-expect-error a number is nothing to show
await show(7);
// @ts-expect-error nothing is nothing to show
await show(null);
// @ts-expect-error a function is nothing to show
await show(() => 1);
// @ts-expect-error a kind of rows that does not exist
rows(found, "profits");
// @ts-expect-error rows of a comparison are of a kind
rows(found);
// @ts-expect-error a sweep has rows of measures alone
rows(swept, "cohorts");
// @ts-expect-error a column that does not exist
first.vaule;
// @ts-expect-error a column that another kind has
rows(found, "causes")[0].month;
// @ts-expect-error a value may be missing
export const sure: number = first.value;
// @ts-expect-error rows are to be read
first.value = 1;
// @ts-expect-error a column of a table that does not exist
table(found, "measures").array("vaule");
// @ts-expect-error a column that was left out
frame.array("low");
// @ts-expect-error a column is of its type
export const text: string[] = frame.array("value");
// @ts-expect-error a criterion sees a row's own columns
frame.filter((d) => d.measure === "roi");
// @ts-expect-error an option that does not exist
await compare(designs, { replicate: 4 });
// @ts-expect-error a sweep that was interrupted too early is an error, not null
export const none: null = swept;
// @ts-expect-error Markdown is made of text
markdown(3);
// @ts-expect-error a promise is to be awaited
load("scenarios/coffee/stars.yaml").scenario;
`;

describe("the types of a notebook", () => {
  test("refuse what is wrong and nothing else; whatever a cell declares can be named", () => {
    expect(compileCells(CELLS)).toEqual([]);
  });

  test("a refusal that does not come is noticed", () => {
    const wrong =
      'import { show } from "tenure/notebook";\n// @ts-expect-error this is right\nawait show("text");\nexport {};\n';
    expect(compileCells(wrong)).toEqual([expect.stringContaining("Unused '@ts-expect-error' directive")]);
  });

  test("name nothing outside this package, and nothing newer than TypeScript 5.0", () => {
    const files = declarationsFrom("dist/notebook/index.d.ts");
    expect(files.flatMap(({ file, outside }) => outside.map((one) => `${file}: ${one}`))).toEqual([]);
    const generic = /\b(?:Float64|Uint32|Int32|Uint8)Array</;
    expect(files.filter(({ text }) => generic.test(text)).map(({ file }) => file)).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });
});
