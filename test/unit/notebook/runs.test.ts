import { describe, expect, test } from "vitest";
import { type Comparison, compare, load, sweep, verify } from "#tenure/notebook/index.js";
import { inCell } from "../../support/fakeCell.ts";

const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
/** Enough work that progress is shown. */
const LONG = { replicates: 20, customers: 3000, workers: 1 };

const plain = ({ data }: { data: Readonly<Record<string, unknown>> }): unknown => data["text/plain"];

describe("progress", () => {
  test("is one line changed in place, that ends with what ran and no time", async () => {
    const sent = await inCell(async () => void (await compare([cdnow], LONG)));
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent.map(({ isUpdate }) => isUpdate)).toEqual(sent.map((_, at) => at > 0));
    for (const one of sent.slice(0, -1)) expect(plain(one)).toMatch(/^Simulating: \d+ %(, .* left)?$/);
    expect(plain(sent[sent.length - 1])).toBe(
      "Simulated No program: 1 design and no program; 20 replicates of 3,000 customers over 36 months, seed 1.",
    );
  });

  test("two runs have lines of their own", async () => {
    const sent = await inCell(async () => void (await Promise.all([compare([cdnow], LONG), compare([cdnow], LONG)])));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  test("a short run says nothing, and neither does one outside a kernel", async () => {
    const lever = { path: "program.earn.pointsPerUnit", values: [1, 2] };
    const short = { replicates: 4, customers: 50, workers: 1 };
    expect(await inCell(async () => void (await compare([cdnow], short)))).toEqual([]);
    expect(await inCell(async () => void (await sweep(cdnow, [lever], short)))).toEqual([]);
  });

  test("the caller's own progress and results are those of tenure", async () => {
    let calls = 0;
    let found: Comparison | undefined;
    await inCell(async () => {
      found = await compare([cdnow], { ...LONG, onProgress: () => calls++ });
    });
    expect(calls).toBeGreaterThan(1);
    expect(found).toEqual(await compare([cdnow], LONG));
  });

  test("an error ends the line", async () => {
    const sent = await inCell(async () => {
      const onProgress = (): void => {
        throw new Error("enough");
      };
      await expect(compare([cdnow], { ...LONG, onProgress })).rejects.toThrow("enough");
    });
    expect(plain(sent[sent.length - 1])).toBe("Stopped by an error.");
  });
});

describe("an interrupt", () => {
  const interrupt = (): boolean => process.emit("SIGINT", "SIGINT");

  test("ends the run; what was finished stands, and the kernel's own listeners come back", async () => {
    const heard: string[] = [];
    const kernels = (): void => void heard.push("kernel");
    process.on("SIGINT", kernels);
    const before = process.listeners("SIGINT");
    try {
      let found: Comparison | undefined;
      const sent = await inCell(async () => {
        const onProgress = ({ done, total }: { done: number; total: number }): void => {
          if (done > total / 2) interrupt();
        };
        found = await compare([cdnow], { ...LONG, replicates: 40, onProgress });
      });
      const replicates = found?.groups[0]?.provenance.replicates ?? 0;
      expect(replicates).toBeGreaterThan(1);
      expect(replicates).toBeLessThan(40);
      expect(plain(sent[sent.length - 1])).toBe(`Interrupted.\nNo program: stands on ${replicates} of 40 replicates`);
      expect(process.listeners("SIGINT")).toEqual(before);
      heard.length = 0;
      interrupt();
      expect(heard).toEqual(["kernel"]);
    } finally {
      process.off("SIGINT", kernels);
    }
  });

  test("too early, it is an error in words; the second one is the kernel's", async () => {
    const heard: string[] = [];
    const kernels = (): void => void heard.push("kernel");
    process.on("SIGINT", kernels);
    try {
      const sent = await inCell(async () => {
        let isFirst = true;
        const onProgress = (): void => {
          if (!isFirst) return;
          isFirst = false;
          interrupt();
          expect(heard).toEqual([]);
          interrupt();
        };
        await expect(compare([cdnow], { ...LONG, onProgress })).rejects.toThrow(
          "Interrupted before enough was finished: nothing was found.",
        );
      });
      expect(heard).toEqual(["kernel"]);
      expect(plain(sent[sent.length - 1])).toBe("Interrupted before enough was finished: nothing was found.");
    } finally {
      process.off("SIGINT", kernels);
    }
  });

  test("ends a verification too", async () => {
    await inCell(async () => {
      const run = verify(cdnow, { customers: 5000 });
      // Not before the run listens.
      setTimeout(interrupt, 20);
      await expect(run).rejects.toThrow("Interrupted");
    });
  });
});
