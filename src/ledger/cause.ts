/**
 * Why something is on the books of a program world, against the same customer's life without a program (the twin).
 * The order is part of the ledger: ties between causes are broken by it. Enlarged, brought and lost have their place in every book
 * and identity; no channel of this version causes them.
 */
export const CAUSES = ["kept", "enlarged", "lifted", "retained", "brought", "gift", "forgone", "lost"] as const;
export type Cause = (typeof CAUSES)[number];

/** What each cause says, in words. */
export const CAUSE_MEANING: Readonly<Record<Cause, string>> = {
  kept: "the twin buys on that occasion too, up to the twin's basket",
  enlarged: "the part of such a basket above the twin's",
  lifted: "the twin is still a customer and does not buy then",
  retained: "the twin has left",
  brought: "the customer does not exist without the program",
  gift: "points given without a purchase",
  forgone: "the twin buys, the member, still a customer, does not (displaced)",
  lost: "the twin buys, the member has left earlier (displaced)",
};

/** Position of each cause in every book. */
export const CAUSE = {
  kept: 0,
  enlarged: 1,
  lifted: 2,
  retained: 3,
  brought: 4,
  gift: 5,
  forgone: 6,
  lost: 7,
} as const;

/** Causes points can carry: the first six. Displaced purchases earn nothing. */
export const POINT_CAUSES = 6;
