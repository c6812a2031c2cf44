import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fitPage } from "#tenure/report/fitPage.js";
import { page } from "#tenure/report/page.js";
import { pageAssets } from "../support/assets.ts";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../support/chromium.ts";
import { EDGES, edges, HOSTILE } from "../support/edges.ts";
import { chartCount, realistic } from "../support/findings.ts";
import { FITS } from "../support/fitReports.ts";
import { expectWhole, openPage } from "../support/openedPage.ts";

test.runIf(process.env.REQUIRE_ALL === "1")("a Chromium to open the page with", () => {
  expect(CHROMIUM, "install Debian's package chromium, or name one in CHROMIUM").toBeDefined();
});

describe.skipIf(CHROMIUM === undefined)("the page in a browser (needs Chromium: set CHROMIUM to its path)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: CHROMIUM_ARGUMENTS });
  });

  afterAll(async () => {
    await browser.close();
  });

  test.each([
    ["a realistic comparison", realistic],
    ["what a page must bear", edges],
  ] as const)("%s: all charts, no complaint, no request, nothing cut off", async (_, make) => {
    const opened = await openPage(browser, page(make(), pageAssets()));
    await expectWhole(opened, chartCount(make()));
    await opened.tab.close();
  });

  test.each(Object.keys(FITS))("a fit, %s: all charts, no complaint, no request, nothing cut off", async (key) => {
    const opened = await openPage(browser, fitPage(FITS[key](), HOSTILE, pageAssets()));
    await expectWhole(opened, 6);
    await opened.tab.close();
  });

  test("a hostile name is text in a tooltip too", async () => {
    const hostile = EDGES["hostile names"];
    const { tab, complaints } = await openPage(browser, page({ ...edges(), groups: [hostile()] }, pageAssets()));
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
    const { tab } = await openPage(browser, page(realistic(), pageAssets()));
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
