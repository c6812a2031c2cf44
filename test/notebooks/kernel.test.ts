import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterEnvironment, KERNEL_NAME } from "#tenure/notebook/lab/places.js";
import { jupyterForTests } from "../support/jupyter.ts";
import { Kernel } from "../support/kernel.ts";
import { notebookOf } from "../support/notebooks.ts";

/* What tslab does wrong by itself, one test each, on one kernel started by Jupyter. */

const { jupyter, reason } = jupyterForTests("execute");

test.runIf(process.env.REQUIRE_ALL === "1")("a Jupyter to start kernels with", () => {
  expect(jupyter, reason).not.toBeNull();
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(jupyter === null)("a kernel (needs Python with Jupyter)", () => {
  let kernel: Kernel;

  beforeAll(() => {
    if (jupyter !== null) kernel = new Kernel(jupyter);
  });

  test("counts cells from 1 and says so when they begin", async () => {
    const [first, second] = await kernel.runAll("1 + 1", "2 + 2");
    expect([first.count, first.counts, second.count, second.counts]).toEqual([1, [1], 2, [2]]);
    expect([first.text, second.text]).toEqual(["2\n", "4\n"]);
  });

  test("the library is typed and runs in a cell, with worker threads", async () => {
    const ran = await kernel.run(`import { compare, load } from "tenure";
const { scenario } = await load("../scenarios/coffee/stars.yaml");
const { groups } = await compare([{ scenario, file: null }], { replicates: 4, customers: 300, workers: 2 });
groups[0].worlds.map(({ name }) => name);`);
    expect(ran).toMatchObject({ status: "ok", error: "", text: "[ 'No program', 'Coffee, stars' ]\n" });
  });

  test("600 lines arrive, and 5,000", async () => {
    const [few, many] = await kernel.runAll(
      'for (let i = 0; i < 600; i++) console.log("line", i);',
      'for (let i = 0; i < 5000; i++) process.stdout.write(i + "\\n");',
    );
    expect(few.text.split("\n")).toEqual([...Array.from({ length: 600 }, (_, i) => `line ${i}`), ""]);
    expect(many.text.split("\n")).toHaveLength(5001);
    expect(many.types.length).toBeLessThan(100);
  });

  test("who waits for a write to end is told", async () => {
    const code = 'await new Promise<void>((done) => process.stdout.write("written", () => done()));';
    expect(await kernel.run(code)).toMatchObject({ status: "ok", text: "written" });
  });

  test("a wrong type is an error at the cell, with its place and line", async () => {
    const ran = await kernel.run('const size = 3;\nconst months: number = "many";');
    expect(ran.error).toBe("CompileError: line 2, column 7: Type 'string' is not assignable to type 'number'.");
    expect(ran.traceback.split("\n").slice(2)).toEqual(['    const months: number = "many";', "          ^"]);
    expect((await kernel.run("await load(3);")).error).toContain(
      "'number' is not assignable to parameter of type 'string'",
    );
    expect((await kernel.run("const same = (x) => x;")).error).toContain("Parameter 'x' implicitly has an 'any' type");
  });

  test("an error in a cell has name, message and no trace of the kernel", async () => {
    const thrown = await kernel.run('function f(): void { throw new RangeError("too far"); }\nf();');
    expect(thrown).toMatchObject({ status: "error", error: "RangeError: too far" });
    expect(thrown.traceback).toBe("RangeError: too far\n    at f (cell)");
    const refused = await kernel.run('await load("nowhere.yaml");');
    expect(refused.error).toMatch(/^InputError: nowhere.yaml: expected a scenario file .*got no such file. Cure: /);
    expect(refused.traceback).not.toMatch(/tslab|node:|evalmachine/);
    expect(await kernel.run('throw "a word";')).toMatchObject({ status: "error", error: "Error: a word" });
  });

  test("an error nobody waits for is one of the cell", async () => {
    const [rejected] = await kernel.runAll('Promise.reject(new Error("unawaited"));');
    expect(rejected).toMatchObject({ status: "error", error: "Error: unawaited" });
    const late = await kernel.run(`setTimeout(() => { throw new Error("late"); }, 5);
await new Promise((done) => setTimeout(done, 50));`);
    expect(late).toMatchObject({ status: "error", error: "Error: late" });
  });

  test("a last line that is a promise is waited for, as if it said so", async () => {
    const later = (value: string) => `new Promise((done) => setTimeout(() => done(${value}), 20))`;
    expect(await kernel.run(later("42"))).toMatchObject({ status: "ok", text: "42\n" });
    expect(await kernel.run(later("undefined"))).toMatchObject({ status: "ok", text: "" });
    const isOfTheCell = "(async () => { await 0; console.log('done'); })()";
    expect(await kernel.run(isOfTheCell)).toMatchObject({ status: "ok", text: "done\n" });
  });

  test("an error aborts the cells sent with it, not those sent later", async () => {
    const all = await kernel.runAll('throw new Error("first");', "const second = 2;", "const third = 3;");
    expect(all.map(({ status }) => status)).toEqual(["error", "aborted", "aborted"]);
    expect(await kernel.run("4")).toMatchObject({ status: "ok", text: "4\n" });
  });

  test("cells may be run again, with other types too", async () => {
    const cells = ["const again = 1;", "const again = 2; again", 'const again = "text"; again', "again.length"];
    const ran = await kernel.runAll(...cells);
    expect(ran.map(({ error, text }) => error + text)).toEqual(["", "2\n", "text\n", "4\n"]);
  });

  test("names of earlier cells are seen everywhere", async () => {
    await kernel.run("const kept = { part: 1, inner: { list: [5] } }; let moved = 1;");
    const cells: [string, string][] = [
      ["({ kept }).kept.part", "1"],
      ["const { part: renamed, inner: { list: [one] } } = kept; [renamed, one].join()", "1,5"],
      ["({ moved } = { moved: 7 }); moved", "7"],
      ["await (async () => Object.keys({ kept, moved }))()", "[ 'kept', 'moved' ]"],
    ];
    const ran = await kernel.runAll(...cells.map(([code]) => code));
    expect(ran.map(({ error, text }) => error + text)).toEqual(cells.map(([, text]) => `${text}\n`));
  });

  test("questions it does not know leave no trace in the last cell", async () => {
    await kernel.run("const before = 1;");
    expect(await kernel.history()).toEqual({ status: "ok", history: [] });
    expect(await kernel.late()).toBe("");
  });

  test("cells know what Node knows", async () => {
    expect(await kernel.run("[3, 1, 2].toSorted().findLast((one) => one < 3)")).toMatchObject({
      error: "",
      text: "2\n",
    });
  });

  test("completes names and fields of the library", async () => {
    expect(await kernel.complete("const found = await comp")).toContain("compare");
    expect(await kernel.complete("scenario.")).toEqual(expect.arrayContaining(["customerBase", "horizon", "program"]));
    expect(await kernel.complete("compare([], { rep")).toContain("replicates");
  });

  test("tells what a name of the library is, with its documentation", async () => {
    const words = await kernel.inspect("compare");
    expect(words).toContain("Promise<Comparison>");
    expect(words).toContain("Compares scenarios");
    expect(words).toContain("@param candidates");
  });

  test("a cell can be interrupted while it waits, while it computes, and those behind it are aborted", async () => {
    const waiting = await kernel.interrupt(
      'console.log("ready"); await new Promise((done) => setTimeout(done, 60_000));',
      "1",
    );
    expect(waiting.map(({ status }) => status)).toEqual(["error", "aborted"]);
    expect(waiting[0].error).toBe("Interrupted: the cell was stopped before its end");
    const [last] = await kernel.interrupt('console.log("ready"); new Promise(() => undefined)');
    expect(last.error).toBe("Interrupted: the cell was stopped before its end");
    const [computing] = await kernel.interrupt('console.log("ready"); for (;;);');
    expect(computing.error).toBe("Interrupted: the cell was stopped before its end");
    expect(await kernel.run("moved")).toMatchObject({ text: "7\n" });
  });

  test("ends when it is told to, whatever cells left running", async () => {
    await kernel.run("const ticking = setInterval(() => undefined, 1000);");
    const pid = await kernel.pid();
    await kernel.shutdown();
    expect(isRunning(pid)).toBe(false);
  });

  test("ends with the Jupyter that started it, even while it computes", async () => {
    if (jupyter === null) return;
    const orphan = new Kernel(jupyter);
    const pid = await orphan.pid();
    orphan.run("for (;;);").catch(() => undefined);
    expect(isRunning(pid)).toBe(true);
    orphan.killJupyter();
    await expect.poll(() => isRunning(pid), { timeout: 20_000, interval: 200 }).toBe(false);
  });

  test("nbconvert fails with the text of a cell's error", () => {
    const folder = mkdtempSync(join(tmpdir(), "nbconvert-"));
    afterAll(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "failing.ipynb");
    writeFileSync(file, JSON.stringify(notebookOf("1 + 1", 'throw new RangeError("too far");')));
    const args = [
      "-m",
      "nbconvert",
      "--to",
      "notebook",
      "--execute",
      "--stdout",
      `--ExecutePreprocessor.kernel_name=${KERNEL_NAME}`,
      file,
    ];
    const { status, stderr } = spawnSync(jupyter?.python ?? "", args, { env: jupyterEnvironment(), encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("RangeError: too far");
  });
});
