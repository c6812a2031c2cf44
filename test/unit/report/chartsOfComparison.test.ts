import { expect, test } from "vitest";
import { type ComparisonChart, charts } from "#tenure/index.js";
import { CHARTS } from "#tenure/report/charts/all.js";
import { realistic } from "../../support/findings.ts";

type Charts = typeof charts;
type NameOfComparison = { [Name in keyof Charts]: Charts[Name] extends ComparisonChart ? Name : never }[keyof Charts];

const comparison = realistic();
const [coffee, corner] = comparison.groups;

test("every chart of the page is one of the public object, by the same name", () => {
  expect(Object.keys(charts)).toEqual(expect.arrayContaining(Object.keys(CHARTS)));
});

test.each(Object.entries(CHARTS))(
  "charts.%s is the page's chart of the first group, or of the one named",
  (name, draw) => {
    const chart = charts[name as NameOfComparison];
    expect(chart(comparison)).toEqual(coffee === undefined ? null : draw(coffee, comparison.measures));
    const other = corner === undefined ? null : draw(corner, comparison.measures);
    const named = chart(comparison, { group: "Corner shop" });
    expect(chart(comparison, { group: 1 })).toEqual(named);
    if (other === null) expect(named.description).toMatch(/(No design|Nobody|Customers) .*\.$/);
    else expect(named).toEqual(other);
  },
);

test("a group there is none of is refused with those there are", () => {
  const known = 'expected a group of the comparison: "Coffee chain" (0), "Corner shop" (1), got';
  expect(() => charts.uplift(comparison, { group: "Grocer" })).toThrow(new RangeError(`${known} "Grocer"`));
  for (const group of [2, -1, 0.5, Number.NaN])
    expect(() => charts.uplift(comparison, { group })).toThrow(new RangeError(`${known} ${group}`));
  expect(() => charts.uplift({ ...comparison, groups: [] })).toThrow(
    "expected a comparison with a finished group, got 0 groups: was it interrupted?",
  );
});
