import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SlowFirst } from "./test/slowFirst.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/build.ts"],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One worker a core: with two cores vitest would leave one idle.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowFirst },
    projects: [
      // What these test keeps nothing between calls but tables: loading it once for a worker saves a quarter of their time.
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "simulation", include: ["test/simulation/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "faces", include: ["test/faces/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "books",
          include: ["test/notebooks/books.test.ts"],
          globalSetup: ["test/notebooks/setup.ts"],
        },
      },
      // Interrupts and kernels that end in time: alone, after all others.
      {
        extends: true,
        test: {
          name: "notebooks",
          include: ["test/notebooks/**/*.test.ts"],
          exclude: ["test/notebooks/books.test.ts"],
          globalSetup: ["test/notebooks/setup.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
