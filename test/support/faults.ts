import type {
  CustomerBaseOf,
  DrawnScenario,
  PointsProgramOf,
  ProgramOf,
  ResponseOf,
  StampCardOf,
  TierLevelOf,
  TiersOf,
} from "#tenure/scenario/scenario.js";

/** What makes a scenario another one. */
export type Change = (scenario: DrawnScenario) => DrawnScenario;
type Program = ProgramOf<number>;
type Points = PointsProgramOf<number>;
type Tiers = TiersOf<number>;
type Level = TierLevelOf<number>;
type Base = CustomerBaseOf<number>;
type History = NonNullable<Base["history"]>;

function inHistory(change: (history: History) => Partial<History>): Change {
  return (scenario) => {
    const { history } = scenario.customerBase;
    if (history === null) return scenario;
    return { ...scenario, customerBase: { ...scenario.customerBase, history: { ...history, ...change(history) } } };
  };
}

/** Faults to plant: each makes one engine live under a slightly different rule. */
export const FAULTS: Readonly<Record<string, Change>> = {
  "a point more for a reward": inPoints((program) => ({
    rewards: program.rewards.map((reward) => ({ ...reward, points: reward.points + 1 })),
  })),
  "points that lapse do not": inProgram(({ expiry }) => ({
    expiry: expiry.kind === "never" ? { kind: "rolling", months: 1 } : { kind: "never" },
  })),
  "another rounding": inPoints(({ earn }) => ({
    earn: { ...earn, rounding: earn.rounding === "ceil" ? "floor" : "ceil" },
  })),
  "a purchase more before day one": inHistory(({ purchases, lastPurchase, observed }) => ({
    purchases: purchases.map((x, at) => (observed[at] > 0 ? x + 1 : x)),
    lastPurchase: lastPurchase.map((tx, at) => (tx === 0 ? observed[at] : tx)),
  })),
  "observed for longer": inHistory(({ observed }) => ({ observed: observed.map((time) => time * 1.5 + 1) })),
  "more spent before day one": inHistory(({ meanSpend }) => ({ meanSpend: meanSpend.map((mean) => mean * 3) })),
  "nothing known of anybody": (scenario) => ({
    ...scenario,
    customerBase: { ...scenario.customerBase, history: null },
  }),
  "a unit more cost to serve": (scenario) => ({
    ...scenario,
    economics: { ...scenario.economics, costPerPurchase: scenario.economics.costPerPurchase + 1 },
  }),
  "a stamp more given": inCard(({ card }) => ({ card: { ...card, headStart: (card.headStart + 1) % card.stamps } })),
  "a larger purchase for a stamp": inCard(({ card }) => ({
    card: { ...card, minimumSpend: card.minimumSpend * 2 + 1 },
  })),
  "a threshold a little higher": inLevels((level, at) => ({ from: at === 0 ? 0 : level.from * 1.01 })),
  "tiers count the other thing": inTiers(({ basis }) => ({ basis: basis === "spend" ? "points" : "spend" })),
  "up at the review instead of at once": inTiers(({ upgrade }) => ({
    upgrade: upgrade === "atOnce" ? "atReview" : "atOnce",
  })),
  "a tier's points a little more": inLevels((level) => ({ earnMultiplier: level.earnMultiplier + 0.05 })),
  "a tier's price a little lower": inLevels((level) => ({ discount: level.discount + 0.01 })),
  "a perk that costs a unit more": inLevels((level) => ({ perkCostPerMonth: level.perkCostPerMonth + 1 })),
  "perks worth more": inLevels((level, at) => ({ perkValuePerMonth: level.perkValuePerMonth + at })),
  "a little more pull": inResponse(({ goalGradient }) => ({ goalGradient: goalGradient + 0.5 })),
  "the pull fades": inResponse(({ goalGradientHalfLifeMonths: now }) => ({
    goalGradientHalfLifeMonths: now === "never" ? 3 : "never",
  })),
  "rewarded a little longer": inResponse((response) => ({
    rewardedBehaviourHalfLifeDays: response.rewardedBehaviourHalfLifeDays * 1.3,
  })),
  "a little less to lose": inResponse(() => ({ balanceAtStake: 0.5 })),
  "status not at stake": inResponse(() => ({ statusAtStake: 0 })),
  "nobody chases a tier": inResponse(() => ({ tierChase: 0 })),
  "tiers given up earlier": inResponse(({ tierChaseReach }) => ({ tierChaseReach: tierChaseReach / 3 })),
  "less pleased with status": inResponse(({ status }) => ({ status: status / 2 })),
  "not hurt by falling": inResponse(() => ({ demotionShock: 0 })),
  "hurt for longer": inResponse((response) => ({ demotionShockHalfLifeDays: response.demotionShockHalfLifeDays * 3 })),
  "blind to prices": inResponse(() => ({ discount: 0 })),
  "nothing is brought forward": inResponse(({ borrowed }) => ({ borrowed: borrowed > 0 ? 0 : 0.5 })),
  "the seasons a month late": inBase(({ season }) => ({ season: [season[11], ...season.slice(0, 11)] })),
  "prices that rise a little": inBase(({ growth }) => ({ growth: { ...growth, prices: growth.prices + 0.01 } })),
  "customers who buy more from year to year": inBase(({ growth }) => ({
    growth: { ...growth, purchaseRate: growth.purchaseRate + 0.05 },
  })),
  "a newcomer more": inBase(({ acquisition }) => ({
    acquisition: { ...acquisition, perMonth: [acquisition.perMonth].flat()[0] + 1 },
  })),
  "a contract a month longer": inBase(({ attrition }) => ({
    attrition: attrition.kind === "atRenewal" ? { ...attrition, everyMonths: attrition.everyMonths + 1 } : attrition,
  })),
  "a life a little longer": inBase(({ attrition }) => ({
    attrition: attrition.kind === "overTime" ? { ...attrition, rate: attrition.rate * 1.01 } : attrition,
  })),
  "baskets that differ more": inBase(({ spend }) => ({
    spend: spend.kind === "lognormal" ? { ...spend, cvWithin: spend.cvWithin + 0.1 } : spend,
  })),
  "types that say less": inBase(({ loyaltyTypes }) => ({
    loyaltyTypes: loyaltyTypes && { ...loyaltyTypes, noise: loyaltyTypes.noise * 1.1 },
  })),
  "more of a type": inBase(({ loyaltyTypes }) => ({
    loyaltyTypes: loyaltyTypes && {
      ...loyaltyTypes,
      mix: { ...loyaltyTypes.mix, none: loyaltyTypes.mix.none * 2 + 1 },
    },
  })),
};

