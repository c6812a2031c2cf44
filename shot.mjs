import { chromium } from "playwright-core";
const [,, file, out, w="1280"] = process.argv;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu"] });
const p = await b.newPage({ viewport: { width: +w, height: 900 } });
await p.goto("file://" + file, {timeout: 100000}); await p.waitForSelector("html[data-charts=drawn]", {timeout: 100000});
const h = await p.evaluate(() => document.documentElement.scrollHeight);
let n=0; for (let y = 0; y < h; y += 1500) { await p.screenshot({ path: `${out}-${n++}.png`, clip: { x: 0, y, width: +w, height: Math.min(1500, h - y) }, fullPage: true }); }
console.log(h, n); await b.close();
