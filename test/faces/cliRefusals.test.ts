import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Issue } from "#tenure/basics/issues.js";
import { compareOptions } from "#tenure/cli/options.js";
import { reasonNotToWrite } from "#tenure/disk/write.js";
import { Desk } from "../support/cli.ts";

const desk = new Desk();
desk.write("afile", "");
desk.write("wrong.yaml", "schema: 1\nname: Wrong\nextends: base.yaml\nhorizon: { months: 0 }\nbogus: 1\n");
desk.write("text.yaml", "just a text\n");
desk.write("twice.yaml", "schema: 1\nname: Stars\nextends: stars.yaml\n");
desk.write(
  "draws.yaml",
  "schema: 1\nname: Draws\nextends: stars.yaml\ncustomerBase: { spend: { q: 1.01 to 2 } }\n" +
    "program: { response: { goalGradient: 0.1 to 12 } }\n",
);
mkdirSync(join(desk.folder, "empty"));
const FILES = readdirSync(desk.folder).sort();

/** Lines of stderr, each starting as stated; nothing else on the screen. */
async function refused(args: readonly string[], starts: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await desk.run(...args);
  const lines = stderr.trimEnd().split("\n");
  expect({ code, stdout, lines: lines.map((line, at) => line.slice(0, starts[at]?.length ?? 80)) }).toEqual({
    code: 2,
    stdout: "",
    lines: starts,
  });
}

test("every issue of every file, option and folder at once, by place", async () => {
  await refused(
    ["compare", "wrong.yaml", "text.yaml", "nofile.yaml", "empty", "--replicates", "3", "--out", "afile"],
    [
      '--replicates: expected a whole number from 4 to 1000000, in digits, got "3"',
      "empty: expected a folder with scenario files",
      "nofile.yaml: expected a scenario file or a folder of them, got no such file",
      "text.yaml:1:1: expected a scenario",
      "wrong.yaml:4:20 horizon.months: expected a whole number from 1 to 600",
      "wrong.yaml:5:1 bogus: expected",
      "--out: expected a folder that can be made and written to, got a file of this name",
      "7 issues.",
    ],
  );
  for (const command of ["explain", "verify"]) {
    await refused([command, "text.yaml", "stars.yaml"], ["text.yaml:1:1: expected a scenario", "1 issue."]);
  }
});

describe("options", () => {
  test.each([
    ["replicates", ["3", "x", "1e3", "-1", "4.5", "", " 8", "99999999999999999999"]],
    ["workers", ["0", "1000", "two"]],
    ["customers", ["0", "0x10", "100000001"]],
  ] as const)("--%s is a whole number within limits", (name, values) => {
    for (const value of values) {
      const issues: Issue[] = [];
      compareOptions({ seed: "1", replicates: "4", [name]: value }, issues);
      expect(issues.map(({ path, got }) => [path, got])).toEqual([[`--${name}`, JSON.stringify(value)]]);
    }
  });

  test.each([
    [["compare", "stars.yaml", "--bogus"], "unknown option '--bogus'"],
    [["compare"], "missing required argument 'files'"],
    [["bogus"], "unknown command 'bogus'"],
    [["run", "base.yaml", "stars.yaml"], "too many arguments for 'run'"],
  ])("%j", async (args, words) => {
    const { code, stdout, stderr } = await desk.run(...args, "--json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: .*\n\(--help lists what there is\)\n$/);
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining(words), issues: [] });
  });

  test("a reference nobody has lists what there is and guesses", async () => {
    await refused(
      ["compare", "base.yaml", "stars.yaml", "--against", "Stats"],
      [
        "--against: expected the name or the file of a scenario compared: `Base` or `Stars`, " +
          'got "Stats". Cure: did you mean `Stars`?',
        "1 issue.",
      ],
    );
  });

  test("a folder is nothing to run", async () => {
    await refused(["run", "."], [".: expected one scenario file, got a folder", "1 issue."]);
  });

  test.each(["afile", "afile/sub", "", "/proc/nothing/here", "/dev/null"])("--out %j", async (out) => {
    const reason = await reasonNotToWrite(out === "" || out.startsWith("/") ? out : join(desk.folder, out), []);
    expect(reason).toEqual(expect.stringMatching(/\w/));
  });

  test.each(["afile", "new/deep"])("asking whether %s can be written to leaves everything as it was", async (out) => {
    await reasonNotToWrite(join(desk.folder, out), ["report.html"]);
    expect(readdirSync(desk.folder).sort()).toEqual(FILES);
  });
});

test("worlds that tables could not tell apart", async () => {
  await refused(
    ["compare", "stars.yaml", "twice.yaml"],
    [
      'twice.yaml:2:7 name: expected a name of its own for every scenario compared, got "Stars", which is also the name ' +
        "of stars.yaml.",
      "1 issue.",
    ],
  );
  await refused(
    ["compare", "stars.yaml", join(desk.folder, "stars.yaml")],
    [join(desk.folder, "stars.yaml:2:7 name"), "1 issue."],
  );
});

test("draws that leave their domain, wherever in a long run they come, before anything is simulated", async () => {
  await refused(
    ["compare", "draws.yaml", "--replicates", "100000"],
    ["draws.yaml:4:29 customerBase.spend.q: expected", "draws.yaml:5:38 program.response.goalGradient", "2 issues."],
  );
});

test("with --json the issues are JSON on stdout, and words on stderr all the same", async () => {
  for (const command of ["check", "compare"]) {
    const { code, stdout, stderr } = await desk.run(command, "text.yaml", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: "1 issue.",
      issues: [
        {
          ...{ file: "text.yaml", line: 1, column: 1, path: "", cure: "begin with `schema: 1`" },
          ...{ expected: "a scenario, as `field: value` lines", got: '"just a text"' },
        },
      ],
    });
    expect(stderr).toMatch(/^text\.yaml:1:1: expected .*\n1 issue\.\n$/);
  }
});

test.each(["check", "verify", "run"])(
  "%s refuses what cannot be simulated, by the line that asks for it",
  async (command) => {
    const grown = new Desk();
    grown.write(
      "grown.yaml",
      "schema: 1\nname: Grown\nextends: stars.yaml\nhorizon: { months: 120 }\ncustomerBase: { growth: { purchaseRate: 1 } }\n",
    );
    const { code, stdout, stderr } = await grown.run(command, "grown.yaml");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^grown\.yaml:5:\d+ customerBase\.growth\.purchaseRate: /m);
  },
);
