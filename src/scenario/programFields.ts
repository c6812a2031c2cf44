import { MOST_MONEY } from "./baseFields.js";
import { choice, expiry, type Field, quantity, quantityWithDecimals, text, whole } from "./field.js";

const AUTHOR = "no default: the author's to say";

/** The fields of a program and its rewards, in the order a file states them; those of its effect are in responseFields. */
export const PROGRAM_FIELDS = {
  "program.kind": {
    type: choice("points"),
    default: null,
    unit: "",
    description: "Kind of program.",
    source: AUTHOR,
  },
  "program.launchMonth": {
    type: whole(0, 599),
    default: 0,
    unit: "months after the start",
    description: "Month of the horizon in which the program opens: 0 is day one.",
    source: "convention",
  },
  "program.enrolment.share": {
    type: quantity(0, 1),
    default: null,
    unit: "probability",
    description: "Share of customers who would ever enrol.",
    source: AUTHOR,
  },
  "program.enrolment.selection": {
    type: quantity(-1, 1, { none: 0, moderate: 0.1, strong: 0.3 }),
    default: "moderate",
    unit: "rank correlation",
    description: "How far those who enrol were heavier buyers before: none 0, moderate 0.1, strong 0.3.",
    source:
      "assumption: heavier buyers join more (Leenheer et al. 2007 and Meyer-Waarden find it, without this number)",
  },
  "program.enrolment.delayDays": {
    type: quantity(0, 3650),
    default: 0,
    unit: "days",
    description: "Days after the launch before anybody can enrol.",
    source: "convention",
  },
  "program.earn.pointsPerUnit": {
    type: quantityWithDecimals(0, 1000, 6),
    default: null,
    unit: "points per currency unit",
    description: "Points earned per currency unit spent.",
    source: AUTHOR,
  },
  "program.earn.rounding": {
    type: choice("floor", "nearest", "ceil"),
    default: "floor",
    unit: "",
    description: "How the points of one purchase become a whole number.",
    source: "convention",
  },
  "program.earn.signUpPoints": {
    type: whole(0, 1e9),
    default: 0,
    unit: "points",
    description: "Points given at enrolment, without a purchase: a head start.",
    source: "convention",
  },
  "program.expiry": {
    type: expiry(1, 240),
    default: "never",
    unit: "months",
    description: "When points lapse: never, or so many whole months after the month they were earned in.",
    source: "convention",
  },
  "program.rewards[].name": {
    type: text(1, 120),
    default: null,
    unit: "",
    description: "What the reward is called.",
    source: AUTHOR,
  },
  "program.rewards[].points": {
    type: whole(1, 1e9),
    default: null,
    unit: "points",
    description: "Price of the reward in points.",
    source: AUTHOR,
  },
  "program.rewards[].faceValue": {
    type: quantity(0, MOST_MONEY),
    default: null,
    unit: "currency units",
    description: "What the reward is worth to the member: usually its shelf price.",
    source: AUTHOR,
  },
  "program.rewards[].unitCost": {
    type: quantity(0, MOST_MONEY),
    default: null,
    unit: "currency units",
    description: "What handing out one reward costs the company.",
    source: AUTHOR,
  },
  "program.rewards[].replaces": {
    type: quantity(0, 1),
    default: 0,
    unit: "share of rewards",
    description: "Share of these rewards that stand in for an item the member would have paid for.",
    source: "assumption: rewards come on top of what is bought anyway; above 0 a reward costs more",
  },
  "program.rewards[].aim": {
    type: quantity(0, 1e6),
    default: 1,
    unit: "weight",
    description: "Weight with which members aim at this reward among the others; weights need not sum to 1.",
    source: "assumption: all rewards are wanted alike",
  },
  "program.redemption.probability": {
    type: quantity(0, 1),
    default: 0.5,
    unit: "probability per purchase",
    description: "Probability that a member who can afford the reward aimed at takes it at a purchase.",
    source: "assumption: members stockpile (Stourm, Bradlow & Fader 2015 find it, without this number)",
  },
  "program.costs.oneOff": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units",
    description: "Cost of building and launching the program, paid once.",
    source: "assumption: none stated, none counted",
  },
  "program.costs.perMonth": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per month",
    description: "Cost of running the program, whatever the number of members.",
    source: "assumption: none stated, none counted",
  },
  "program.costs.perMemberMonth": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per member and month",
    description: "Cost of one member for one month, as for letters and messages.",
    source: "assumption: none stated, none counted",
  },
} as const satisfies Readonly<Record<string, Field>>;
