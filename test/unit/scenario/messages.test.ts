import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { InputError, type Issue } from "#tenure/basics/issues.js";
import { messages } from "#tenure/basics/messages.js";
import { loadAll } from "#tenure/disk/load.js";
import { scenario } from "#tenure/scenario/override.js";
import { bad, thrown } from "./memory.ts";
import { BASELINE, CARD, GOLD, LINKED, STARS } from "./samples.ts";

type Key = keyof typeof messages;
/** How a message is provoked, and the issue that must come of it: path, line, and words of its cure. */
type Case = {
  readonly when: () => Promise<readonly Issue[]>;
  readonly path: string;
  readonly line: number | null;
  readonly cure: RegExp;
};

const within =
  (sample: string) =>
  (from: string, to: string, path: string, line: number, cure: RegExp): Case => {
    if (!sample.includes(from)) throw new Error(`the sample does not hold ${from}`);
    return { when: () => bad(sample.replace(from, to)), path, line, cure };
  };
const stars = within(STARS);
const base = within(BASELINE);
const gold = within(GOLD);
const card = within(CARD);
const linked = within(LINKED);
const onDisk = (paths: (folder: string) => string[], line: number | null, cure: RegExp): Case => ({
  when: async () => {
    const folder = mkdtempSync(join(tmpdir(), "tenure-"));
    writeFileSync(join(folder, "_skipped.yaml"), "not: checked");
    writeFileSync(join(folder, "bytes.txt"), new Uint8Array([0xff, 0xfe, 0x00]));
    return loadAll(paths(folder)).then(
      () => [],
      (error: unknown) => {
        if (error instanceof InputError) return error.issues;
        throw error;
      },
    );
  },
  path: "",
  line,
  cure,
});

/** A file of histories beside the baseline that names it. */
const history = (text: string, line: number, cure: RegExp): Case => ({
  when: () => bad(BASELINE.replace("size: 2357", "size: 2357\n  history: h.csv"), { "h.csv": text }),
  path: "customerBase.history",
  line,
  cure,
});
/** The baseline with a history and something it does not go with. */
const onHistory = (from: string, to: string, cure: RegExp): Case => ({
  when: () => {
    const row = "{ purchases: 1, lastPurchase: 3, observed: 9, meanSpend: 20, customers: 2357 }";
    return bad(BASELINE.replace("size: 2357", `size: 2357\n  history: [${row}]`).replace(from, to));
  },
  path: "customerBase.history",
  line: 7,
  cure,
});

