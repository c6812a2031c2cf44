import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import {
  compare,
  diffScenarios,
  explainScenario,
  load,
  markdown,
  rows,
  show,
  sweep,
  table,
  verify,
} from "#tenure/notebook/index.js";
import { causesChart } from "#tenure/report/charts/causes.js";
import { retentionChart } from "#tenure/report/charts/retention.js";
import { edges, HOSTILE } from "../../support/edges.ts";
import { inCell, type Sent } from "../../support/fakeCell.ts";
import { realistic } from "../../support/findings.ts";

type Shown = Parameters<typeof show>[0];

/** What a cell that shows something sends: one output, not to be updated. */
async function shown(thing: Shown): Promise<Sent> {
  const [first, ...more] = await inCell(() => show(thing));
  expect(more).toEqual([]);
  expect([first?.id, first?.isUpdate]).toEqual([undefined, false]);
  return first;
}

/** HTML of a table, with the words it says and the words it says instead. */
async function texts(thing: Shown): Promise<{ html: string; text: string }> {
  const { data } = await shown(thing);
  expect(Object.keys(data)).toEqual(["text/html", "text/plain"]);
  return { html: String(data["text/html"]), text: String(data["text/plain"]) };
}

const { groups } = realistic();
const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
const other = await load("scenarios/cdnow/one-percent-back.yaml");

