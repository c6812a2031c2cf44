import { describe, expect, it } from "vitest";
import { diffScenarios } from "#tenure/scenario/diff.js";
import { explainScenario } from "#tenure/scenario/explain.js";
import { parseHistory } from "#tenure/scenario/historyFile.js";
import { override } from "#tenure/scenario/override.js";
import { bad, loadText, thrown } from "./memory.ts";
import { BASELINE } from "./samples.ts";

const HEADER = "purchases,lastPurchase,observed,meanSpend,spendPurchases,customers";

const brief = (text: string) => parseHistory(text, "h.csv").issues.map(({ line, column, got }) => [line, column, got]);

describe("a file of histories", () => {
  it("may be separated by commas, semicolons or tabs, in any order, with the papers' letters and columns of its own", () => {
    const expected = {
      purchases: [2, 0],
      lastPurchase: [30.43, 0],
      observed: [38.86, 9],
      meanSpend: [22.5, 0],
      spendPurchases: [2, 0],
      customers: [1, 1],
    };
    const commas = "customer,purchases,lastPurchase,observed,meanSpend\r\nA7,2,30.43,38.86,22.5\r\nB1,0,0,9,\r\n\r\n";
    const semicolons = '\ufeffT;"x";t_x;meanSpend;note\n38,86;2;30,43;22,5;good\n9;0;0;;\n';
    const tabs = "tx\tx\tT\tmeanSpend\n30.43\t2\t38.86\t22.5\n0\t0\t9\t";
    for (const text of [commas, semicolons, tabs]) {
      expect(parseHistory(text, "h.csv")).toEqual({ history: expected, issues: [] });
    }
  });

  it("says everything that is wrong in it, with line and column", () => {
    const rows = [
      "1.5,2,3,,,",
      "2,a,3,,,",
      "2,9,3,,,",
      "-1,0,3,,,0",
      "1,0,5,,,",
      "0,2,5,,,",
      "1,,5,,,",
      "2,1,5,,4,",
      "2,1,5,0,,",
    ];
    expect(brief(`${HEADER}\n${rows.join("\n")}\n1,1,1,1,1,1\n`)).toEqual([
      [2, 1, "1.5"],
      [3, 3, '"a"'],
      [4, 3, "9"],
      [5, 1, "-1"],
      [5, 10, "0"],
      [6, 3, "0"],
      [7, 3, "2"],
      [8, 3, "nothing"],
      [9, 8, "a number of purchases"],
      [10, 7, "0"],
    ]);
  });

  it("stops after twenty complaints", () => {
    expect(brief(`${HEADER}\n${"x,x,x,x,x,x\n".repeat(500)}`)).toHaveLength(20);
  });

  it("takes no percentage, no infinity and no words for a number", () => {
    for (const cell of ["Infinity", "NaN", "1e999", "5%", "0x10", "1 000", "--1"]) {
      expect(
        brief(`x,tx,T\n1,1,${cell}\n`).map(([line, column]) => [line, column]),
        cell,
      ).toEqual([[2, 5]]);
    }
  });

  it("must have its columns, by their names", () => {
    expect(brief("")).toEqual([
      [1, 1, "none of that name in the first line"],
      [1, 1, "no row"],
    ]);
    expect(brief("x,tx,T")).toEqual([[1, 1, "no row"]]);
    expect(brief("x,lastPurchas,T,meanspendd\n1,1,1,1")).toEqual([
      [1, 3, '"lastPurchas"'],
      [1, 17, '"meanspendd"'],
    ]);
  });
});

describe("a customer base with a history", () => {
  const text = BASELINE.replace("size: 2357", "size: 5\n  history: past/h.csv");
  const file = `${HEADER}\n2,30.43,38.86,22,,3\n0,0,9,,,2\n`;

  it("reads the file as seen from the scenario, whoever extends it, and knows who said so", async () => {
    const files = {
      "baseline.yaml": text,
      "past/h.csv": file,
      "it.yaml": "schema: 1\nname: It\nextends: baseline.yaml\n",
    };
    const loaded = await loadText(files, "it.yaml");
    if (!("scenario" in loaded)) throw new Error(JSON.stringify(loaded));
    expect(loaded.scenario.customerBase.history?.customers).toEqual([3, 2]);
    expect(Object.isFrozen(loaded.scenario.customerBase.history?.purchases)).toBe(true);
    const row = explainScenario(loaded).find(({ path }) => path === "customerBase.history");
    expect([row?.value, row?.origin]).toEqual(["2 rows of 5 customers", "baseline.yaml:7"]);
    const taken = override(loaded.scenario, { customerBase: { history: null } });
    expect(taken.customerBase.history).toBeNull();
    expect(diffScenarios(loaded, taken).map(({ path, a, b }) => [path, a?.value, b?.value])).toEqual([
      ["customerBase.history", "2 rows of 5 customers", "none"],
    ]);
    expect(override(loaded.scenario, { name: "Same" }).customerBase).toEqual(loaded.scenario.customerBase);
    const rows = [
      { purchases: 2, lastPurchase: 30.43, observed: 38.86, meanSpend: 22, customers: 3 },
      { purchases: 0, lastPurchase: 0, observed: 9, customers: 2 },
    ];
    expect(override(taken, { customerBase: { history: rows } })).toEqual(loaded.scenario);
  });

  it("is refused with what is wrong in the file and in the scenario at once", async () => {
    const issues = await bad(`${text}oops: 1\n`, { "past/h.csv": `${file}2,40,38.86,,,1\n` });
    expect(issues.map(({ file: where, line, column, path }) => [where, line, column, path])).toEqual(
      expect.arrayContaining([
        ["past/h.csv", 4, 3, "customerBase.history"],
        ["it.yaml", 14, 1, "oops"],
      ]),
    );
  });

  it("is refused in code by row and column", () => {
    const rows = [{ purchases: 1, lastPurchase: 2, observed: 1 }, { purchase: 1 }, 5] as never;
    const issues = thrown(() => override({} as never, { customerBase: { history: rows } }));
    const found = issues.map(({ path }) => path).filter((path) => path.startsWith("customerBase.history"));
    expect(found).toEqual([
      "customerBase.history[0].lastPurchase",
      "customerBase.history[1].lastPurchase",
      "customerBase.history[1].observed",
      "customerBase.history[1].purchase",
      "customerBase.history[1].purchases",
      "customerBase.history[2]",
    ]);
  });
});
