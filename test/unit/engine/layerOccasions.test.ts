import fc from "fast-check";
import { expect, test } from "vitest";
import { drawLayer, LayerOccasions } from "#tenure/engine/layerOccasions.js";
import { Person } from "#tenure/engine/person.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { LAYER_FLOOR, NO_LINEAGE, PURPOSE } from "#tenure/random/address.js";
import { threefry } from "#tenure/random/threefry.js";
import { uniformOf } from "#tenure/random/uniform.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { planOf } from "../../support/lives.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });
const plan = planOf(completeScenario({ horizon: { months: 12 } }));
const end = plan.monthStart[12];

interface Drawn {
  readonly time: number;
  readonly height: number;
  readonly words: readonly number[];
  readonly index: number;
}

/** The occasions of a layer as the docstring of `drawLayer` defines them. */
function defined(person: Person, layer: number, seed: readonly [number, number], replicate: number): Drawn[] {
  const words = new Uint32Array(4);
  const span = LAYER_FLOOR[layer + 1] - LAYER_FLOOR[layer];
  const found: Drawn[] = [];
  let time = person.joinedAt;
  for (let index = 0; ; index++) {
    const purpose = PURPOSE.occasion + layer;
    threefry(seed[0], seed[1], person.cohortKey, NO_LINEAGE, person.ordinal, index, purpose, replicate, words);
    time += quantileAt(plan.base.exponentialTable, words[0]) / (person.ratePerDay * span);
    if (time >= end) return found;
    found.push({ time, height: LAYER_FLOOR[layer] + span * uniformOf(words[1]), words: [...words], index });
  }
}

test("the generator written out at its hot site is threefry, and what is kept is what may be bought", () => {
  fc.assert(
    fc.property(
      fc.record({ seed0: word, seed1: word, cohortKey: word, ordinal: word, replicate: word }),
      fc.integer({ min: 0, max: LAYER_FLOOR.length - 2 }),
      fc.double({ min: 0.3, max: 16, noNaN: true }),
      ({ seed0, seed1, cohortKey, ordinal, replicate }, layer, multiplierTop) => {
        const own = { cohortKey, ordinal, ratePerDay: 0.05, joinedAt: 3, multiplierTop, hazardFloor: 0, leaving: 1 };
        const person = Object.assign(new Person(0), own);
        const kept = new LayerOccasions();
        const luck = { seed: [seed0, seed1] as const, replicate };
        expect(drawLayer(kept, layer, person, plan, luck, end)).toBe(end);
        const expected = defined(person, layer, luck.seed, replicate).filter(({ height }) => height < multiplierTop);
        const drawn = Array.from({ length: kept.count }, (_, at) => ({
          time: kept.time[at],
          height: kept.height[at],
          leaving: kept.leaving[at],
          basket: kept.basket[at],
          index: kept.index[at],
        }));
        expect(drawn).toEqual(
          expected.map(({ time, height, words, index }) => ({
            time,
            height,
            leaving: quantileAt(plan.base.exponentialTable, words[3]),
            basket: words[2],
            index,
          })),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("a layer ends with the base occasion after which nobody is left", () => {
  const person = Object.assign(new Person(0), { cohortKey: 7, ratePerDay: 0.5, leaving: 0.03 });
  const luck = { seed: [1, 2] as const, replicate: 0 };
  const [all, some] = [new LayerOccasions(), new LayerOccasions()];
  drawLayer(all, 0, Object.assign(new Person(0), person, { leaving: 0 }), plan, luck, end);
  const left = drawLayer(some, 0, person, plan, luck, end);
  const first = all.leaving.subarray(0, all.count).findIndex((mark) => mark < 0.03);
  expect(first).toBeGreaterThan(0);
  expect(some.count).toBe(first + 1);
  expect(left).toBe(all.time[first]);
});
