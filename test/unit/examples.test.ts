import { beforeAll, describe, expect, test } from "vitest";
import { docstringsWithExample, modulesIn } from "../support/docstrings.ts";
import { everyExport, fixtures, IN_NOTEBOOK, isEntry, PUBLIC, SOURCES } from "../support/exampleScope.ts";
import { runExample } from "../support/examples.ts";
import { lacks, publicApi } from "../support/publicApi.ts";

/*
 * Docstring examples are run. An example is one or several JavaScript statements, `await` allowed. A comment at the end of the
 * line on which an expression statement ends is a promise about its value:
 *
 *   monthNumber("1997-01"); // 324                         a whole number, text, true, false, null or undefined: exactly that
 *   discounted(amounts, factor); // 3.14                   decimals or an exponent: equal in the digits printed
 *   monthStarts("2024-01", 3); // [0, 31, 60, 91]          lists (typed arrays too) and maps: item by item, nothing more
 *   groupTable(group, measures); // /CDNOW/                text that the regular expression matches
 *   await load("nowhere.yaml"); // throws InputError       an error of that name, optionally `throws InputError /message/`
 *   joinMonth(1); // 0: newcomers of the first month       words may follow a colon
 *
 * A comment on a line of its own is for the reader; one at the end of any other line is a fault, since nothing would check it.
 *
 * An example of a public function may use what the package exports and nothing else: it can be copied. One of an internal function
 * may use all that src/ exports, and the fixtures of test/support/exampleScope.ts.
 */

const api = publicApi();
const inNotebook = publicApi("src/notebook/index.ts").filter(({ docstring }) => isEntry(docstring?.module ?? ""));
const documented = modulesIn(SOURCES).flatMap((module) => docstringsWithExample(SOURCES, module));
const isPublic = (module: string, name: string): boolean =>
  api.some(({ docstring }) => docstring?.module === module && docstring.name === name);

let internal: Readonly<Record<string, unknown>> = {};

beforeAll(async () => {
  internal = { ...(await everyExport()), ...(await fixtures()) };
});

describe("examples say what is so", () => {
  const examples = documented.flatMap(({ module, name, examples }) =>
    examples.map((text, at) => ({ title: `${module}: ${name}${at === 0 ? "" : ` ${at + 1}`}`, module, name, text })),
  );

  test.each(examples)("$title", async ({ module, name, text }) => {
    const scope = isEntry(module) ? IN_NOTEBOOK : isPublic(module, name) ? PUBLIC : internal;
    const run = await runExample(text, { scope });
    expect(run.failures, text).toEqual([]);
    expect(run.claims, `promises nothing:\n${text}`).toBeGreaterThan(0);
  });

  test("there are examples in every room but the screen", () => {
    const rooms = new Set(documented.map(({ module }) => module.split("/")[0]));
    const all = new Set(modulesIn(SOURCES).map((module) => module.split("/")[0]));
    expect([...all].filter((room) => !rooms.has(room) && room !== "cli" && room !== "index")).toEqual([]);
  });
});

describe("the public API explains itself", () => {
  test.each(api)("$name", (name) => {
    expect(lacks(name)).toEqual([]);
  });

  test.each(inNotebook)("in notebooks: $name", (name) => {
    expect(lacks(name)).toEqual([]);
  });

  test("all of it is seen, with what it throws", () => {
    expect(api.map(({ name }) => name).sort()).toEqual(Object.keys(PUBLIC).sort());
    const own = ["Markdown", "compare", "markdown", "show", "sweep", "table", "tornado", "verify", "writeCsv"];
    expect(inNotebook.map(({ name }) => name).sort()).toEqual(own);
    const thrown = Object.fromEntries(api.map(({ name, throws }) => [name, throws]));
    expect(thrown.override).toEqual(["InputError"]);
    expect(thrown.formatIssue).toEqual([]);
  });
});
