import { type Field, quantity, quantityAbove, quantityOrNever } from "./field.js";

/**
 * How members answer a program. Every strength is that of a reward of unlimited worth; a reward that returns the share v of the
 * spend needed for it acts with v / (v + halfWorth) of it. Strengths and halfWorth are solved together: a card returning 10 %
 * raises the purchase rate at the goal by 25 % (0.35 × 0.1 / 0.14), a program returning 1 % by 7 % (0.35 × 0.01 / 0.05): by 3.5 % on
 * average along the way, of which half is borrowed from later purchases and 1.75 % stays.
 */
export const RESPONSE_FIELDS = {
  "program.response.goalGradient": {
    type: quantity(0, 15),
    default: 0.35,
    unit: "share of the purchase rate",
    description: "Rise of the purchase rate on the doorstep of a reward of unlimited worth; 0 switches it off.",
    source:
      "Kivetz, Urminsky & Zheng 2006: a card returning 10 % shortens the time between visits by 20 %, a rise of 25 % at the goal",
  },
  "program.response.goalGradientHalfLifeMonths": {
    type: quantityOrNever(0, 1200),
    default: "never",
    unit: "months of membership",
    description: "Months of membership after which the pull of the goal has halved; never keeps it.",
    source: "assumption: the pull lasts; Meyer-Waarden finds gains fading after 6 to 9 months",
  },
  "program.response.rewardedBehaviour": {
    type: quantity(0, 15),
    default: 0.084,
    unit: "share of the purchase rate",
    description: "Rise of the purchase rate right after a reward of unlimited worth; 0 switches it off.",
    source: "Taylor & Neslin 2005: purchases rise by about 6 %, here after a reward returning 10 %",
  },
  "program.response.rewardedBehaviourHalfLifeDays": {
    type: quantityAbove(0, 3650),
    default: 28,
    unit: "days",
    description: "Days after which the rise that follows a reward has halved.",
    source: "assumption: Taylor & Neslin 2005 find the rise mostly gone some weeks after the reward",
  },
  "program.response.balanceAtStake": {
    type: quantity(0, 1),
    default: 0.1,
    unit: "share of the leaving hazard",
    description: "Fall of the risk of leaving with enough points for a reward of unlimited worth; 0 switches it off.",
    source:
      "assumption: most of a program's value can come from fewer leaving (Gopalakrishnan et al. 2021), by how much is open",
  },
  "program.response.halfWorth": {
    type: quantityAbove(0, 100),
    default: 0.04,
    unit: "reward value per unit of spend",
    description:
      "Share of spend a reward must return to move members with half the strength of one of unlimited worth.",
    source:
      "Nastasoiu et al. 2021: small cash rewards cause 1.74 % of sales, here a quarter of the 7 % at the goal of a program returning 1 %: half of it on average along the way, half of which is not borrowed",
  },
  "program.response.planningMonths": {
    type: quantityAbove(0, 1200),
    default: 24,
    unit: "months",
    description: "A reward that takes a customer longer than this to earn moves nobody.",
    source: "assumption: few plan purchases further ahead",
  },
  "program.response.borrowed": {
    type: quantity(0, 1),
    default: 0.5,
    unit: "share of the purchases members make on top",
    description: "Share of them that are only made sooner: the member skips a later one instead.",
    source: "assumption: half of what members buy on top is bought sooner; no published split",
  },
  "program.response.tierChase": {
    type: quantity(0, 15),
    default: 0.084,
    unit: "share of the purchase rate",
    description:
      "Rise of the purchase rate close to a tier of unlimited worth at the end of its year; 0 switches it off.",
    source: "Taylor & Neslin 2005: about 6 % more while a spend threshold is in reach, here for a tier returning 10 %",
  },
  "program.response.tierChaseHalfLifeMonths": {
    type: quantityOrNever(0, 1200),
    default: "never",
    unit: "months of membership",
    description: "Months of membership after which the pull of the next tier has halved; never keeps it.",
    source: "assumption: the pull lasts as long as there is a tier to reach",
  },
  "program.response.tierChaseReach": {
    type: quantityAbove(0, 1000),
    default: 2,
    unit: "times the usual spend",
    description: "A tier that takes more than so many times the usual spend in what is left of the year is given up.",
    source: "assumption: who would have to buy more than twice as much as usual does not try",
  },
  "program.response.status": {
    type: quantity(0, 15),
    default: 0.05,
    unit: "share of the purchase rate",
    description:
      "Rise of the purchase rate from holding a tier of unlimited worth nobody else holds; 0 switches it off.",
    source: "assumption: no published size",
  },
  "program.response.statusHalfLifeMonths": {
    type: quantityOrNever(0, 1200),
    default: "never",
    unit: "months of membership",
    description: "Months of membership after which what a tier does has halved; never keeps it.",
    source: "assumption: status is enjoyed as long as it is held",
  },
  "program.response.statusAtStake": {
    type: quantity(0, 1),
    default: 0.05,
    unit: "share of the leaving hazard",
    description: "Fall of the risk of leaving while holding such a tier; 0 switches it off.",
    source: "assumption: half of what a balance holds",
  },
  "program.response.demotionShock": {
    type: quantity(0, 15),
    default: 0.1,
    unit: "share of the purchase rate",
    description: "Fall of the purchase rate right after losing such a tier; 0 switches it off.",
    source:
      "Wagner, Hennig-Thurau & Rudolph 2009: losing status costs more than winning it brings, here twice, as losses weigh about twice",
  },
  "program.response.demotionShockHalfLifeDays": {
    type: quantityAbove(0, 3650),
    default: 180,
    unit: "days",
    description: "Days after which the fall that follows losing a tier has halved.",
    source: "assumption: half a year, no published length",
  },
  "program.response.discount": {
    type: quantity(0, 15),
    default: 0,
    unit: "share of the purchase rate per share of the price",
    description:
      "Rise of the purchase rate for a discount: 0.5 means that 10 % off raises it by 5 %; 0 switches it off.",
    source: "assumption: a standing discount is taken on what is bought anyway",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The strengths that `response: off` sets to 0. */
export const STRENGTHS = [
  "goalGradient",
  "rewardedBehaviour",
  "balanceAtStake",
  "tierChase",
  "status",
  "statusAtStake",
  "demotionShock",
  "discount",
] as const;

/** What tiers do to behaviour; idle in a program without them. */
export const TIER_RESPONSES = [
  "tierChase",
  "tierChaseHalfLifeMonths",
  "tierChaseReach",
  "status",
  "statusHalfLifeMonths",
  "statusAtStake",
  "demotionShock",
  "demotionShockHalfLifeDays",
  "discount",
] as const;
