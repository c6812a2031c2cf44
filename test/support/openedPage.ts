import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

/** A page opened from a disk, and what it asked for and complained about. */
export interface Opened {
  readonly tab: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Most milliseconds that hundreds of charts may take on a machine that is busy otherwise. */
const DRAWING = 100_000;

/** Opens a page from a disk and waits for its charts. */
export async function openPage(browser: Browser, html: string): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await tab.goto(pathToFileURL(file).href, { timeout: DRAWING });
  await tab.waitForSelector("html[data-charts=drawn]", { timeout: DRAWING });
  rmSync(folder, { recursive: true });
  return { tab, requests, complaints };
}

/** Widths a page is looked at: charts are drawn once, their size follows the page's. */
const WIDTHS: readonly number[] = [1280, 800];

/** Cells of tables whose words must be whole, by their selector. */
const CELLS = "table.measures td, table.measures th, table.fit td, table.fit th, table.summary td, table.summary th";

/** Every chart is drawn and within its frame, no word is cut, nothing was complained about or asked for, at each width. */
export async function expectWhole({ tab, requests, complaints }: Opened, charts: number): Promise<void> {
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 900 });
    const figures = await tab.$$eval("figure", (all) =>
      all.map((figure) => {
        const svg = figure.querySelector("svg.marks");
        const box = svg?.getBoundingClientRect();
        const frame = figure.getBoundingClientRect();
        return {
          id: figure.querySelector(".chart")?.id,
          drawn: (svg?.querySelectorAll("path, text").length ?? 0) > 1 && (box?.height ?? 0) > 40,
          inside: (box?.right ?? Number.POSITIVE_INFINITY) <= frame.right && (box?.left ?? 0) >= frame.left,
          within: frame.right <= innerWidth,
        };
      }),
    );
    expect([width, figures.length]).toEqual([width, charts]);
    expect([width, figures.filter((one) => !(one.drawn && one.inside && one.within))]).toEqual([width, []]);
    const [content, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(window).toBe(width);
    expect(content).toBeLessThanOrEqual(width);
    const cut = await tab.$$eval(CELLS, (cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
    );
    expect([width, cut]).toEqual([width, []]);
  }
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => url !== tab.url() && url !== "data:,")).toEqual([]);
}