const CASES: Readonly<Record<Key, Case>> = {
  fileMissing: onDisk((folder) => [join(folder, "byte.txt")], null, /did you mean `bytes.txt`/),
  fileUnreadable: {
    when: () => bad("schema: 1\nextends: locked.yaml", { "locked.yaml": messages.fileUnreadable("EACCES") }),
    path: "extends",
    line: 2,
    cure: /you may read it/,
  },
  fileNotText: onDisk((folder) => [join(folder, "bytes.txt")], null, /UTF-8/),
  folderEmpty: onDisk((folder) => [folder], null, /another folder/),
  fileTooLarge: { when: () => bad(`about: ${"a".repeat(200_000)}`), path: "", line: 1, cure: /scenario file/ },
  syntax: { when: () => bad("schema: 1\nname: [a"), path: "", line: 2, cure: /brackets/ },
  duplicateKey: { when: () => bad(`${BASELINE}name: Again\n`), path: "name", line: 13, cure: /delete/ },
  keyNotText: { when: () => bad(`${BASELINE}? [a]\n: 1\n`), path: "", line: 13, cure: /name of a field/ },
  documentEmpty: { when: () => bad("# nothing\n"), path: "", line: 1, cure: /schema: 1/ },
  documentNotMap: { when: () => bad("- 1\n"), path: "", line: 1, cure: /schema: 1/ },
  tooDeep: { when: () => bad(`a: ${"[".repeat(50)}${"]".repeat(50)}`), path: "a[0][0]", line: 1, cure: /indentation/ },
  tooManyValues: {
    when: () => {
      const levels = Array.from({ length: 8 }, (_, i) => `k${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`)}]`);
      return bad(["k0: &a0 [x, y]", ...levels].join("\n"));
    },
    path: "",
    line: 1,
    cure: /aliases/,
  },
  aliasUnknown: { when: () => bad(`${BASELINE}x: &x { y: *x }\n`), path: "x.y", line: 13, cure: /quotes/ },
  unknownKey: stars(
    "pointsPerUnit",
    "pointsPerUnti",
    "program.earn.pointsPerUnti",
    7,
    /did you mean `pointsPerUnit`\?/,
  ),
  otherKind: card(
    "card: {",
    "earn: { pointsPerUnit: 1 }\n  card: {",
    "program.earn",
    9,
    /`earn` belongs to kind `points`, this is of kind `stampCard`/,
  ),
  missing: stars("{ share: 0.6, selection: strong }", "{}", "program.enrolment.share", 6, /add `share`/),
  missingMap: stars("  earn: { pointsPerUnit: 2 }\n", "", "program.earn", 4, /add `earn`/),
  noDefault: base("size: 2357", "size: null", "customerBase.size", 6, /no default/),
  notMap: stars("{ pointsPerUnit: 2 }", "2", "program.earn", 7, /pointsPerUnit: …/),
  notList: {
    when: () => bad(STARS.replace(/rewards:[\s\S]*/, "rewards: { name: Coffee }")),
    path: "program.rewards",
    line: 9,
    cure: /dash/,
  },
  listLength: {
    when: () => bad(STARS.replace(/rewards:[\s\S]*/, "rewards: []")),
    path: "program.rewards",
    line: 9,
    cure: /add one/,
  },
  wrongValue: base("size: 2357", "size: 0", "customerBase.size", 6, /write for example 100/),
  looksLikePercent: base("0.3 to 0.5", "45", "economics.grossMargin", 12, /write 0\.45/),
  decoratedNumber: base("0.3 to 0.5", "45%", "economics.grossMargin", 12, /write 0\.45,/),
  notFinite: base("0.3 to 0.5", ".nan", "economics.grossMargin", 12, /ordinary/),
  tooManyDecimals: stars("pointsPerUnit: 2", "pointsPerUnit: 0.12345678", "program.earn.pointsPerUnit", 7, /0\.123457/),
  exactOnly: base("size: 2357", "size: 2000 to 3000", "customerBase.size", 6, /one number/),
  unknownChoice: base("timeUnit: week", "timeUnit: weeks", "customerBase.timeUnit", 7, /did you mean `week`/),
  notMonths: gold("0.8, 0.8, 1,", "0.8, 0.8,", "customerBase.season", 7, /twelve/),
  seasonAverage: gold("1.2, 1.4]", "1.2, 2.6]", "customerBase.season", 7, /^write \[0\.7273, 0\.7273, 0\.9091, .*\]$/),
  wrongText: base("1997-01", "1997-13", "horizon.start", 4, /2026-01/),
  wrongExpiry: stars("{ rolling: 6 }", "{ inactivity: 6 }", "program.expiry", 8, /never/),
  wrongSchema: base("schema: 1", "schema: 2", "schema", 1, /schema: 1/),
  malformedRange: base("0.3 to 0.5", "about a third", "economics.grossMargin", 12, /a to b/),
  rangeArguments: base("0.3 to 0.5", "triangular(0.3, 0.2, 0.5)", "economics.grossMargin", 12, /most likely/),
  reversedRange: base("0.3 to 0.5", "0.5 to 0.3", "economics.grossMargin", 12, /write 0\.3 to 0\.5/),
  rangeOutside: base("0.3 to 0.5", "0.5 to 1.2", "economics.grossMargin", 12, /inside/),
  intervalAtBound: base("0.3 to 0.5", "0 to 0.5", "economics.grossMargin", 12, /uniform\(0, 0\.5\)/),
  duplicateReward: stars("name: Sandwich", "name: Coffee", "program.rewards[1].name", 11, /rename/),
  nobodyAims: {
    when: () => bad(STARS.replace("aim: 0.7", "aim: 0").replace("points: 300", "points: 300\n      aim: 0")),
    path: "program.rewards",
    line: 9,
    cure: /positive/,
  },
  launchAfterHorizon: stars(
    "kind: points",
    "launchMonth: 24\n  kind: points",
    "program.launchMonth",
    5,
    /launch earlier/,
  ),
  tierBegins: gold("from: 0 }", "from: 10 }", "program.tiers.levels[0].from", 22, /write 0/),
  tierOrder: gold("from: 500.50", "from: 200", "program.tiers.levels[2].from", 24, /lowest up/),
  duplicateTier: gold("name: Silver", "name: Basic", "program.tiers.levels[1].name", 23, /rename/),
  tierTooFine: gold("from: 500.50", "from: 500.505", "program.tiers.levels[2].from", 24, /write 500\.5/),
  tierNeedsPoints: {
    when: () => bad(GOLD.replace("pointsPerUnit: 2", "pointsPerUnit: 0").replace("basis: spend", "basis: points")),
    path: "program.tiers.basis",
    line: 20,
    cure: /basis: spend/,
  },
  perkTooSmall: gold(
    "perkCostPerMonth: 1",
    "perkCostPerMonth: 0.004",
    "program.tiers.levels[2].perkCostPerMonth",
    24,
    /write 0,/,
  ),
  headStartTooLong: card("headStart: 2", "headStart: 12", "program.card.headStart", 9, /longer cards/),
  emptyMix: gold("{ price: 0.3, value: 0.2 to 0.6 }", "{}", "customerBase.loyaltyTypes.mix", 11, /mix: {/),
  weightMayBeZero: gold(
    "{ price: 0.3, value: 0.2 to 0.6 }",
    "{ price: 'choice(0, 1)', value: 1 }",
    "customerBase.loyaltyTypes.mix.price",
    11,
    /above 0/,
  ),
  tooManyPurchases: base("rate: 4.414", "rate: 0.0001", "customerBase.purchaseRate", 8, /not a scale/),
  basketTooLarge: base("v: 15.44", "v: 1e9", "customerBase.spend", 10, /larger unit/),
  historyMissing: within(BASELINE)(
    "size: 2357",
    "size: 2357\n  history: nowhere.csv",
    "customerBase.history",
    7,
    /seen from this file/,
  ),
  historyNotRead: {
    when: async () => thrown(() => scenario({ customerBase: { history: "a.csv" } })),
    path: "customerBase.history",
    line: null,
    cure: /write the rows/,
  },
  historyEmpty: history("x,tx,T\n", 1, /customers below/),
  historyTooLong: history(`x,tx,T\n${"0,0,9\n".repeat(200_001)}`, 200_002, /share a row/),
  historyColumnMissing: history("x,T\n0,9\n", 1, /name it/),
  historyColumnTwice: history("x,tx,T,purchases\n0,0,9,0\n", 1, /delete/),
  historyAfterEnd: history("x,tx,T\n0,0,9\n2,9.5,9\n", 3, /same time unit/),
  historyLastPurchase: history("x,tx,T\n2,0,9\n", 2, /repeat purchases only/),
  historySpend: history("x,tx,T,meanSpend\n0,0,9,20\n", 2, /1 for the first purchase/),
  historySize: within(BASELINE)(
    "size: 2357",
    "history: [{ purchases: 0, lastPurchase: 0, observed: 9, customers: 5 }]\n  size: 2357",
    "customerBase.size",
    7,
    /write 5/,
  ),
  historyOfContracts: onHistory(
    "kind: afterPurchase, a: 0.793, b: 2.426",
    "kind: atRenewal, a: 1, b: 2",
    /remove `history`/,
  ),
  historyOfTypes: onHistory(
    "timeUnit: week",
    "timeUnit: week\n  loyaltyTypes: { mix: { price: 1 } }",
    /loyaltyTypes: null/,
  ),
  historyOfLognormal: onHistory(
    "{ kind: gammaGamma, p: 6.25, q: 3.74, v: 15.44 }",
    "{ kind: lognormal, mean: 30, cvBetween: 0.5, cvWithin: 0.5 }",
    /gammaGamma/,
  ),
  correlationOutside: linked("correlation: 0.5", "correlation: 50", "correlations[1].correlation", 18, /write 0\.5/),
  correlatedUnknown: linked(
    "economics.grossMargin",
    "economics.grosMargin",
    "correlations[1].inputs[1]",
    18,
    /did you mean `economics.grossMargin`/,
  ),
  correlatedExact: linked(
    "economics.grossMargin",
    "customerBase.attrition.b",
    "correlations[1].inputs[1]",
    18,
    /give that input a range/,
  ),
  correlatedTwice: linked(
    "economics.grossMargin",
    "customerBase.attrition.a",
    "correlations[1].inputs[1]",
    18,
    /into one group/,
  ),
  matrixShape: linked("[-0.2, 0.1, 1]", "[-0.2, 0.1]", "correlations[0].correlation", 17, /a row and a column/),
  matrixDiagonal: linked("0.1, 1]]", "0.1, 0.9]]", "correlations[0].correlation[2][2]", 17, /write 1/),
  matrixAsymmetric: linked(
    "[0.8, 1, 0.1]",
    "[0.7, 1, 0.1]",
    "correlations[0].correlation[1][0]",
    17,
    /write 0\.8, or 0\.7 in both/,
  ),
  correlationsImpossible: linked(
    "[1, 0.8, -0.2], [0.8, 1, 0.1], [-0.2, 0.1, 1]",
    "[1, 0.8, -0.8], [0.8, 1, 0.1], [-0.8, 0.1, 1]",
    "correlations[0].correlation",
    17,
    /^multiply every correlation by 0\.\d+ or less: \[\[1, /,
  ),
  extendsNotText: {
    when: () => bad(STARS.replace("baseline.yaml", "[a, b]")),
    path: "extends",
    line: 3,
    cure: /baseline/,
  },
  extendsMissing: stars("baseline.yaml", "basline.yaml", "extends", 3, /did you mean `baseline.yaml`/),
  extendsCycle: { when: () => bad("schema: 1\nextends: it.yaml"), path: "extends", line: 2, cure: /remove/ },
  extendsTooDeep: {
    when: () => {
      const names = Array.from({ length: 30 }, (_, i) => [`f${i}.yaml`, `schema: 1\nextends: f${i + 1}.yaml`]);
      return bad("schema: 1\nextends: f0.yaml", Object.fromEntries(names));
    },
    path: "extends",
    line: 2,
    cure: /merge/,
  },
};

describe("every message of the catalogue", () => {
  it.each(Object.keys(messages) as Key[])("%s is provoked, located and brings a cure", async (key) => {
    const said = vi.spyOn(messages as Record<Key, (...args: never[]) => unknown>, key);
    const { when, path, line, cure } = CASES[key];
    const issues = await when();
    const words = said.mock.results.map((result) => result.value as object);
    said.mockRestore();
    const found = issues.filter((issue) =>
      words.some((word) => Object.entries(word).every(([k, v]) => issue[k as keyof Issue] === v)),
    );
    expect(found, JSON.stringify(issues, null, 1)).not.toHaveLength(0);
    expect(found.map((issue) => [issue.path, issue.line])).toContainEqual([path, line]);
    expect(found[0]?.cure).toMatch(cure);
    for (const issue of issues) {
      expect(issue.expected.length).toBeGreaterThan(0);
      expect(issue.got.length).toBeLessThan(120);
    }
  });
});
