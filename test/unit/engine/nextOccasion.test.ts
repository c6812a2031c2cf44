import fc from "fast-check";
import { expect, test } from "vitest";
import { drawNext } from "#tenure/engine/nextOccasion.js";
import { Occasions } from "#tenure/engine/occasions.js";
import { Person } from "#tenure/engine/person.js";
import { buildQuantileTable } from "#tenure/math/buildQuantileTable.js";
import { exponentialQuantile } from "#tenure/math/quantiles.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { LAYER_FLOOR, NO_LINEAGE, PURPOSE } from "#tenure/random/address.js";
import { threefry } from "#tenure/random/threefry.js";

const table = buildQuantileTable(exponentialQuantile);
const word = fc.integer({ min: 0, max: 0xffffffff });
const layers = LAYER_FLOOR.length - 1;

test("the generator written out at its hot site is threefry", () => {
  fc.assert(
    fc.property(
      fc.record({ seed0: word, seed1: word, cohortKey: word, ordinal: word, index: word, replicate: word }),
      fc.integer({ min: 0, max: layers - 1 }),
      ({ seed0, seed1, cohortKey, ordinal, index, replicate }, layer) => {
        const words = new Uint32Array(4);
        const purpose = PURPOSE.occasion + layer;
        threefry(seed0, seed1, cohortKey, NO_LINEAGE, ordinal, index, purpose, replicate, words);

        const occasions = new Occasions();
        occasions.pendingIndex[layer] = index;
        occasions.pendingTime[layer] = 3;
        const person = Object.assign(new Person(), { cohortKey, ordinal, ratePerDay: 0.2 });
        drawNext(occasions, layer, person, table, { seed: [seed0, seed1], replicate });

        const drawn = [...occasions.pendingWords.subarray(layer * 4 + 1, layer * 4 + 4)];
        expect(drawn).toEqual([words[1], words[2], words[3]]);
        const span = LAYER_FLOOR[layer + 1] - LAYER_FLOOR[layer];
        expect(occasions.pendingTime[layer]).toBe(3 + quantileAt(table, words[0]) / (0.2 * span));
      },
    ),
    { numRuns: 2000 },
  );
});