function inProgram(change: (program: Program) => Partial<Pick<Program, "expiry" | "response">>): Change {
  return (scenario) =>
    scenario.program === null
      ? scenario
      : { ...scenario, program: { ...scenario.program, ...change(scenario.program) } };
}

function inPoints(change: (program: Points) => Partial<Points>): Change {
  return (scenario) =>
    scenario.program?.kind === "points"
      ? { ...scenario, program: { ...scenario.program, ...change(scenario.program) } }
      : scenario;
}

function inCard(change: (program: StampCardOf<number>) => Partial<StampCardOf<number>>): Change {
  return (scenario) =>
    scenario.program?.kind === "stampCard"
      ? { ...scenario, program: { ...scenario.program, ...change(scenario.program) } }
      : scenario;
}

function inResponse(change: (response: ResponseOf<number>) => Partial<ResponseOf<number>>): Change {
  return inProgram(({ response }) => ({ response: { ...response, ...change(response) } }));
}

function inTiers(change: (tiers: Tiers) => Partial<Tiers>): Change {
  return inPoints(({ tiers }) => ({ tiers: tiers && { ...tiers, ...change(tiers) } }));
}

function inLevels(change: (level: Level, at: number) => Partial<Level>): Change {
  return inTiers(({ levels }) => ({ levels: levels.map((level, at) => ({ ...level, ...change(level, at) })) }));
}

function inBase(change: (base: Base) => Partial<Base>): Change {
  return (scenario) => ({
    ...scenario,
    customerBase: { ...scenario.customerBase, ...change(scenario.customerBase) },
  });
}
