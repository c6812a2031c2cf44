import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { load } from "tenure";
import { beforeAll, describe, expect, test } from "vitest";
import { Desk } from "../support/cli.ts";

const desk = new Desk();
const COLUMNS = ["--customer", "customer", "--date", "date", "--amount", "total"];
const BOUTIQUE = fileURLToPath(new URL("../../notebooks/data/boutique.yaml", import.meta.url));
desk.write("many.yaml", "schema: 1\nname: Many\nextends: base.yaml\ncustomerBase: { size: 1500 }\n");

beforeAll(async () => {
  const { code } = await desk.run("generate", "many.yaml", "--out", "log.csv", "--customers", "1500");
  expect(code).toBe(0);
});

describe("generate", () => {
  test("the same seed gives the same bytes, another seed others", async () => {
    for (const [name, seed] of [
      ["a.csv", "1"],
      ["b.csv", "1"],
      ["c.csv", "2"],
    ])
      await desk.run("generate", "stars.yaml", "--out", `out/${name}`, "--seed", seed, "--months", "6");
    const files = desk.read("out");
    expect(Object.keys(files)).toEqual(["a.csv", "b.csv", "c.csv"]);
    expect(files["a.csv"]).toBe(files["b.csv"]);
    expect(files["a.csv"]).not.toBe(files["c.csv"]);
    expect(files["a.csv"]).toMatch(
      /^customer,date,total,member,enrolled,points_earned,points_redeemed,reward\n1-0,2024-01-01 00:00:00,/,
    );
    expect(files["a.csv"]).not.toMatch(/2024-0[789]|2024-1/);
  });

  test("writes the log of notebook 09 with the command its customer base names", async () => {
    const { about } = (await load(BOUTIQUE)).scenario;
    const command = /`npx tenure (generate .*?) && gzip/.exec(about ?? "")?.[1].split(" ") ?? [];
    const { code, stderr } = await desk.run(...command.map((word) => (word.endsWith(".yaml") ? BOUTIQUE : word)));
    expect([code, stderr]).toEqual([0, ""]);
    const committed = gunzipSync(readFileSync(BOUTIQUE.replace(/yaml$/, "csv.gz"))).toString();
    expect(readFileSync(join(desk.folder, "boutique.csv"), "utf8")).toBe(committed);
  });

  test("is refused with every issue, and writes nothing", async () => {
    const { code, stderr } = await desk.run("generate", "stats.yaml", "--out", "none.csv", "--months", "0");
    expect([code, stderr.split("\n").length]).toEqual([2, 4]);
    expect(existsSync(join(desk.folder, "none.csv"))).toBe(false);
  });
});

const PROGRAM = ["--member", "member", "--points-earned", "points_earned", "--points-redeemed", "points_redeemed"];

describe("fit of a log with members", () => {
  test("says what it saw, warns in words that none of it is an effect, and writes it", async () => {
    await desk.run("generate", "stars.yaml", "--out", "members.csv", "--months", "12");
    const args = [...COLUMNS, ...PROGRAM, "--reward", "reward", "--points-expire", "6", "--loyalty-types"];
    const fit = await desk.run("fit", "members.csv", ...args, "--unit", "month", "--out", "effects");
    expect(fit.stdout).toMatch(/Program: [\d,]+ members? of [\d,]+ customers? who bought since 2024-01-01/);
    expect(fit.stdout).toContain("Mind: Members chose to be members");
    expect(fit.stdout).toContain("Loyalty types of");
    expect(fit.stdout).not.toMatch(/NaN|undefined|Infinity/);
    const { program, loyaltyTypes } = JSON.parse(desk.read("effects")["program-effects.json"]);
    expect([program.pointsExpire, program.enrolment.byMonth.length, loyaltyTypes.answered]).toEqual([6, 12, 0]);
  });

  test("a column that is not there, and months that are none, are refused by option, the nearest name offered", async () => {
    const wrong = ["--member", "membr", "--points-earned", "points_earnt"];
    const columns = await desk.run("fit", "members.csv", ...COLUMNS, ...wrong);
    expect([columns.code, columns.stdout]).toEqual([2, ""]);
    expect(columns.stderr).toMatch(/members.csv --member: .*did you mean `member`\?\n/);
    expect(columns.stderr).toMatch(/members.csv --points-earned: .*did you mean `points_earned`\?\n/);
    const months = await desk.run("fit", "members.csv", ...COLUMNS, ...PROGRAM, "--points-expire", "half");
    expect([months.code, months.stderr]).toEqual([
      2,
      expect.stringContaining("--points-expire: expected whole months"),
    ]);
  });
});

describe("fit", () => {
  test("writes a customer base that a scenario extends", async () => {
    const fit = await desk.run(
      "fit",
      "log.csv",
      ...COLUMNS,
      "--unit",
      "month",
      "--holdout",
      "2024-08-31",
      "--out",
      "base",
      "--name",
      "Ours",
      "--predict",
      "12",
      "--discount",
      "0.08",
    );
    expect(fit.stderr).toBe("");
    expect(fit.code).toBe(0);
    expect(fit.stdout).toMatch(/rows? read = [\d,]+ rows? used/);
    expect(fit.stdout).toContain("Held out: purchases after 2024-08-31");
    const files = desk.read("base");
    const base = files["customer-base.yaml"];
    expect(Object.keys(files).sort()).toEqual([
      "customer-base.yaml",
      "customers.csv",
      "fit.html",
      "present-customers.csv",
      "present-customers.yaml",
    ]);
    const [header, ...lines] = files["customers.csv"].trimEnd().split("\n");
    expect(header).toBe(
      "customer,purchases,lastPurchase,observed,alive,expectedPurchases,spendPerPurchase,residualSpend",
    );
    const rows = lines.map((line) => line.split(","));
    expect(rows).toHaveLength(1500);
    expect(rows.every((row) => row.slice(1).every((cell) => cell !== "" && Number(cell) >= 0))).toBe(true);
    expect(rows.map(([id]) => id)).toEqual([...rows.map(([id]) => id)].sort());
    expect(files["present-customers.yaml"]).toContain("extends: customer-base.yaml");
    expect(base).toMatch(/^schema: 1\nname: "Ours"\n/);
    expect(base).toContain("size: 1500");
    const alone = await desk.run("check", "base/customer-base.yaml");
    expect([alone.code, alone.stderr]).toEqual([
      2,
      expect.stringContaining("economics: expected a map with `grossMargin`"),
    ]);
    desk.write(
      "ours.yaml",
      "schema: 1\nname: Ours\nextends: base/customer-base.yaml\neconomics: { grossMargin: 0.5 }\n",
    );
    expect((await desk.run("check", "ours.yaml")).code).toBe(0);
    desk.write(
      "present.yaml",
      "schema: 1\nname: Present\nextends: base/present-customers.yaml\neconomics: { grossMargin: 0.5 }\n",
    );
    expect(await desk.run("check", "present.yaml")).toMatchObject({ code: 0, stderr: "" });
  });

  test("one JSON value", async () => {
    const { code, stdout } = await desk.run(
      "fit",
      "log.csv",
      ...COLUMNS,
      "--unit",
      "month",
      "--model",
      "bgNbd",
      "--json",
    );
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.model).toBe("bgNbd");
    expect(report.log.whole.histories.x[0]).toBe(0);
  });

  test("a fit that does not hold ends with 1 and writes the page alone, which says why", async () => {
    desk.write("two.csv", "customer,date,total\n1,2024-01-01,5\n1,2024-02-01,6\n2,2024-01-09,7\n");
    const { code, stdout, stderr } = await desk.run("fit", "two.csv", ...COLUMNS, "--out", "nothing");
    expect([code, stderr]).toEqual([1, expect.stringContaining("was not written, since the fit does not hold")]);
    expect(stdout).toContain("This fit does not hold");
    const files = desk.read("nothing");
    expect(stderr).not.toContain("earlier fit");
    expect(Object.keys(files)).toEqual(["fit.html"]);
    expect(files["fit.html"]).toContain("does not hold");
    const again = await desk.run("fit", "two.csv", ...COLUMNS, "--out", "base");
    expect(again.stderr).toContain(
      "Mind: customer-base.yaml, present-customers.yaml, present-customers.csv, customers.csv in the same folder are of an earlier fit.",
    );
  });

  test("predictions are refused by option, all at once", async () => {
    const { code, stderr } = await desk.run("fit", "log.csv", ...COLUMNS, "--predict", "soon", "--discount", "0");
    expect(code).toBe(2);
    expect(stderr).toMatch(/--predict: expected a number above 0/);
    expect(stderr).toMatch(/--discount: expected a number above 0/);
    expect(stderr).toMatch(/--predict: expected --out beside it, got it alone/);
  });

  test("is refused with options and columns named", async () => {
    const { code, stdout, stderr } = await desk.run(
      "fit",
      "log.csv",
      "--customer",
      "custmer",
      "--date",
      "date",
      "--amount",
      "total",
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^log.csv --customer: expected a column of the log: .*Cure: did you mean `customer`\?\n1 issue.\n$/,
    );
  });
});

describe("what is read is never overwritten", () => {
  test("by a fit, by a generated log", async () => {
    await desk.run("generate", "many.yaml", "--out", "kept/customers.csv", "--customers", "50");
    const before = desk.read("kept");
    const fit = await desk.run("fit", "kept/customers.csv", ...COLUMNS, "--predict", "4", "--out", "kept");
    expect([fit.code, fit.stderr]).toEqual([2, expect.stringContaining('one where "customers.csv" is what is read')]);
    expect(desk.read("kept")).toEqual(before);
    for (const out of ["many.yaml", "base.yaml", "/dev/null", "log.parquet"]) {
      const { code, stderr } = await desk.run("generate", "many.yaml", "--out", out);
      expect([code, stderr]).toEqual([2, expect.stringContaining("--out: expected")]);
    }
    expect(existsSync(join(desk.folder, "log.parquet"))).toBe(false);
  });

  test("a name that no scenario may have is refused before anything is read", async () => {
    const { code, stderr } = await desk.run("fit", "none.csv", ...COLUMNS, "--name", "x".repeat(121), "--out", "long");
    expect([code, stderr]).toEqual([2, expect.stringContaining("--name: expected a name of 1 to 120 characters")]);
  });

  test("a log whose name ends in .gz is packed", async () => {
    await desk.run("generate", "many.yaml", "--out", "packed.csv.gz", "--customers", "1500");
    const packed = readFileSync(join(desk.folder, "packed.csv.gz"));
    expect(gunzipSync(packed).toString()).toBe(readFileSync(join(desk.folder, "log.csv"), "utf8"));
  });
});
