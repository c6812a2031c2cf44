import { describe, expect, test } from "vitest";
import { CHARTS, SECTIONS } from "#tenure/report/charts/all.js";
import { cohortYears } from "#tenure/report/charts/cohortYears.js";
import type { ChartSpec } from "#tenure/report/charts/spec.js";
import { looksOf } from "#tenure/report/charts/worlds.js";
import type { GroupFindings } from "#tenure/study/findings.js";
import { CASES, fiftyYears } from "../../support/chartCases.ts";
import { draw } from "../../support/draw.ts";
import { EDGES } from "../../support/edges.ts";
import { estimate, GOLD, group, rich, STARS } from "../../support/findings.ts";
import { MEASURES } from "../../support/measures.ts";

describe.each(CASES)("%s", (_, make) => {
  const drawn = Object.entries(CHARTS).flatMap(([name, chart]): [string, ChartSpec][] => {
    const spec = chart(make(), MEASURES);
    return spec === null ? [] : [[name, spec]];
  });

  test.each(drawn)("%s is drawn without complaint", async (_name, spec) => {
    const { svg, said } = await draw(spec);
    expect(said).toEqual([]);
    expect(svg).toContain("<text");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test.each(drawn)("%s is plain data", (_name, spec) => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });
});

test("a spec vega-lite cannot honour is noticed", async () => {
  const spec: ChartSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: "",
    data: { values: [{ a: 1 }] },
    mark: "point",
    encoding: { nonsense: { field: "a", type: "quantitative" } },
  };
  expect((await draw(spec)).said).not.toEqual([]);
});

const seen = async (key: string, of: GroupFindings): Promise<string> => {
  const chart = CHARTS[key];
  if (chart === undefined) throw new Error(`no chart ${key}`);
  const spec = chart(of, MEASURES);
  if (spec === null) throw new Error(`nothing for chart ${key}`);
  return (await draw(spec)).svg;
};

const descriptions = (of: GroupFindings): string =>
  Object.values(CHARTS)
    .map((chart) => chart(of, MEASURES)?.description ?? "")
    .join("\n");

test("titles say what is seen", () => {
  const coffee = group("Coffee", [STARS, GOLD]);
  expect(descriptions(coffee)).toContain("Stars, 1 % back lifts CLV most: +$3.81 per customer");
  expect(descriptions(coffee)).toContain("1 of 2 designs earns back what it costs");
  expect(descriptions(coffee)).toContain("Stars, 1 % back alone pays back, in month 5");
  expect(descriptions(coffee)).toContain("What each design costs, by kind");
  const losing = group("Coffee", [GOLD]);
  expect(descriptions(losing)).toContain("The design does not lift CLV");
  expect(descriptions(losing)).toContain("The design does not pay back within 36 months");
});

const uplifts = (values: readonly [number, number][]): string => {
  const coffee = group("Coffee", [STARS, GOLD].slice(0, values.length));
  const worlds = coffee.worlds.map((world, at) => {
    const [value, spread] = values[at - 1] ?? [0, 0];
    const clvUplift = { level: estimate(value, spread), difference: null, probabilityBetter: 0.5 };
    return at === 0 ? world : { ...world, findings: { ...world.findings, clvUplift } };
  });
  return CHARTS.uplift?.({ ...coffee, worlds }, MEASURES)?.description ?? "";
};

test("a title says no more of the uplift than its interval does", () => {
  expect(uplifts([[-1, 0.5]])).toContain("The design does not lift CLV");
  expect(uplifts([[-0.1, 0.5]])).toContain(
    "Whether the design lifts CLV cannot be told: −$0.10 [−0.60, 0.40] per customer",
  );
  expect(
    uplifts([
      [0.1, 0.5],
      [-3, 0.5],
    ]),
  ).toContain("No design surely lifts CLV; nearest is Stars, 1 % back, $0.10 [−0.40, 0.60]");
  expect(
    uplifts([
      [-1, 0.5],
      [-3, 0.5],
    ]),
  ).toContain("No design lifts CLV");
  expect(
    uplifts([
      [2, 0.5],
      [-3, 0.5],
    ]),
  ).toContain("Stars, 1 % back lifts CLV most");
});

