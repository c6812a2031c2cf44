import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { docstringsWithExample } from "../support/docstrings.ts";
import { runExample } from "../support/examples.ts";
import { lacks, type PublicName } from "../support/publicApi.ts";

const scope = {
  double: (x: number): number => 2 * x,
  refuse: (): never => {
    throw new RangeError("expected less");
  },
  later: async (x: number): Promise<number> => x,
};

describe("a true example passes", () => {
  test.each([
    "double(2); // 4",
    "double(2) // 4",
    "double(1 / 3); // 0.667",
    "double(-1e-9); // -2.0e-9",
    "double(2); // 4: twice as much",
    '({ a: [1, "b"], c: null }); // { a: [1, "b"], c: null }',
    "Float64Array.of(1, 2); // [1, 2]",
    '"a // b"; // "a // b"',
    '"twenty"; // /^twen/',
    "refuse(); // throws RangeError",
    "refuse(); // throws RangeError /less$/",
    "await later(3); // 3",
    "const three = await later(3);\n// a word to the reader\nthree; // 3",
    'import { basename } from "node:path";\nbasename("a/b"); // "b"',
  ])("%s", async (text) => {
    const { failures, claims } = await runExample(text, { scope });
    expect(failures).toEqual([]);
    expect(claims).toBe(1);
  });
});

describe("a false example is caught", () => {
  test.each([
    ["double(2); // 5", /got 4/],
    ["double(2.04); // 4", /got 4.08/],
    ["double(1 / 3); // 0.666", /got 0.666/],
    ["double(2); // 4 or so", /without a colon/],
    ["double(2); // the double", /nothing that can be checked/],
    ['double(2); // "4"', /got 4/],
    ["double(2); // /4/", /got 4/],
    ["[1, 2]; // [1]", /got \[1,2\]/],
    ["({ a: 1, b: 2 }); // { a: 1 }", /got/],
    ["({}); // { a: undefined }", /got/],
    ["double(2); // throws RangeError", /got 4/],
    ["refuse(); // throws TypeError", /threw RangeError/],
    ["refuse(); // throws RangeError /more$/", /threw expected less/],
    ["refuse(); // 1", /RangeError: expected less/],
    ["refuse();", /RangeError: expected less/],
    ["later(3); // 3", /await it/],
    ["const six = double(3); // 6", /nothing checks it/],
    ["[1, 2].map((x) => {\n  return double(x); // 2\n});", /nothing checks it/],
    ["triple(2); // 6", /triple is not defined/],
    ["double(2; // 4", /SyntaxError/],
    ['import { compare } from "elsewhere";', /may not import/],
    ['import { nothing } from "node:path";', /nothing is no export/],
  ])("%s", async (text, words) => {
    const { failures } = await runExample(text, { scope });
    expect(failures.join("\n")).toMatch(words);
  });

  test("one false promise among true ones", async () => {
    const run = await runExample("double(1); // 2\ndouble(2); // 5\ndouble(3); // 6", { scope });
    expect([run.claims, run.failures]).toEqual([3, ["double(2) // 5: got 4"]]);
  });
});

test("an example that belongs to nothing is not passed over", () => {
  const folder = mkdtempSync(join(tmpdir(), "docstrings-"));
  writeFileSync(
    join(folder, "held.ts"),
    "/**\n * One.\n *\n * @example one(); // 1\n */\nexport const one = () => 1;\n",
  );
  writeFileSync(
    join(folder, "lost.ts"),
    "/**\n * One.\n *\n * @example one(); // 1\n */\n\n/** Two. */\nexport const two = 2;\n",
  );
  expect(docstringsWithExample(folder, "held").map(({ name, examples }) => [name, examples])).toEqual([
    ["one", ["one(); // 1"]],
  ]);
  expect(() => docstringsWithExample(folder, "lost")).toThrow("1 examples are written, 0 belong");
  rmSync(folder, { recursive: true });
});

test("what a docstring lacks is named", () => {
  const complete: PublicName = {
    name: "double",
    kind: "function",
    docstring: {
      module: "math/double",
      name: "double",
      purpose: "Twice a number.",
      params: ["x"],
      hasReturns: true,
      throws: ["RangeError when it is too large"],
      examples: ["double(2); // 4"],
    },
    params: ["x"],
    throws: ["RangeError"],
  };
  expect(lacks(complete)).toEqual([]);
  expect(lacks({ ...complete, docstring: null })).toEqual(["a docstring"]);
  expect(lacks({ ...complete, params: ["x", "y"], throws: ["InputError", "RangeError"] })).toEqual([
    "@param for x, y, in this order",
    "@throws InputError",
  ]);
  const bare = {
    module: "m",
    name: "n",
    purpose: "",
    params: ["x"],
    hasReturns: false,
    throws: ["RangeError"],
    examples: [],
  };
  expect(lacks({ ...complete, docstring: bare })).toEqual(["its purpose", "@returns", "@example"]);
});
