import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as tenure from "#tenure/index.js";
import * as notebook from "#tenure/notebook/index.js";
import { runMarkdown, typescriptBlocks } from "../support/examples.ts";

/*
 * The TypeScript blocks of README.md are run, from the repository's root and in order; each sees what those before it declared and
 * imports from "tenure", "tenure/notebook" or from Node. What a comment at the end of a line promises is held to, as in docstrings
 * (test/unit/examples.test.ts); behind `console.log(x);` it promises what is printed.
 */

const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const modules = { tenure: { ...tenure }, "tenure/notebook": { ...notebook } };

test("the README's TypeScript does what it says", async () => {
  const text = readFileSync(README, "utf8");
  expect(typescriptBlocks(text).length).toBeGreaterThan(0);
  expect(await runMarkdown(text, modules)).toEqual([]);
});

const fenced = (...blocks: readonly string[]): string =>
  blocks.map((block) => `Words.\n\n\`\`\`ts\n${block}\n\`\`\`\n`).join("\n");

test("blocks are found by their language, and continue each other", async () => {
  const text = fenced(
    'import { type Scenario, load } from "tenure";\nconst name = (scenario: Scenario): string => scenario.name;',
    'const { scenario } = await load("scenarios/cdnow/no-program.yaml");\nconsole.log(name(scenario)); // "CDNOW, no program"',
  );
  expect(typescriptBlocks(`${text}\n\`\`\`sh\nnpm test\n\`\`\`\n`)).toHaveLength(2);
  expect(await runMarkdown(text, modules)).toEqual([]);
});

test("a README that is wrong is caught", async () => {
  const text = fenced(
    'import { load } from "tenure";\nconst { scenario } = await load("scenarios/cdnow/no-program.yaml");',
    'console.log(scenario.name); // "Coffee"',
    'import { simulateEverything } from "tenure";',
    'await load("scenarios/nowhere.yaml");',
  );
  const wrong = await runMarkdown(text, modules);
  expect(wrong).toEqual([
    expect.stringMatching(/^block 2: .*got "CDNOW, no program"/),
    expect.stringMatching(/^block 3: .*simulateEverything is no export of tenure/),
    expect.stringMatching(/^block 4: InputError: .*no such file/),
  ]);
});