test("a type is said to pay where its interval says so", () => {
  const coffee = rich(group("Coffee", [STARS]));
  const said = (value: number): string => {
    const worlds = coffee.worlds.map((world) => ({
      ...world,
      types: world.types.map((row) => ({
        ...row,
        findings: { typeClvUplift: { level: estimate(value, 0.5), difference: null, probabilityBetter: null } },
      })),
    }));
    return CHARTS.typeUplift?.({ ...coffee, worlds }, MEASURES)?.description ?? "";
  };
  expect(said(-1)).toContain("No loyalty type pays; nearest is");
  expect(said(-0.1)).toContain("No loyalty type surely pays; nearest is");
  expect(said(0.1)).toContain("No loyalty type surely pays; nearest is");
  expect(said(1)).toContain("CLV rises most with");
});

test("P(better) stands beside the difference it is about", async () => {
  const coffee = group("Coffee", [STARS, GOLD]);
  expect(await seen("uplift", coffee)).toContain("$3.81 [3.63, 3.99] · P(better) 97 %");
  expect(await seen("uplift", coffee)).not.toContain("Against no program");
  const worlds = coffee.worlds.map((world, at) => {
    const clvUplift = {
      level: estimate(at, 0.2),
      difference: at === 2 ? estimate(1, 0.1) : null,
      probabilityBetter: at === 2 ? 0.9 : null,
    };
    return { ...world, isReference: at === 1, findings: at === 0 ? world.findings : { ...world.findings, clvUplift } };
  });
  const svg = await seen("uplift", { ...coffee, worlds });
  expect(svg).toContain("$2.00 · +$1.00 to the reference · P(better) 90 %");
  expect(svg).toContain("$1.00 [0.80, 1.20]<");
  expect(descriptions({ ...coffee, worlds })).toContain("Against no program; the reference is Stars, 1 % back");
});

