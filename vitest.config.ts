import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/build.ts"],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One worker a core: with two cores vitest would leave one idle.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { extends: true, test: { name: "simulation", include: ["test/simulation/**/*.test.ts"] } },
      { extends: true, test: { name: "faces", include: ["test/faces/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "notebooks",
          include: ["test/notebooks/**/*.test.ts"],
          globalSetup: ["test/notebooks/setup.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
