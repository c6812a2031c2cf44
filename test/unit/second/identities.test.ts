import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { total } from "../../second/causes.ts";
import { type SecondLife, secondEngine, secondEngineForAll } from "../../second/engine.ts";
import { settingOf } from "../../second/setting.ts";
import { arbitraryScenario } from "../../support/generate.ts";
import { bought, misstated, outOfOrder, outOfTier, unaccounted, unbalanced } from "./identities.ts";

/** What may still happen to somebody who has left. */
const AFTER_LEAVING: readonly string[] = ["close", "expire", "forfeit", "tier", "lost"];

const few = { mostMonths: 15, mostCustomers: 6 };

/** Checks every life of many scenarios. */
function everyLife(check: (life: SecondLife, scenario: DrawnScenario) => void, wishes = {}): void {
  fc.assert(
    fc.property(arbitraryScenario({ ...few, ...wishes }), fc.nat(99), (scenario, replicate) => {
      for (const life of secondEngineForAll(scenario, { seed: "identities", replicate })) check(life, scenario);
    }),
    { seed: 20_240_229, numRuns: 40 },
  );
}

describe("in every life", () => {
  it("purchases add up to the twin's and the program's, in count and money", () => {
    everyLife((life) => {
      const sums = (list: ReturnType<typeof bought>): number[] => [
        list.length,
        list.reduce((sum, { amount }) => sum + amount, 0),
        list.reduce((sum, { margin }) => sum + margin, 0),
      ];
      const everything = life.world.filter((event) => event.kind === "purchase").length;
      expect(bought(life.world, "kept", "lifted", "retained")).toHaveLength(everything);
      expect(sums(bought(life.world, "kept", "forgone", "lost"))).toEqual(sums(bought(life.twin, "kept")));
      expect(unaccounted(life)).toEqual([]);
    });
  });

  it("points balance by month and cause, and never fall below nothing", () => {
    everyLife(({ world }) => {
      expect(unbalanced(world)).toEqual([]);
      expect(misstated(world)).toEqual([]);
      for (const event of world) {
        if (event.kind === "close") expect(total(event.byCause)).toBe(event.balance);
        if (event.kind === "redeem") expect(total(event.costByCause)).toBe(event.cost);
        if (event.kind === "issue" || event.kind === "expire" || event.kind === "forfeit") {
          expect(event.points).toBeGreaterThan(0);
        }
      }
    });
  });

  it("the earliest points go first, in proportion to their causes, and none outlives its months", () => {
    everyLife(({ world }, { program }) => {
      const months = program?.expiry.kind === "rolling" ? program.expiry.months : Number.POSITIVE_INFINITY;
      expect(outOfOrder(world, months)).toEqual([]);
    });
  });

  it("time runs forward, each month ends once, and nobody buys after leaving", () => {
    everyLife(({ world, twin }, { horizon }) => {
      for (const events of [world, twin]) {
        for (let i = 1; i < events.length; i++) expect(events[i].time).toBeGreaterThanOrEqual(events[i - 1].time);
        const closes = events.filter(({ kind }) => kind === "close").map(({ month }) => month);
        const months = horizon.months - events[0].month;
        expect(closes).toEqual(Array.from({ length: months }, (_, m) => events[0].month + m));
        const left = events.findIndex(({ kind }) => kind === "leave");
        const after = left < 0 ? [] : events.slice(left + 1).map(({ kind }) => kind);
        expect(after.filter((kind) => !AFTER_LEAVING.includes(kind))).toEqual([]);
      }
    });
  });

  it("tiers are moved between step by step, and fall at reviews alone", () => {
    everyLife(({ world }) => expect(outOfTier(world)).toEqual([]));
  });

  it("nobody leaves before the twin, as no channel makes leaving likelier", () => {
    everyLife(({ world, twin }) => {
      const leftAt = (events: SecondLife["world"]): number =>
        events.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY;
      expect(bought(world, "lost")).toEqual([]);
      expect(leftAt(world)).toBeGreaterThanOrEqual(leftAt(twin));
    });
  });

  it("channels that only encourage displace nothing", () => {
    everyLife(({ world }, { program }) => {
      const { borrowed, demotionShock } = program?.response ?? { borrowed: 0, demotionShock: 0 };
      if (borrowed === 0 && demotionShock === 0) expect(bought(world, "forgone")).toEqual([]);
    });
  });
});

describe("against another world", () => {
  it("nobody's life differs from the twin's without a program", () => {
    everyLife(({ world, twin }) => expect(world).toEqual(twin), { program: "never" });
  });

  it("nobody's life differs from the twin's without enrolling", () => {
    everyLife(({ world, twin }) => {
      if (!world.some(({ kind }) => kind === "enrol")) expect(world).toEqual(twin);
    });
  });

  it("a longer horizon changes nothing that happened before", () => {
    fc.assert(
      fc.property(arbitraryScenario(few), fc.integer({ min: 1, max: 9 }), (scenario, more) => {
        // Types that tie how soon customers leave to how often they buy are scaled over the whole horizon.
        fc.pre(settingOf(scenario).oddsScale === 1);
        const options = { seed: 1, replicate: 0, ordinals: [0, 1, 2].slice(0, scenario.customerBase.size) };
        const longer = { ...scenario, horizon: { ...scenario.horizon, months: scenario.horizon.months + more } };
        const [shorts, longs] = [secondEngine(scenario, options), secondEngine(longer, options)];
        for (const [k, short] of shorts.entries()) {
          expect(longs[k].world.slice(0, short.world.length)).toEqual(short.world);
          expect(longs[k].twin.slice(0, short.twin.length)).toEqual(short.twin);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
