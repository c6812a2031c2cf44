import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type Calendar, monthOfYear } from "./calendar.ts";

/** What the months of a horizon are like for everybody, program or not. */
export interface Market {
  /** How often people buy, against the fitted rate: season and growth. An occasion below it is a base occasion. */
  readonly baseMultiplier: readonly number[];
  /** What a basket costs, against the first month's prices. */
  readonly priceLevel: readonly number[];
  /** People who become customers in each month, of the whole company; not always whole numbers. */
  readonly newcomers: readonly number[];
}

/** Season and growth, month by month. */
export function marketOf(scenario: Pick<DrawnScenario, "customerBase">, calendar: Calendar): Market {
  const { season, growth, acquisition } = scenario.customerBase;
  const months = Array.from({ length: calendar.months }, (_, month) => month);
  const ofYear = months.map((month) => monthOfYear(calendar, month));
  const { perMonth } = acquisition;
  return {
    baseMultiplier: months.map((month) => season[ofYear[month]] * grown(growth.purchaseRate, month)),
    priceLevel: months.map((month) => grown(growth.prices, month)),
    newcomers: months.map(
      (month) => (typeof perMonth === "number" ? perMonth : perMonth[ofYear[month]]) * grown(acquisition.growth, month),
    ),
  };
}

/** What 1 has grown to by the beginning of a month, at a yearly growth. */
function grown(yearly: number, month: number): number {
  return (1 + yearly) ** (month / 12);
}

/**
 * Newcomers of a sample: of what has come up to the end of each month its share, rounded half up, less those who came before.
 *
 * @param share of the company's customers that the sample is
 */
export function sampledNewcomers({ newcomers }: Market, share: number): number[] {
  let sum = 0;
  let before = 0;
  return newcomers.map((count) => {
    sum += count;
    const upTo = Math.floor(share * sum + 0.5);
    const came = upTo - before;
    before = upTo;
    return came;
  });
}