test("tiers of several designs share an axis for each measure", () => {
  const rich2 = rich(group("Coffee", [STARS, GOLD]));
  const [zero, stars, gold] = rich2.worlds;
  const halved = (gold.tiers?.rows ?? []).map((row) => ({
    ...row,
    findings: Object.fromEntries(
      Object.entries(row.findings).map(([key, finding]) => [
        key,
        { ...finding, level: estimate((finding.level.value ?? 0) / 2, 0) },
      ]),
    ),
  }));
  const tiers = gold.tiers === null ? null : { ...gold.tiers, rows: halved };
  const spec = CHARTS.tiers?.({ ...rich2, worlds: [zero, { ...stars, tiers }, gold] }, MEASURES);
  const domains = [...JSON.stringify(spec).matchAll(/"scale":\{"domain":\[(-?[\d.]+,[\d.]+)\]/g)].map(
    ([, domain]) => domain,
  );
  expect(domains).toHaveLength(8);
  expect(domains.slice(4)).toEqual(domains.slice(0, 4));
});

test("titles by type, tier and cohort say what is seen", () => {
  const said = descriptions(rich(group("Coffee", [STARS, GOLD])));
  expect(said).toContain("CLV is highest of ‘value’ $142.00, lowest of ‘none’ $12.00");
  expect(said).toContain(
    "CLV rises most with ‘incentive’ +$4.80 per customer (Gold card, 5 % back); ‘price’ −$1.80 costs most",
  );
  expect(said).toMatch(/Loyal customers at month 36: 13\.\d % in Gold card, 5 % back, 12\.\d % in No program/);
  expect(said).toContain("A Platinum member costs $30.40 a year and spends $402.00");
  expect(said).toContain("Gold card, 5 % back: 19.3 % of member-months are above Silver");
  expect(said).toContain("Gold card, 5 % back: 41.8k promotions and 23.8k demotions in 36 months");
  expect(said).toMatch(
    /A newcomer is worth in 12 months: \$\d\d\.\d\d in Gold card, 5 % back, \$\d\d\.\d\d in No program/,
  );
  expect(said).toMatch(/In No program, cohorts retain 39\.\d % to 41\.\d % at 12 months/);
});

test("a group has no charts of what it has nothing of", () => {
  const plain = group("Coffee", [STARS]);
  const none = Object.entries(CHARTS).filter(([, chart]) => chart(plain, MEASURES) === null);
  const parts = [SECTIONS.types, SECTIONS.tiers, SECTIONS.cohorts].flatMap((section) => Object.keys(section));
  expect(none.map(([name]) => name)).toEqual(parts);
});

test("a design's members are said to change and to buy as the numbers say", async () => {
  const stars = group("Coffee", [STARS]);
  expect(descriptions(stars)).toContain(
    "Stars, 1 % back: 27.5 % of members are worth at least $0.50 more, 37.5 % at least $0.50 less; median −$0.40, mean +$0.50 [+0.30, +0.70]",
  );
  expect(descriptions(stars)).toContain(
    "members buy 10.5 % more than without it in the two weeks before a reward, 7.5 % more in the two after",
  );
  expect(await seen("goalGradient", stars)).toContain(
    "360,000 rewards; 87.0 % of the purchases that take one are made anyway",
  );
  const none = (EDGES["nobody gets a reward"] ?? (() => group("", [])))();
  expect(await seen("goalGradient", none)).toContain("gets a reward.");
  const few = (EDGES["a few rewards at the very end"] ?? (() => group("", [])))();
  expect(await seen("goalGradient", few)).toContain("only 3 in the sample: days say little");
  const alike = (EDGES["a value that never changes"] ?? (() => group("", [])))();
  expect(descriptions(alike)).toContain("0.0 % of members are worth at least $0.50 more");
});

test("a rise around a reward is said where its interval says so", () => {
  const said = (rise: number): string => {
    const stars = group("Coffee", [STARS]);
    const worlds = stars.worlds.map((world) => {
      const rewards = world.members?.rewards ?? null;
      if (world.members === null || rewards === null) return world;
      const after = { ...rewards.after, rise: estimate(rise, 0.01) };
      return { ...world, members: { ...world.members, rewards: { ...rewards, after } } };
    });
    return CHARTS.goalGradient?.({ ...stars, worlds }, MEASURES)?.description ?? "";
  };
  expect(said(0.005)).toContain("reward, not surely more or less (+0.5 %) in the two after");
  expect(said(-0.02)).toContain("reward, 2.0 % less in the two after");
});

test("more worlds than fit are named with the file that has them; very long horizons are thinned", () => {
  const said = descriptions((EDGES["eight worlds of types, tiers and cohorts"] ?? (() => group("", [])))());
  expect(said).toContain("4 more worlds: types.csv");
  expect(said).toContain("5 more worlds: cohorts.csv");
  expect(descriptions((EDGES["ten years"] ?? (() => group("", [])))())).toContain(
    "one in 3 cohorts and months is shown",
  );
});

test("more lines than can be followed are named with the file that has them", () => {
  const fifteen = (EDGES["fifteen worlds"] ?? (() => group("", [])))();
  for (const key of ["netValue", "retention", "points"])
    expect(CHARTS[key]?.(fifteen, MEASURES)?.description, key).toContain("4 more worlds: series.csv");
  expect(descriptions(fiftyYears())).toContain("one in 10 is shown");
});

test("a tier nobody can leave, and a month too few, are said in words", async () => {
  const single = (EDGES["a single tier"] ?? (() => group("", [])))();
  expect(await seen("tierMix", single)).toContain("There is a single tier, which every member holds.");
  expect(await seen("tierMoves", single)).toContain("Nobody moves from one tier to another.");
  const month = (EDGES["a rich single month"] ?? (() => group("", [])))();
  expect(await seen("tierMix", month)).toContain("No course to draw");
  expect(await seen("cohorts", month)).toContain("No cohort is seen for long enough");
  expect(await seen("cohortValue", month)).toContain("No course to draw");
  expect(await seen("quadrant", month)).toContain("No course to draw");
});

test("the words of contracts stand where customers are under contract", async () => {
  const under = (EDGES["under contract"] ?? (() => group("", [])))();
  expect(await seen("retention", under)).toContain("Share of customers under contract");
  expect(await seen("types", under)).toContain("Under contract at 12 months");
  expect(descriptions(under)).toContain("attached (attitude from 0.5) and under contract");
});

test("what cannot be drawn is said in words", async () => {
  const alone = group("Alone", []);
  expect(await seen("uplift", alone)).toContain("No design in this group has a CLV uplift to show.");
  expect(await seen("causes", alone)).toContain("No design of this group paid for a reward.");
  const month = group("One month", [STARS], { months: 1 });
  expect(await seen("netValue", month)).toContain("no design of this group has two months of net value.");
  expect(await seen("retention", month)).toContain("No course to draw");
});

test("the break-even line is called so only where net value is margin less cost", async () => {
  const coffee = group("Coffee", [STARS]);
  expect(await seen("cost", coffee)).toContain("break-even: net value 0");
  const worlds = coffee.worlds.map((world) => {
    const { netValue } = world.findings;
    if (netValue === undefined) return world;
    const level = { ...netValue.level, value: (netValue.level.value ?? 0) - 50_000 };
    return { ...world, findings: { ...world.findings, netValue: { ...netValue, level } } };
  });
  const charged = await seen("cost", { ...coffee, worlds });
  expect(charged).toContain("margin = cost");
  expect(charged).toContain("Net value counts more than these two");
});

test("a world keeps its colour, the counterfactual is grey", () => {
  const looks = looksOf(group("Coffee", [STARS, GOLD]));
  expect(looks.map(({ color }) => color)).toEqual(["#767676", "#0072b2", "#d55e00"]);
  const many = looksOf((EDGES["eight worlds"] ?? (() => group("", [])))());
  expect(new Set(many.map(({ color }) => color)).size).toBe(8);
  const more = looksOf((EDGES["fifteen worlds"] ?? (() => group("", [])))());
  expect(new Set(more.map(({ color }) => color)).size).toBe(15);
});

test("a waterfall's bars begin where the one above ends, and end at net value", () => {
  const coffee = group("Coffee", [STARS, GOLD]);
  const spec = CHARTS.waterfall?.(coffee, MEASURES);
  const panels = (spec?.vconcat ?? []) as unknown as {
    data: { values: { row: string; from: number; to: number; text: string }[] };
  }[];
  expect(panels).toHaveLength(2);
  panels.forEach(({ data: { values } }, at) => {
    const { findings } = coffee.worlds[at + 1] ?? { findings: {} };
    const [total, ...bars] = values.toReversed();
    const steps = bars.toReversed();
    expect(steps.map(({ row }) => row)).toEqual(["incremental margin", "rewards", "communication"]);
    steps.forEach(({ from }, bar) => {
      expect(from).toBe(bar === 0 ? 0 : steps[bar - 1]?.to);
    });
    expect(total?.from).toBe(0);
    expect(steps.at(-1)?.to).toBeCloseTo(total?.to ?? Number.NaN, 6);
    expect(total?.to).toBe(findings.netValue?.level.value);
  });
});

test("cost that no kind accounts for is a bar of its own", async () => {
  const coffee = group("Coffee", [STARS]);
  const worlds = coffee.worlds.map((world) => {
    const { rewardCostDiscounted: _, ...findings } = world.findings;
    return { ...world, findings };
  });
  expect(await seen("waterfall", { ...coffee, worlds })).toContain("other program cost");
  expect(await seen("waterfall", coffee)).not.toContain("other program cost");
});

test("designs that another beats are rings, and named", async () => {
  const dear = { ...STARS, name: "Dear stars", generosity: 0.02 };
  const svg = await seen("cost", group("Coffee", [STARS, dear]));
  expect(svg.replace(/<[^>]*>/g, " ")).toMatch(
    /Ring: outdone\s+by\s+one\s+that\s+costs\s+no\s+more\s+and\s+brings\s+no\s+less:\s+Dear\s+stars/,
  );
  expect(await seen("cost", group("Coffee", [STARS, GOLD]))).not.toContain("Ring");
});

test("retention is said to rise where the paired interval says so", () => {
  const coffee = group("Coffee", [STARS, GOLD]);
  const said = (value: number, half: number): string => {
    const point = { ...estimate(value, half), value, month: 36, label: "2026-12" };
    const worlds = coffee.worlds.map((world) =>
      world.role === "program"
        ? { ...world, series: { ...world.series, retentionDifference: [{ ...point, month: 35 }, point] } }
        : world,
    );
    return CHARTS.retention?.({ ...coffee, worlds }, MEASURES)?.description ?? "";
  };
  expect(said(0.01, 0.002)).toContain("at month 36; Stars, 1 % back adds +1.0 pp");
  expect(said(0.01, 0.02)).toContain("no design surely adds to it, nearest is Stars, 1 % back, +1.0 pp [−1.0, +3.0]");
  expect(said(-0.03, 0.02)).toContain("no design adds to it");
});

test("newcomers of a year stand together as far as all of them are seen", () => {
  const row = (cohort: string, joinMonth: number, customers: number, retention: (number | null)[]) => ({
    ...{ cohort, joinMonth, customers, retention, clv: [], clvAtTenure: null },
  });
  const [world] = group("Coffee", []).worlds;
  const cohorts = [
    row("day one", 0, 50, [null, 0.5, 0.4]),
    row("2025-11", 1, 10, [null, 0.8, 0.4, 0.2]),
    row("2025-12", 2, 30, [null, 0.4, 0.2]),
    row("2026-01", 3, 30, [null, 0.9]),
  ];
  const years = world === undefined ? [] : cohortYears({ ...world, cohorts });
  expect(years.map(({ cohort }) => cohort)).toEqual(["day one", "2025"]);
  expect(years[1]?.points.map(({ tenure }) => tenure)).toEqual([2, 3]);
  expect(years[1]?.points[0]?.retention).toBeCloseTo(0.5, 12);
  expect(years[1]?.points[1]?.retention).toBeCloseTo(0.25, 12);
});
