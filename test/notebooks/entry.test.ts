import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterForTests } from "../support/jupyter.ts";
import { Kernel } from "../support/kernel.ts";

/* The entry of notebooks in a real kernel: progress in place, and an interrupt that ends the run and not the kernel. */

const { jupyter, reason } = jupyterForTests("execute");

test.runIf(process.env.REQUIRE_ALL === "1")("a Jupyter to start kernels with", () => {
  expect(jupyter, reason).not.toBeNull();
});

describe.skipIf(jupyter === null)("tenure/notebook in a kernel (needs Python with Jupyter)", () => {
  let kernel: Kernel;

  beforeAll(async () => {
    if (jupyter === null) return;
    kernel = new Kernel(jupyter);
    const ran = await kernel.run(`import { compare, loadAll, rows, show, table } from "tenure/notebook";
const designs = await loadAll(["../scenarios/coffee"]);`);
    expect(ran).toMatchObject({ status: "ok", error: "" });
  });

  afterAll(async () => {
    if (jupyter !== null) await kernel.shutdown();
  });

  test("progress is one output, put in place of itself", async () => {
    const ran = await kernel.run("const long = await compare(designs, { replicates: 20, customers: 3000 });");
    expect(ran).toMatchObject({ status: "ok", error: "" });
    const [first, ...more] = ran.types.filter((type) => type !== "status");
    expect(first).toBe("display_data");
    expect(more.length).toBeGreaterThan(0);
    expect(new Set(more)).toEqual(new Set(["update_display_data"]));
  });

  test("what a cell declares of rows and tables has a type that later cells see", async () => {
    const ran = await kernel.run(`const lines = rows(long, "measures");
const uplift = table(long, "measures").filter((d) => d.measure === "clvUplift").select("world", "value");
await show(uplift);`);
    expect(ran).toMatchObject({ status: "ok", error: "" });
    expect((await kernel.run("const text: string = lines[0].size;")).error).toContain("'number' is not assignable");
  });

  test("an interrupt ends the run, and the next cell runs", async () => {
    const [ended] = await kernel.interrupt(`console.log("ready");
await compare(designs, { replicates: 1000, customers: 20_000 });`);
    expect(["ok", "error"]).toContain(ended.status);
    expect(ended.status === "ok" ? "Interrupted" : ended.error).toContain("Interrupted");
    expect(await kernel.run("process.listenerCount('worker');")).toMatchObject({ status: "ok" });
  });
});
