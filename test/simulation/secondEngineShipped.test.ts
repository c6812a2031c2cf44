import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { loadAll } from "#tenure/disk/load.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { settingOf } from "../second/setting.ts";
import { firstDifference, runKernel, runSecond } from "../support/bothEngines.ts";
import { planOf } from "../support/lives.ts";
import { firstDifferentNumber } from "../support/planNumbers.ts";

const CUSTOMERS = 25;

const folders = readdirSync("scenarios", { withFileTypes: true }).filter((entry) => entry.isDirectory());
const shipped = await loadAll(folders.map(({ name }) => `scenarios/${name}`));

test.each(shipped.map(({ file, scenario }) => [file, scenario] as const))(
  "both engines agree on %s",
  (_file, ranged) => {
    const scenario = drawScenario(ranged, seedWords("shipped"), 0, null);
    const second = runSecond(scenario, 1, CUSTOMERS);
    expect(firstDifferentNumber(planOf(scenario, CUSTOMERS), settingOf(scenario))).toBeNull();
    expect(firstDifference(runKernel(scenario, 1, CUSTOMERS), second, scenario)).toBeNull();
    expect(second.some(({ world }) => world.some(({ kind }) => kind === "enrol"))).toBe(scenario.program !== null);
  },
);
