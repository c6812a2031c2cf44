import type { ProgramEffects } from "./programFindings.js";

/** What was found, before it is put into words. */
export type ProgramSeen = Omit<ProgramEffects, "warnings" | "snippet">;

/**
 * What a reader of a program's history must know before using it, in sentences.
 *
 * @param seen what was found
 * @param hasOnePrice every reward costs the same points
 * @returns sentences; the first ones stand with every log
 */
export function programWarnings(seen: ProgramSeen, hasOnePrice: boolean): string[] {
  const { enrolment, redemption, points, pointsExpire, tiers } = seen;
  return [
    "Members chose to be members: they would buy more, or less, without the program too. The difference between members and non-members is no effect of the program; in published comparisons it was about 7 times the effect (Leenheer et al. 2007).",
    "Before and after are no effects either: who enrols or redeems does so at a purchase and often in a busy time, from which they fall back by themselves (regression to the mean), and customers who silently leave are among those counted after. The other way round, who enrols at a purchase waited for it, so that the days before it hold fewer purchases: that raises the ratio, the more the more rarely customers buy.",
    ...(redemption === null
      ? []
      : [
          "The way to the next reward is that of rewards that were taken. A hazard ratio above 1 late on it is what a goal gradient would look like, and also what a pause after each reward, or the season, would.",
          ...(hasOnePrice
            ? []
            : [
                "There are several rewards, and which one a member waits for shows only when it is taken: the probability of redeeming is of ways that ended in a reward, and somewhat too high.",
              ]),
        ]),
    ...(points !== null && pointsExpire === null
      ? [
          "No expiry of points was stated (`--points-expire`): none are taken to lapse, so that no vintage closes by rule and balances may be too high.",
        ]
      : []),
    ...(tiers.length === 0
      ? []
      : [
          "A tier is the one last seen at a purchase: who was moved at a review and has not bought since counts where they were.",
        ]),
    ...(enrolment.selection.value === null
      ? [
          "The log does not show enough purchases before the first member: how far heavier buyers enrolled (`selection`) cannot be told.",
        ]
      : []),
  ];
}
