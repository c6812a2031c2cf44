import type fc from "fast-check";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { arbitraryScenario } from "./generate.ts";

/**
 * Generated scenarios in which behaviour moves: people buy often, rewards are near and worth something, every channel is strong.
 * What is left to chance: calendar, currency, rounding, expiry, catalogue, enrolment, launch.
 */
export function livelyScenario(): fc.Arbitrary<DrawnScenario> {
  return arbitraryScenario({ program: "always", mostMonths: 24, mostCustomers: 10 }).map(enlivened);
}

function enlivened(scenario: DrawnScenario): DrawnScenario {
  const { program, currency, customerBase, horizon } = scenario;
  if (program === null) return scenario;
  const unit = 10 ** -currency.decimals;
  const months = Math.max(horizon.months, 12);
  return {
    ...scenario,
    horizon: { ...horizon, months },
    customerBase: {
      ...customerBase,
      timeUnit: "week",
      purchaseRate: { shape: 1.5, rate: 2 },
      attrition: { kind: "afterPurchase", a: 0.6, b: 9 },
      spend: { kind: "gammaGamma", p: 4, q: 4, v: 1500 * unit },
    },
    program: {
      ...program,
      launchMonth: Math.min(program.launchMonth, 3),
      enrolment: { share: 0.8, selection: program.enrolment.selection, delayDays: program.enrolment.delayDays % 30 },
      earn: { ...program.earn, pointsPerUnit: 0.01 / unit },
      rewards: program.rewards.map((reward, at) => ({
        ...reward,
        points: 40 + 35 * at,
        faceValue: (200 + 100 * at) * unit,
        unitCost: (70 + 30 * at) * unit,
      })),
      redemption: { probability: Math.max(0.4, program.redemption.probability) },
      response: {
        ...program.response,
        goalGradient: 3,
        rewardedBehaviour: 2,
        rewardedBehaviourHalfLifeDays: 20,
        balanceAtStake: 0.9,
        halfWorth: 0.02,
        planningMonths: 36,
      },
    },
  };
}
