import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  AT_VINTAGE_AGE,
  AT_VINTAGE_CAUSE,
  COHORT_ACCOUNTS,
  type CohortAccount,
  type Ledger,
  layBooks,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
  type MonthAccount,
  type MonthCauseAccount,
  openLedger,
  TIER_ACCOUNTS,
  type TierAccount,
  TYPE_ACCOUNTS,
  type TypeAccount,
  VINTAGE_AGE_ACCOUNTS,
  VINTAGE_CAUSE_ACCOUNTS,
  type VintageAgeAccount,
  type VintageCauseAccount,
} from "#tenure/ledger/books.js";
import { CAUSE, CAUSES, type Cause, POINT_CAUSES } from "#tenure/ledger/cause.js";

/** Books written by hand, a cell at a time: for examples one can check on paper. */
export class HandLedger {
  readonly ledger: Ledger;

  constructor(months: number, cohorts = 1, types = 0, tiers = 0) {
    this.ledger = openLedger(layBooks(months, cohorts, types, tiers));
  }

  monthCause(month: number, cause: Cause, amounts: Partial<Record<MonthCauseAccount, number>>): this {
    const { layout } = this.ledger;
    const at = layout.monthCause + (month * CAUSES.length + CAUSE[cause]) * MONTH_CAUSE_ACCOUNTS.length;
    return this.post(at, AT_MONTH_CAUSE, amounts);
  }

  month(month: number, amounts: Partial<Record<MonthAccount, number>>): this {
    return this.post(this.ledger.layout.month + month * MONTH_ACCOUNTS.length, AT_MONTH, amounts);
  }

  cohort(cohort: number, age: number, amounts: Partial<Record<CohortAccount, number>>): this {
    const { layout } = this.ledger;
    return this.post(layout.cohort + (cohort * layout.months + age) * COHORT_ACCOUNTS.length, AT_COHORT, amounts);
  }

  type(month: number, type: number, amounts: Partial<Record<TypeAccount, number>>): this {
    const { layout } = this.ledger;
    return this.post(layout.type + (month * layout.types + type) * TYPE_ACCOUNTS.length, AT_TYPE, amounts);
  }

  tier(month: number, tier: number, amounts: Partial<Record<TierAccount, number>>): this {
    const { layout } = this.ledger;
    return this.post(layout.tier + (month * layout.tiers + tier) * TIER_ACCOUNTS.length, AT_TIER, amounts);
  }

  tierMove(month: number, from: number, to: number, members: number): this {
    const { layout } = this.ledger;
    this.ledger.cells[layout.tierMove + (month * layout.tiers + from) * layout.tiers + to] += members;
    return this;
  }

  wait(months: number, members: number): this {
    this.ledger.cells[this.ledger.layout.wait + months] += members;
    return this;
  }

  vintageAge(vintage: number, age: number, amounts: Partial<Record<VintageAgeAccount, number>>): this {
    const { layout } = this.ledger;
    const at = layout.vintageAge + (vintage * layout.months + age) * VINTAGE_AGE_ACCOUNTS.length;
    return this.post(at, AT_VINTAGE_AGE, amounts);
  }

  vintageCause(vintage: number, cause: Cause, amounts: Partial<Record<VintageCauseAccount, number>>): this {
    const { layout } = this.ledger;
    const at = layout.vintageCause + (vintage * POINT_CAUSES + CAUSE[cause]) * VINTAGE_CAUSE_ACCOUNTS.length;
    return this.post(at, AT_VINTAGE_CAUSE, amounts);
  }

  private post(at: number, places: Readonly<Record<string, number>>, amounts: Readonly<Record<string, number>>): this {
    for (const [account, amount] of Object.entries(amounts)) this.ledger.cells[at + places[account]] += amount;
    return this;
  }
}
