import { compilePlan } from "../plan/compile.js";
import { drawScenario } from "../plan/drawScenario.js";
import type { Plan } from "../plan/plan.js";
import type { SeedWords } from "../random/seed.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Terms } from "../valuation/terms.js";
import { termsOf } from "../valuation/terms.js";
import type { Group } from "./group.js";
import type { ListedType } from "./measure.js";
import { typesOfDraw } from "./scenarioHas.js";

/** A plan and the terms of its worlds, world 0 first: what one draw of the ranged inputs makes of a group. */
export interface DrawnGroup {
  readonly plan: Plan;
  readonly terms: readonly Terms[];
  /** Loyalty types of the draw, in the order of the type books. */
  readonly types: readonly ListedType[];
}

/** Draws kept at hand: two replicates in order use each, and workers run a few ahead. */
const DRAWS_KEPT = 64;

/** Compiles a group's input draws, each when it is first asked for. */
export class GroupPlans {
  readonly isRanged: boolean;
  private readonly group: Group;
  private readonly customers: number;
  private readonly seed: SeedWords;
  private readonly drawn = new Map<number, DrawnGroup>();

  constructor(group: Group, customers: number, seed: SeedWords) {
    this.group = group;
    this.customers = customers;
    this.seed = seed;
    this.isRanged = [group.counterfactual, ...group.programs].some(({ scenario }) => rangesOf(scenario).length > 0);
  }

  /**
   * The group under one draw of its ranged inputs.
   *
   * @param draw number of the input draw, from 0
   * @returns plan and terms; the same object for every draw when nothing is ranged
   * @throws InputError when a draw falls outside a field's domain
   */
  at(draw: number): DrawnGroup {
    const key = this.isRanged ? draw : 0;
    const known = this.drawn.get(key);
    if (known !== undefined) return known;
    const { counterfactual, programs } = this.group;
    const scenarios = [counterfactual, ...programs].map((candidate) =>
      drawScenario(candidate.scenario, this.seed, key, candidate.file),
    );
    const made = {
      plan: compilePlan(scenarios, this.customers),
      terms: scenarios.map((scenario) => termsOf(scenario, this.customers)),
      types: typesOfDraw(scenarios[0]),
    };
    if (this.drawn.size >= DRAWS_KEPT) {
      this.drawn.clear();
    }
    this.drawn.set(key, made);
    return made;
  }
}
