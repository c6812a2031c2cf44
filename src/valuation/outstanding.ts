import type { Ledger } from "../ledger/books.js";
import { joinMonth } from "../ledger/books.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byCohort, byVintageAge, byVintageCause } from "../ledger/read.js";

/**
 * Months of experience redemption is read from: the last ones. Early vintages are full of people who bought once and left; who
 * holds points at the horizon is more alive.
 */
const EXPERIENCE_MONTHS = 6;

/** Points nobody has redeemed or lost at the horizon, and how many of them are expected to be redeemed. */
export interface OutstandingPoints {
  readonly points: number;
  readonly expectedRedeemed: number;
}

/**
 * Expected redemption of the points outstanding at the horizon.
 *
 * Points that expire: by age, the shares of remaining points redeemed, and lost, at that age in the last six months of this run,
 * carried forward to the age at which they lapse; an age no vintage has reached counts as redeemed in full. Points that never expire:
 * all that customers who have not left hold, none of those who have; that is high rather than low.
 *
 * @param ledger books of one world and replicate
 * @param pointsExpire whether the design lets points lapse
 * @returns whole points outstanding, and the expected part
 * @source chain ladder on redemption by age, as for insurance claims
 * @example
 * const { points, expectedRedeemed } = expectOutstanding(ledger, true);
 * expectedRedeemed > 0 && expectedRedeemed < points; // true
 */
export function expectOutstanding(ledger: Ledger, pointsExpire: boolean): OutstandingPoints {
  const { months, cohorts } = ledger.layout;
  if (!pointsExpire) {
    let points = 0;
    let expectedRedeemed = 0;
    for (let cohort = 0; cohort < cohorts; cohort++) {
      const age = months - 1 - joinMonth(cohort);
      points += byCohort(ledger, cohort, age, "closing");
      expectedRedeemed += byCohort(ledger, cohort, age, "closingStaying");
    }
    return { points, expectedRedeemed };
  }
  const rate = redemptionByAge(ledger);
  let points = 0;
  let expectedRedeemed = 0;
  for (let vintage = 0; vintage < months; vintage++) {
    let remaining = 0;
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      remaining += byVintageCause(ledger, vintage, CAUSES[cause], "closing");
    }
    const held = remaining;
    let redeemed = 0;
    let lost = 0;
    for (let age = months - vintage; age <= months && remaining > 0; age++) {
      const share = rate[age];
      redeemed += remaining * share.redeemed;
      lost += remaining * share.lost;
      remaining *= 1 - share.redeemed - share.lost;
    }
    points += held;
    // A part of what is held: all of it where nothing is lost, and never more, however the terms were rounded.
    if (redeemed > 0) expectedRedeemed += held * (redeemed / (redeemed + lost));
  }
  return { points, expectedRedeemed };
}

/** Shares of the points remaining at the start of each age that are redeemed at it, and that are lost: expired or forfeited. */
function redemptionByAge(ledger: Ledger): { redeemed: number; lost: number }[] {
  const { months } = ledger.layout;
  const exposed = new Float64Array(months + 1);
  const redeemed = new Float64Array(months + 1);
  const lost = new Float64Array(months + 1);
  for (let vintage = 0; vintage < months; vintage++) {
    let remaining = 0;
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      remaining += byVintageCause(ledger, vintage, CAUSES[cause], "issued");
    }
    for (let age = 0; vintage + age < months; age++) {
      const taken = byVintageAge(ledger, vintage, age, "redeemed");
      const gone = byVintageAge(ledger, vintage, age, "expired") + byVintageAge(ledger, vintage, age, "forfeited");
      if (vintage + age >= months - EXPERIENCE_MONTHS) {
        exposed[age] += remaining;
        redeemed[age] += taken;
        lost[age] += gone;
      }
      remaining -= taken + gone;
    }
  }
  return Array.from(exposed, (points, age) =>
    points === 0 ? { redeemed: 1, lost: 0 } : { redeemed: redeemed[age] / points, lost: lost[age] / points },
  );
}
