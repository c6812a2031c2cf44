import { describe, expect, it } from "vitest";
import { plainWords } from "#tenure/plan/plainWords.js";
import { good } from "../scenario/memory.ts";
import { BASELINE, CARD, GOLD } from "../scenario/samples.ts";

async function words(text: string): Promise<string> {
  return plainWords((await good(text)).scenario);
}

describe("a customer base in plain words", () => {
  it("says what a published base comes to", async () => {
    expect(await words(BASELINE)).toBe(
      "The average customer buys 0.24 times a month while still a customer, spends 35.22 USD a purchase, leaves after a purchase with 25 % probability.",
    );
  });

  it("says it of contracts", async () => {
    expect(await words(CARD)).toContain("has a contract of 12 months and does not renew it with 16 % probability");
    expect(await words(CARD.replace("everyMonths: 12", "everyMonths: 1"))).toContain("a contract of 1 month and");
  });

  it("says it of leaving over time, lognormal spend, season, growth and types", async () => {
    const text = GOLD.replace("-0.02 to 0.03", "-0.02").replace("0.2 to 0.6 }", "0.6 }");
    const year = 365.25 / 7;
    const gone = 1 - (12 / (12 + year)) ** 0.6;
    expect(await words(text)).toBe(
      [
        `With every range at its middle, the average customer buys 0.24 times a month while still a customer, spends 40.00 USD a purchase, leaves within a year with ${Number((100 * gone).toPrecision(2))} % probability.`,
        "In December customers buy 1.4 times as often as in the average month, in January 0.8 times.",
        "Everybody buys 2 % less often every year.",
        "The same basket costs 2 % more every year.",
        "Customers by loyalty type: 33 % price, 67 % value.",
      ].join(" "),
    );
  });

  it("takes ranges at their middle, and says so", async () => {
    const ranged = BASELINE.replace("shape: 0.243", "shape: 0.2 to 0.3").replace("a: 0.793", "a: 0.7 to 0.9");
    expect(await words(ranged)).toBe(
      "With every range at its middle, the average customer buys 0.24 times a month while still a customer, spends 35.22 USD a purchase, leaves after a purchase with 25 % probability.",
    );
    expect(await words(GOLD)).toMatch(/^With every range at its middle.* Customers by loyalty type: /);
  });

  it("says how many customers of a history are still there", async () => {
    const rows =
      "[{ purchases: 0, lastPurchase: 0, observed: 40, customers: 5 }, { purchases: 2, lastPurchase: 30.43, observed: 38.86, customers: 3 }]";
    const base = BASELINE.replace("customerBase:", `customerBase:\n  history: ${rows}`).replace(/size: \d+/, "size: 8");
    // P(alive) of the second row is 0.7266 (Fader, Hardie & Lee's example customer): 5 + 3 × 0.7266.
    expect(await words(base)).toContain(
      "Of the 8 customers with a history, 7 (90 %) are expected to be still there on day one.",
    );
  });
});
