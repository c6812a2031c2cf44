import fc from "fast-check";
import { expect, test } from "vitest";
import { drawLayer, LayerOccasions } from "#tenure/engine/layerOccasions.js";
import { Person } from "#tenure/engine/person.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { LAYER_FLOOR, MULTIPLIER_CAP, NO_LINEAGE, PURPOSE } from "#tenure/random/address.js";
import { threefry } from "#tenure/random/threefry.js";
import { uniformOf } from "#tenure/random/uniform.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { planOf } from "../../support/lives.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });
const layers = LAYER_FLOOR.length - 1;
const months = 6;
const plan = planOf(completeScenario({ horizon: { months } }));
const { exponentialTable } = plan.base;

test("the generator written out at its hot site is threefry, occasion after occasion", () => {
  let drawn = 0;
  fc.assert(
    fc.property(
      fc.record({ seed0: word, seed1: word, cohortKey: word, ordinal: word, replicate: word }),
      fc.integer({ min: 0, max: layers - 1 }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      ({ seed0, seed1, cohortKey, ordinal, replicate }, layer, ratePerDay) => {
        const end = plan.monthStart[months];
        const floor = LAYER_FLOOR[layer];
        const span = LAYER_FLOOR[layer + 1] - floor;
        const words = new Uint32Array(4);
        const expected = [];
        let time = 3;
        for (let index = 0; ; index++) {
          const purpose = PURPOSE.occasion + layer;
          threefry(seed0, seed1, cohortKey, NO_LINEAGE, ordinal, index, purpose, replicate, words);
          time += quantileAt(exponentialTable, words[0]) / (ratePerDay * span);
          if (time >= end) break;
          const height = floor + span * uniformOf(words[1]);
          expected.push({ index, time, height, basket: words[2], leaving: quantileAt(exponentialTable, words[3]) });
        }

        const moved = { multiplierTop: MULTIPLIER_CAP, hazardFloor: 0, joinedAt: 3, joinMonth: 0 };
        const person = Object.assign(new Person(0), { cohortKey, ordinal, ratePerDay, ...moved });
        const kept = new LayerOccasions();
        expect(drawLayer(kept, layer, person, plan, { seed: [seed0, seed1], replicate }, end)).toBe(end);
        const seen = Array.from({ length: kept.count }, (_, at) => ({
          index: kept.index[at],
          time: kept.time[at],
          height: kept.height[at],
          basket: kept.basket[at],
          leaving: kept.leaving[at],
        }));
        expect(seen).toEqual(expected);
        drawn += seen.length;
      },
    ),
    { numRuns: 500 },
  );
  expect(drawn).toBeGreaterThan(5000);
});