describe("a chart", () => {
  test("is interactive, a picture and words, in one output", async () => {
    const spec = causesChart(groups[0]);
    const { data, metadata } = await shown(spec);
    expect(Object.keys(data)).toEqual(["application/vnd.vegalite.v5+json", "image/png", "text/plain"]);
    expect(data["application/vnd.vegalite.v5+json"]).toMatchObject({
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
      title: spec.title,
    });
    expect(data["text/plain"]).toBe(spec.description);
    const png = Buffer.from(String(data["image/png"]), "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const { width, height } = metadata["image/png"] as { width: number; height: number };
    expect(Math.abs(png.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(1);
    expect(Math.abs(png.readUInt32BE(20) - 2 * height)).toBeLessThanOrEqual(1);
    expect(width).toBeGreaterThan(400);
    expect(png.length).toBeLessThan(60_000);
  });

  test("is the same bytes each time, and others for another chart", async () => {
    const digest = async (spec: Shown): Promise<string> =>
      createHash("sha256")
        .update(JSON.stringify((await shown(spec)).data))
        .digest("hex");
    const spec = retentionChart(groups[0]);
    expect(await digest(spec)).toBe(await digest(structuredClone(spec)));
    expect(await digest(spec)).not.toBe(await digest(retentionChart(groups[1])));
  });
});

describe("results", () => {
  test("a comparison has the numbers of the terminal, with intervals and units, for each group", async () => {
    const { html, text } = await texts(realistic());
    for (const { name } of groups) expect(html).toContain(`<h4>${name}</h4>`);
    for (const said of [html, text]) expect(said).toContain("[340,465, 354,772]");
    expect(html).toContain('<b class="value">$347,619</b>');
    expect(text.split("\n").every((line) => line.length <= 110)).toBe(true);
  });

  test("a group alone is what it is in the comparison", async () => {
    const comparison = await compare([cdnow], { replicates: 4, customers: 50 });
    expect(await texts(comparison.groups[0])).toEqual(await texts(comparison));
  });

  test("read without styles, too: lines of a cell are broken, values stand out", async () => {
    const { html } = await texts(realistic());
    expect(html).toMatch(/<\/b>[^\n]*?<span class="more"><br>/);
    expect(html).not.toMatch(/<span class="more">(?!<br>)/);
  });

  test("names are shown, never run", async () => {
    const { html } = await texts(edges());
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
    const { html: cells } = await texts([{ [HOSTILE]: HOSTILE }]);
    expect(cells).not.toContain("<img");
  });

  test("a comparison of nothing says so", async () => {
    expect((await texts({ measures: [], groups: [] })).text).toBe("Nothing was compared.");
  });

  test("a sweep of one lever has a row a design, of two a grid a measure", async () => {
    const lever = { path: "program.earn.pointsPerUnit", values: [0.5, 1, 2] };
    const options = { replicates: 4, customers: 60 };
    const one = await texts(await sweep(cdnow, [lever], options));
    expect(one.html.match(/<tr>/g)).toHaveLength(4);
    expect(one.html).toContain("as written");
    expect(one.html).toContain("Best of 3 designs by net value");
    const rewards = { path: "program.rewards[5 dollar voucher].points", values: [200, 300] };
    const two = await texts(await sweep(cdnow, [lever, rewards], options));
    expect(two.html.match(/<table/g)).toHaveLength(1);
    expect(two.html.match(/<td>/g)).toHaveLength(6);
    expect(two.html).not.toContain("NaN");
  });

  test("what verify found is a row a rule", async () => {
    const verdicts = await verify(cdnow, { customers: 20 });
    const { html } = await texts(verdicts);
    expect(html.match(/<tr>/g)).toHaveLength(verdicts.length + 1);
    expect(html).toContain("none fails");
  });
});

describe("scenarios", () => {
  test("one that was loaded is what its files state, and where", async () => {
    const { html, text } = await texts(cdnow);
    expect(html).toContain("program.earn.pointsPerUnit");
    expect(html).toContain("five-percent-back.yaml:");
    expect(html).not.toContain("rewardedBehaviourHalfLifeDays");
    expect(text).toMatch(/And \d+ defaults/);
  });

  test("one from code is what differs from the defaults", async () => {
    const { html } = await texts(cdnow.scenario);
    expect(html).toContain("program.earn.pointsPerUnit");
    expect(html).not.toContain("yaml");
  });

  test("an explanation is every input, differences are a row each", async () => {
    const explained = explainScenario(cdnow);
    expect((await texts(explained)).html.match(/<tr>/g)).toHaveLength(explained.length + 1);
    const differences = diffScenarios(cdnow, other);
    const { html } = await texts(differences);
    expect(html).toContain(`${differences.length} difference`);
    expect(html).toContain(differences[0].path);
  });
});

describe("rows, tables and text", () => {
  test("rows have the columns of the first that has them; numbers are shortened, nothing is said of nothing", async () => {
    const { html } = await texts([
      { a: 1 / 3, b: null },
      { a: 2, c: "x" },
    ]);
    expect(html).toContain('<th scope="col">a</th><th scope="col">b</th><th scope="col">c</th>');
    expect(html).toContain('<th scope="row">0.333333</th><td></td><td></td>');
    expect((await texts([])).text).toBe("No rows.");
    expect((await texts(Array.from({ length: 300 }, (_, at) => ({ at })))).html).toContain("And 100 more rows.");
  });

  test("a table is shown by its own columns", async () => {
    const some = table(realistic(), "measures")
      .filter((d) => d.measure === "clvUplift")
      .select("world", "value");
    const { html } = await texts(some);
    expect(html).toContain('<th scope="col">world</th><th scope="col">value</th>');
    const values = rows(realistic(), "measures").filter(({ measure }) => measure === "clvUplift");
    expect(html.match(/<tr>/g)).toHaveLength(values.length + 1);
  });

  test("text is text, Markdown is Markdown", async () => {
    expect((await shown("<b>")).data).toEqual({ "text/plain": "<b>" });
    expect((await shown(markdown("**b**"))).data).toEqual({ "text/markdown": "**b**", "text/plain": "**b**" });
  });

  test.each([
    [7, "a number"],
    [null, "null"],
    [undefined, "undefined"],
    [Promise.resolve(1), "a promise: write `await` before it"],
    [[1, 2], "a list of something else"],
    [[new Map()], "a list of something else"],
    [{ a: 1, b: 2 }, "an object with a, b"],
    [() => 1, "a function"],
  ])("%s is refused in words", async (thing, got) => {
    await expect(show(thing as unknown as Shown)).rejects.toThrow(TypeError);
    await expect(show(thing as unknown as Shown)).rejects.toThrow(`got ${got}`);
  });
});

test("outside a notebook words are printed", async () => {
  const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await show("words");
    expect(print.mock.calls).toEqual([["words\n"]]);
  } finally {
    print.mockRestore();
  }
  const alone = await compare([cdnow], { replicates: 4, customers: 50 });
  expect(alone.groups).toHaveLength(1);
});
