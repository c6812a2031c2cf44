import { expect, test } from "vitest";
import { load } from "#tenure/disk/load.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { compare } from "#tenure/study/compare.js";
import type { MemberFindings } from "#tenure/study/findings.js";
import { traceLives } from "#tenure/study/lives.js";
import { planOf } from "../support/lives.ts";

/*
 * What is found of members one by one, added up once more from lines of the trace: the twin's purchases are read off world 0, where the
 * books read them off the causes in the program's world.
 */

const SEED = "members";
const CUSTOMERS = 150;
const REPLICATES = 4;

const { scenario: ranged } = await load("scenarios/coffee/stars.yaml");
const scenario = drawScenario(ranged, seedWords(SEED), 0, null);
const plan = planOf(scenario, CUSTOMERS);
const horizonEnd = plan.monthStart[plan.layout.months];

/** Everybody who enrolled, in every replicate: worth and purchases in both worlds, rewards. */
const members = Array.from({ length: REPLICATES }, (_, replicate) =>
  traceLives(plan, { seed: seedWords(SEED), replicate }, CUSTOMERS),
)
  .flat()
  .filter(({ cohort }) => cohort === 0)
  .flatMap(({ worlds: [twin, world] }) => {
    const enrolledAt = world.find(({ kind }) => kind === "enrol")?.time;
    if (enrolledAt === undefined) return [];
    const timesOf = (lines: typeof world, kind: string): number[] =>
      lines.filter((line) => line.kind === kind).map(({ time }) => time);
    const sum = (lines: typeof world, kind: string): number =>
      lines.filter((line) => line.kind === kind).reduce((total, { value }) => total + value, 0);
    return {
      enrolledAt,
      world: { worth: sum(world, "purchase") - sum(world, "redeem"), bought: timesOf(world, "purchase") },
      twin: { worth: sum(twin, "purchase"), bought: timesOf(twin, "purchase") },
      rewards: timesOf(world, "redeem"),
    };
  });

const found = await (async (): Promise<MemberFindings> => {
  const { groups } = await compare([{ scenario, file: "stars.yaml" }], {
    seed: SEED,
    replicates: REPLICATES,
    customers: CUSTOMERS,
  });
  const findings = groups[0].worlds[1].members;
  if (findings === null) throw new Error("nobody enrols");
  return findings;
})();

/** Company customers for each of the sample, a replicate. */
const each = scenario.customerBase.size / CUSTOMERS / REPLICATES;
const minor = 10 ** scenario.currency.decimals;

test("the bins of values hold the members that the events put there", () => {
  expect(scenario.program?.kind === "points" && scenario.program.tiers).toBeNull();
  expect(members.length).toBeGreaterThan(200);
  const { value } = found;
  const worths = {
    difference: members.map(({ world, twin }) => world.worth - twin.worth),
    world: members.map(({ world }) => world.worth),
    twin: members.map(({ twin }) => twin.worth),
  };
  for (const [kind, amounts] of Object.entries(worths) as ["difference" | "world" | "twin", number[]][]) {
    const counts = value.bins.map(({ from, to }) => {
      const isIn = (amount: number): boolean =>
        amount >= Math.round((from ?? Number.NEGATIVE_INFINITY) * minor) &&
        amount <= Math.round((to ?? Number.POSITIVE_INFINITY) * minor);
      return amounts.filter(isIn).length;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(members.length);
    expect(value.bins.map((bin) => Math.round(bin[kind] / each))).toEqual(counts);
  }
  const mean = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
  expect(value.members / each).toBeCloseTo(members.length, 6);
  expect((value.mean.value ?? 0) * minor).toBeCloseTo(mean(worths.difference), 6);
  expect(value.worldMean * minor).toBeCloseTo(mean(worths.world), 6);
  expect(value.twinMean * minor).toBeCloseTo(mean(worths.twin), 6);
});

test("the days around rewards have the purchases that the events put there", () => {
  const rows = found.rewards?.days ?? [];
  expect(rows.length).toBe(121);
  for (const { day, rewards, world, twin } of rows) {
    const seen = { rewards: 0, world: 0, twin: 0 };
    for (const member of members) {
      for (const reward of member.rewards) {
        // Day −1 ends with the reward, day 1 begins with it.
        const [from, to] =
          day === 0 ? [reward, reward] : [reward + (day - Number(day > 0)), reward + (day + Number(day < 0))];
        if (from < member.enrolledAt || to > horizonEnd) continue;
        const isOn = (time: number): boolean =>
          day === 0 ? time === reward : day < 0 ? time >= from && time < to : time > from && time <= to;
        seen.rewards++;
        seen.world += member.world.bought.filter(isOn).length;
        seen.twin += member.twin.bought.filter(isOn).length;
      }
    }
    expect(rewards / each, `day ${day}`).toBeCloseTo(seen.rewards, 6);
    expect(world.value, `day ${day}`).toBeCloseTo(seen.world / seen.rewards, 12);
    expect(twin.value, `day ${day}`).toBeCloseTo(seen.twin / seen.rewards, 12);
  }
});
