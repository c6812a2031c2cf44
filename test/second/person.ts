import { normalQuantile } from "#tenure/math/normal.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { DAY_ONE_COHORT, PURPOSE } from "#tenure/random/address.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type Calendar, monthAt } from "./calendar.ts";
import type { Customer, CustomerFacts, Prospects } from "./customer.ts";
import { knownFacts, ordinalAt } from "./history.ts";
import { type Draw, type DrawAddress, uniform, type Words } from "./luck.ts";
import { occasionsOf } from "./occasions.ts";
import { givenAtEnrolment, isWithinReach, rewardsOf, worthOf } from "./program.ts";
import type { Setting } from "./setting.ts";
import { meanBasketOf, ratePerDayOf, spendLevelOf } from "./spend.ts";
import { rankWord, turnedRankWord, typeAt } from "./types.ts";

/** Customers there on day one, or the newcomers of a month of the horizon. */
export type Cohort = "dayOne" | number;

/** A person, from their address alone: in a sample of customers with a history, the one who stands at a place. */
export function drawCustomer(
  setting: Setting,
  cohort: Cohort,
  place: number,
  draw: Draw,
  sample = setting.scenario.customerBase.size,
): Customer {
  const { scenario, calendar, market, tables, types } = setting;
  const cohortKey = cohort === "dayOne" ? DAY_ONE_COHORT : (calendar.firstMonth + cohort) >>> 0;
  const history = cohort === "dayOne" ? setting.history : null;
  const ordinal =
    history === null ? place : ordinalAt(history, sample, place, (at) => draw({ cohortKey, ordinal: 0, ...at }));
  const words = ({ purpose, index }: Pick<DrawAddress, "purpose" | "index">): Words =>
    draw({ cohortKey, ordinal, purpose, index });
  const [ownRateWord, ownLeavingWord, ownSpendWord, enrolWord] = words({ purpose: PURPOSE.person, index: 0 });
  const [joinWord, firstAimWord, acquisitionBasketWord, redeemWord] = words({ purpose: PURPOSE.person, index: 1 });
  const [typeWord, lifetimeWord] = words({ purpose: PURPOSE.person, index: 2 });
  const [nextAimWord] = words({ purpose: PURPOSE.acquisition, index: 0 });

  const { name, sensitivity, rank } = types[types.length === 1 ? 0 : typeAt(types, typeWord)];
  const rateWord = rankWord(rank.purchaseRate, ownRateWord);
  const leavingWord = rankWord(rank.leaving, ownLeavingWord);
  const spendWord = turnedRankWord(rank.spend, ownSpendWord);

  const joinedAt = joinInstant(calendar, cohort, joinWord);
  const known =
    history === null
      ? null
      : knownFacts(scenario, history, ordinal, tables, words, {
          rate: quantileAt(tables.rate, rateWord),
          leaving: quantileAt(tables.leaving, leavingWord),
          spendLevel: quantileAt(tables.spendLevel, spendWord),
          lifetime: quantileAt(tables.exponential, lifetimeWord),
        });
  const ratePerDay = known?.ratePerDay ?? ratePerDayOf(scenario, quantileAt(tables.rate, rateWord));
  const spendLevel = known?.spendLevel ?? spendLevelOf(scenario, quantileAt(tables.spendLevel, spendWord));
  const shopper = { ratePerDay, meanBasket: meanBasketOf(scenario, spendLevel) };
  const basketOf = (word: number, time: number): number => {
    const priceLevel = market.priceLevel[monthAt(calendar, time)];
    return Math.floor((quantileAt(tables.basket, word) / spendLevel) * priceLevel + 0.5);
  };
  const newcomer = leavingOf(setting, leavingWord, lifetimeWord);
  const facts: CustomerFacts = {
    cohortKey,
    ordinal,
    joinedAt,
    loyaltyType: name,
    sensitivity,
    ...shopper,
    known: known !== null,
    gone: known?.gone ?? false,
    leavingPropensity: known?.leavingPropensity ?? newcomer.leavingPropensity,
    lifetime: known?.lifetime ?? newcomer.lifetime,
    spendLevel,
    willing:
      known?.gone !== true && isWilling(setting, known?.rateScore ?? quantileAt(tables.normal, rateWord), enrolWord),
    ...prospectsOf(scenario, shopper),
  };
  return {
    facts,
    acquisition: { basket: basketOf(acquisitionBasketWord, joinedAt), firstAimWord, redeemWord, nextAimWord },
    occasions: occasionsOf({ tables, words, joinedAt, ratePerDay, horizonEnd: calendar.horizonEnd, basketOf }),
    renewalMark: (index) => quantileAt(tables.exponential, words({ purpose: PURPOSE.renewal, index })[0]),
  };
}

/** People there on day one join at its beginning, newcomers at a uniform instant of their month. */
function joinInstant(calendar: Calendar, cohort: Cohort, word: number): number {
  if (cohort === "dayOne") return 0;
  const start = calendar.starts[cohort];
  return start + uniform(word) * (calendar.starts[cohort + 1] - start);
}

/** How readily somebody leaves at the moments for it, or how long somebody stays. */
function leavingOf(
  { scenario, tables, leavingDays }: Setting,
  leavingWord: number,
  lifetimeWord: number,
): Pick<CustomerFacts, "leavingPropensity" | "lifetime"> {
  const leaving = quantileAt(tables.leaving, leavingWord) / leavingDays;
  return scenario.customerBase.attrition.kind === "overTime"
    ? { leavingPropensity: 0, lifetime: quantileAt(tables.exponential, lifetimeWord) / leaving }
    : { leavingPropensity: leaving, lifetime: Number.POSITIVE_INFINITY };
}

/** Enrolling is a normal variable, correlated with the purchase rate's, above the point that the stated share exceeds. */
function isWilling({ scenario, tables }: Setting, rateScore: number, enrolWord: number): boolean {
  if (scenario.program === null) return false;
  const { share, selection } = scenario.program.enrolment;
  if (share >= 1) return true;
  if (share <= 0) return false;
  const fromRate = selection * rateScore;
  const own = Math.sqrt(1 - selection * selection) * quantileAt(tables.normal, enrolWord);
  const point = share <= 0.5 ? normalQuantile(share, false) : normalQuantile(1 - share, true);
  return fromRate + own > -point;
}

/** What each reward is to the person: the first one with the sign-up points on the way, later ones without. */
export function prospectsOf(
  scenario: DrawnScenario,
  shopper: Pick<CustomerFacts, "ratePerDay" | "meanBasket">,
): Pick<CustomerFacts, "first" | "later"> {
  const { program } = scenario;
  if (program === null) return { first: { worth: [], reach: [] }, later: { worth: [], reach: [] } };
  const prospects = (given: number): Prospects => ({
    worth: rewardsOf(program).map((reward) => worthOf(scenario, program, reward, shopper, given)),
    reach: rewardsOf(program).map((reward) => isWithinReach(scenario, program, reward, shopper, given)),
  });
  return { first: prospects(givenAtEnrolment(program)), later: prospects(0) };
}
