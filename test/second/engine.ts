import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { CustomerFacts } from "./customer.ts";
import type { SecondEvent } from "./events.ts";
import { programLife } from "./life.ts";
import { type Draw, luckOf } from "./luck.ts";
import { sampledNewcomers } from "./market.ts";
import { type Cohort, drawCustomer } from "./person.ts";
import { type Setting, settingOf } from "./setting.ts";
import { twinLife } from "./twin.ts";

/** One customer, with the program and without. */
export interface SecondLife {
  readonly facts: CustomerFacts;
  /** What happened in the scenario's world, in order. */
  readonly world: readonly SecondEvent[];
  /** What happened to the twin, in order. */
  readonly twin: readonly SecondEvent[];
}

/** Whose lives are wanted, and on what luck. */
interface SecondOptions {
  readonly seed: string | number;
  readonly replicate: number;
  /** Default: the customers there on day one. A number: the newcomers of that month of the horizon. */
  readonly cohort?: Cohort;
  /** Places in the cohort, from 0. */
  readonly ordinals: readonly number[];
  /** How many of the customers there on day one are simulated: all of them when not given. */
  readonly sample?: number;
  /** Luck to use in place of the generator's, for tests that state it. */
  readonly draw?: Draw;
}

/**
 * The slow, obvious engine: lives of customers, event by event, straight from a scenario.
 *
 *   setting: calendar, season and growth, types, tiers
 *     └─ person · occasions (the same in both worlds)
 *          ├─ twin's life
 *          └─ life in the program world, its causes read off the twin's
 */
export function secondEngine(scenario: DrawnScenario, options: SecondOptions): SecondLife[] {
  return livesIn(settingOf(scenario), options);
}

/**
 * The lives of everybody a scenario has, or of a sample: the customers there on day one, then the newcomers month by month.
 *
 * @param customers of the sample on day one
 */
export function secondEngineForAll(
  scenario: DrawnScenario,
  options: Pick<SecondOptions, "seed" | "replicate">,
  customers = scenario.customerBase.size,
): SecondLife[] {
  const setting = settingOf(scenario);
  const cohort = (count: number, cohort: Cohort): SecondLife[] =>
    livesIn(setting, {
      ...options,
      sample: customers,
      cohort,
      ordinals: Array.from({ length: count }, (_, ordinal) => ordinal),
    });
  const newcomers = sampledNewcomers(setting.market, customers / scenario.customerBase.size);
  return [...cohort(customers, "dayOne"), ...newcomers.flatMap((count, month) => cohort(count, month))];
}

function livesIn(setting: Setting, options: SecondOptions): SecondLife[] {
  const draw = options.draw ?? luckOf(options.seed, options.replicate);
  return options.ordinals.map((ordinal) => {
    const sample = options.sample ?? setting.scenario.customerBase.size;
    const customer = drawCustomer(setting, options.cohort ?? "dayOne", ordinal, draw, sample);
    const twin = twinLife(setting, customer);
    return { facts: customer.facts, world: programLife(setting, customer, twin.leftAt), twin: twin.events };
  });
}
