import { type Field, quantity, quantityAbove, quantityOrNever } from "./field.js";

/**
 * How members answer a program. Every strength is that of a reward of unlimited worth; a reward that returns the share v of the
 * spend needed for it acts with v / (v + halfWorth) of it. Strengths and halfWorth are solved together: a card returning 10 %
 * raises the purchase rate at the goal by 25 % (0.79 × 0.1 / 0.315), a program returning 1 % by 3.5 % (0.79 × 0.01 / 0.225).
 */
export const RESPONSE_FIELDS = {
  "program.response.goalGradient": {
    type: quantity(0, 15),
    default: 0.79,
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
    default: 0.19,
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
    default: 0.2,
    unit: "share of the leaving hazard",
    description: "Fall of the risk of leaving with enough points for a reward of unlimited worth; 0 switches it off.",
    source:
      "assumption: most of a program's value can come from fewer leaving (Gopalakrishnan et al. 2021), by how much is open",
  },
  "program.response.halfWorth": {
    type: quantityAbove(0, 100),
    default: 0.215,
    unit: "reward value per unit of spend",
    description:
      "Share of spend a reward must return to move members with half the strength of one of unlimited worth.",
    source:
      "Nastasoiu et al. 2021: small cash rewards cause 1.74 % of sales, here half the 3.5 % at the goal of a program returning 1 %",
  },
  "program.response.planningMonths": {
    type: quantityAbove(0, 1200),
    default: 24,
    unit: "months",
    description: "A reward that takes a customer longer than this to earn moves nobody.",
    source: "assumption: few plan purchases further ahead",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The strengths that `response: off` sets to 0. */
export const STRENGTHS = ["goalGradient", "rewardedBehaviour", "balanceAtStake"] as const;
