import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookFiles } from "#tenure/notebook/lab/names.js";
import { NOTEBOOKS, ROOT } from "#tenure/notebook/lab/places.js";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../support/chromium.ts";
import { jupyterForTests } from "../support/jupyter.ts";
import { Lab } from "../support/lab.ts";
import { notebookOf } from "../support/notebooks.ts";

/* The first notebook in JupyterLab, as a person sees it: all cells run with the project's kernel, and charts are drawn. */

const { jupyter, reason } = jupyterForTests("lab");
const isReady = jupyter?.module === "jupyterlab" && CHROMIUM !== undefined;
const OUT = join(ROOT, "out");

/** Stands in for a first notebook where there is none. */
const CHART = `import { load } from "tenure";
import { display } from "tslab";
const { scenario } = await load("../scenarios/coffee/stars.yaml");
const rows = [{ kind: "points", cost: 1.5 }, { kind: "stamps", cost: 2.5 }];
const x = { field: "kind", type: "nominal" };
const y = { field: "cost", type: "quantitative" };
const spec: object = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", data: { values: rows }, mark: "bar", encoding: { x, y } };
display.raw("application/vnd.vegalite.v5+json", spec as unknown as string);`;

test.runIf(process.env.REQUIRE_ALL === "1")("a JupyterLab and a Chromium to open it with", () => {
  expect(jupyter?.module, reason).toBe("jupyterlab");
  expect(CHROMIUM, "install Debian's package chromium, or name one in CHROMIUM").toBeDefined();
});

/** Processes whose command line holds a word. */
function processesWith(word: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
      } catch {
        return false;
      }
    });
}

describe.skipIf(!isReady)("JupyterLab in a browser (needs Python with JupyterLab, and Chromium)", () => {
  const [first] = notebookFiles(NOTEBOOKS, []).filter((file) => basename(file).startsWith("01-"));
  const name = first === undefined ? "01-stand-in" : basename(first, ".ipynb");
  // A hidden copy beside it is opened: its cells find what those of the first find, and no file of the project changes.
  const copy = join(NOTEBOOKS, `.open-${name}.ipynb`);
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const text = first === undefined ? JSON.stringify(notebookOf("1 + 1", CHART)) : readFileSync(first, "utf8");
    const { cells, ...rest } = JSON.parse(text);
    // No output is there before the cells are run.
    const bare = cells.map((cell: { cell_type: string }) =>
      cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
    );
    writeFileSync(copy, JSON.stringify({ cells: bare, ...rest }));
    lab = await Lab.open("--ContentsManager.allow_hidden=True");
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: CHROMIUM_ARGUMENTS });
    page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    page.on("pageerror", (error) => complaints.push(error.message));
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
    rmSync(copy, { force: true });
  });

  test("offers this project's kernel for new notebooks", async () => {
    await expect
      .poll(() => lab.ask("api/kernelspecs"), { timeout: 60_000, interval: 200 })
      .toMatchObject({
        default: "tslab",
        kernelspecs: { tslab: { spec: { display_name: "TypeScript (tenure)", language: "typescript" } } },
      });
  });

  test("runs every cell of the first notebook and draws its charts", async () => {
    await page.goto(lab.address(`lab/tree/${basename(copy)}`));
    await page.waitForSelector(".jp-Notebook .jp-CodeCell", { timeout: 60_000 });
    await expect
      .poll(() => page.textContent(".jp-Toolbar-kernelName"), { timeout: 30_000 })
      .toBe("TypeScript (tenure)");
    await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
    await page.click('.lm-Menu-itemLabel:text-is("Run All Cells")');
    await expect.poll(() => countsOf(page), { timeout: 90_000, interval: 200 }).toMatchObject({ running: 0, unrun: 0 });
    await page.waitForSelector(CHARTS, { timeout: 30_000 });
    const { errors } = await countsOf(page);
    expect(errors).toEqual([]);
    const charts = await page.$$eval(CHARTS, (all) => all.map((one) => one.getBoundingClientRect().width > 40));
    expect(charts.length).toBeGreaterThan(0);
    expect(charts).not.toContain(false);
    mkdirSync(OUT, { recursive: true });
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    expect(complaints).toEqual([]);
  });

  test("Ctrl-C ends it and its kernels", async () => {
    expect(processesWith("kernels/tslab/launch.cjs").length).toBeGreaterThan(0);
    await browser.close();
    expect(await lab.close()).toBe(0);
    await expect.poll(() => processesWith("kernels/tslab/launch.cjs"), { timeout: 10_000 }).toEqual([]);
  });
});

const CHARTS = ".jp-OutputArea-output canvas.marks, .jp-OutputArea-output svg.marks";

/** How many cells wait or run, how many never ran, and texts of errors. Cells out of sight are asked too. */
function countsOf(page: Page): Promise<{ running: number; unrun: number; errors: string[] }> {
  return page.evaluate(() => {
    const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputArea-prompt")].map(
      (one) => one.textContent ?? "",
    );
    const errors = document.querySelectorAll(
      '.jp-OutputArea-output[data-mime-type*="error"], .jp-OutputArea-output[data-mime-type*="stderr"]',
    );
    return {
      running: prompts.filter((text) => text.includes("*")).length,
      unrun: prompts.filter((text) => !/\d/.test(text)).length,
      errors: [...errors].map((one) => one.textContent ?? ""),
    };
  });
}
