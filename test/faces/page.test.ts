import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page } from "#tenure/report/page.js";
import type { Comparison } from "#tenure/study/findings.js";
import { pageAssets } from "../support/assets.ts";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../support/chromium.ts";
import { EDGES, edges } from "../support/edges.ts";
import { chartCount, realistic } from "../support/findings.ts";

/** A page opened from a disk, and what it asked for and complained about. */
interface Opened {
  readonly tab: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

test.runIf(process.env.REQUIRE_ALL === "1")("a Chromium to open the page with", () => {
  expect(CHROMIUM, "install Debian's package chromium, or name one in CHROMIUM").toBeDefined();
});

describe.skipIf(CHROMIUM === undefined)("the page in a browser (needs Chromium: set CHROMIUM to its path)", () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: CHROMIUM_ARGUMENTS });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(name: string, comparison: Comparison, width: number): Promise<Opened> {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, page(comparison, pageAssets()));
    const tab = await browser.newPage({ viewport: { width, height: 900 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    tab.on("request", (request) => requests.push(request.url()));
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    tab.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    await tab.goto(pathToFileURL(file).href);
    await tab.waitForSelector("html[data-charts=drawn]", { timeout: 60_000 });
    return { tab, requests, complaints };
  }

  describe.each([
    ["a realistic comparison", realistic],
    ["what a page must bear", edges],
  ] as const)("%s", (name, make) => {
    test.each([1280, 800])("at %i pixels: all charts, no complaint, no request, nothing cut off", async (width) => {
      const comparison = make();
      const { tab, requests, complaints } = await open(name, comparison, width);
      const charts = await tab.$$eval("figure", (figures) =>
        figures.map((figure) => {
          const svg = figure.querySelector("svg.marks");
          const box = svg?.getBoundingClientRect();
          const frame = figure.getBoundingClientRect();
          return {
            drawn: (svg?.querySelectorAll("path, text").length ?? 0) > 1 && (box?.height ?? 0) > 40,
            inside: (box?.right ?? Number.POSITIVE_INFINITY) <= frame.right && (box?.left ?? 0) >= frame.left,
          };
        }),
      );
      expect(charts).toHaveLength(chartCount(comparison));
      expect(charts.filter(({ drawn, inside }) => !drawn || !inside)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => url !== tab.url() && url !== "data:,")).toEqual([]);
      const [content, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window);
      const cut = await tab.$$eval("table.measures td, table.measures th", (cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
      );
      expect(cut).toEqual([]);
      await tab.close();
    });
  });

  test("a hostile name is text in a tooltip too", async () => {
    const hostile = EDGES["hostile names"];
    const { tab, complaints } = await open("tooltip", { ...edges(), groups: [hostile()] }, 1280);
    const dot = tab.locator("#chart-0-uplift .mark-symbol path").first();
    await dot.scrollIntoViewIfNeeded();
    await dot.hover();
    const tip = tab.locator("#vg-tooltip-element");
    await tip.waitFor({ state: "visible" });
    expect(await tip.textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await tab.$$("img")).toEqual([]);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test("the policy stops a connection and a script the page did not come with", async () => {
    const { tab } = await open("policy", realistic(), 1280);
    const reached = await tab.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.injected = 'yes'";
      document.body.append(script);
      const fetched = await fetch("data:,x").then(
        () => true,
        () => false,
      );
      return { fetched, injected: document.documentElement.dataset.injected ?? "no" };
    });
    expect(reached).toEqual({ fetched: false, injected: "no" });
    await tab.close();
  });
});
