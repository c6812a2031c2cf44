import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import { normalQuantile } from "#tenure/math/normal.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { DAY_ONE_COHORT, PURPOSE } from "#tenure/random/address.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { Calendar } from "./calendar.ts";
import type { Customer, CustomerFacts, Prospects } from "./customer.ts";
import { type Draw, type DrawAddress, uniform, type Words } from "./luck.ts";
import { occasionsOf } from "./occasions.ts";
import { isWithinReach, worthOf } from "./program.ts";
import { type Tables, tablesOf } from "./tables.ts";

/** Customers there on day one, or the newcomers of a month of the horizon. */
export type Cohort = "dayOne" | number;

/** A person, from their address alone. */
export function drawCustomer(
  scenario: DrawnScenario,
  calendar: Calendar,
  cohort: Cohort,
  ordinal: number,
  draw: Draw,
): Customer {
  const { customerBase, currency } = scenario;
  const tables = tablesOf(customerBase);
  const cohortKey = cohort === "dayOne" ? DAY_ONE_COHORT : (calendar.firstMonth + cohort) >>> 0;
  const words = (place: Pick<DrawAddress, "purpose" | "index">): Words => draw({ ...place, cohortKey, ordinal });
  const person0 = words({ purpose: PURPOSE.person, index: 0 });
  const [joinWord, firstAimWord, acquisitionBasketWord, redeemWord] = words({ purpose: PURPOSE.person, index: 1 });
  const [nextAimWord] = words({ purpose: PURPOSE.acquisition, index: 0 });

  const daysPerUnit = DAYS_PER_UNIT[customerBase.timeUnit];
  const ratePerDay = quantileAt(tables.rate, person0[0]) / customerBase.purchaseRate.rate / daysPerUnit;
  const spendLevel = quantileAt(tables.spendLevel, person0[2]) / toMinorUnits(customerBase.spend.v, currency.decimals);
  const joinedAt = joinInstant(calendar, cohort, joinWord);
  const basketOf = (word: number): number => Math.floor(quantileAt(tables.basket, word) / spendLevel + 0.5);
  const facts: CustomerFacts = {
    cohortKey,
    ordinal,
    joinedAt,
    ratePerDay,
    leavingPropensity: quantileAt(tables.leaving, person0[1]),
    spendLevel,
    willing: isWilling(scenario, tables, person0),
    ...prospectsOf(scenario, { ratePerDay, spendLevel }),
  };
  return {
    facts,
    acquisition: { basket: basketOf(acquisitionBasketWord), firstAimWord, redeemWord, nextAimWord },
    occasions: occasionsOf({ tables, words, joinedAt, ratePerDay, horizonEnd: calendar.horizonEnd, basketOf }),
  };
}

/** People there on day one join at its beginning, newcomers at a uniform instant of their month. */
function joinInstant(calendar: Calendar, cohort: Cohort, word: number): number {
  if (cohort === "dayOne") return 0;
  const start = calendar.starts[cohort];
  return start + uniform(word) * (calendar.starts[cohort + 1] - start);
}

/** Enrolling is a normal variable, correlated with the purchase rate's, above the point that the stated share exceeds. */
function isWilling(scenario: DrawnScenario, tables: Tables, person0: Words): boolean {
  if (scenario.program === null) return false;
  const { share, selection } = scenario.program.enrolment;
  if (share >= 1) return true;
  if (share <= 0) return false;
  const fromRate = selection * quantileAt(tables.normal, person0[0]);
  const own = Math.sqrt(1 - selection * selection) * quantileAt(tables.normal, person0[3]);
  const point = share <= 0.5 ? normalQuantile(share, false) : normalQuantile(1 - share, true);
  return fromRate + own > -point;
}

/** What each reward is to the person: the first one with the sign-up points on the way, later ones without. */
function prospectsOf(
  scenario: DrawnScenario,
  person: Pick<CustomerFacts, "ratePerDay" | "spendLevel">,
): Pick<CustomerFacts, "first" | "later"> {
  const { program } = scenario;
  const prospects = (given: number): Prospects => ({
    worth: program?.rewards.map((reward) => worthOf(scenario, program, reward, person, given)) ?? [],
    reach: program?.rewards.map((reward) => isWithinReach(scenario, program, reward, person, given)) ?? [],
  });
  return { first: prospects(program?.earn.signUpPoints ?? 0), later: prospects(0) };
}
