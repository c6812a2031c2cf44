/** A world without a program: the published CDNOW parameters. */
export const BASELINE = `schema: 1
name: Baseline
about: Published parameters
horizon: { start: 1997-01, months: 24 }
customerBase:
  size: 2357
  timeUnit: week
  purchaseRate: { shape: 0.243, rate: 4.414 }
  attrition: { kind: afterPurchase, a: 0.793, b: 2.426 }
  spend: { kind: gammaGamma, p: 6.25, q: 3.74, v: 15.44 }
economics:
  grossMargin: 0.3 to 0.5
`;

/** A program on top of it. */
export const STARS = `schema: 1
name: Stars
extends: baseline.yaml
program:
  kind: points
  enrolment: { share: 0.6, selection: strong }
  earn: { pointsPerUnit: 2 }
  expiry: { rolling: 6 }
  rewards:
    - { name: Coffee, points: 100, faceValue: 3.25, unitCost: 0.70, replaces: 0.3, aim: 0.7 }
    - name: Sandwich
      points: 300
      faceValue: 7 to 9
      unitCost: triangular(2, 3, 4)
`;

/** Everything a customer base, types and tiers can say. */
export const GOLD = `schema: 1
name: Gold
extends: baseline.yaml
customerBase:
  attrition: { kind: overTime, shape: 0.6, rate: 12 }
  spend: { kind: lognormal, mean: 40, cvBetween: 0.5, cvWithin: 0.3 to 0.6 }
  season: [0.8, 0.8, 1, 1, 1, 1, 0.9, 0.9, 1, 1, 1.2, 1.4]
  growth: { purchaseRate: -0.02 to 0.03, prices: 0.02 }
  acquisition: { perMonth: [10, 10, 10, 10, 10, 10, 5, 5, 10, 10, 20, 30], growth: 0.1, cost: 4 }
  loyaltyTypes:
    mix: { price: 0.3, value: 0.2 to 0.6 }
    traits: { price: { spend: 0.8 } }
program:
  kind: points
  enrolment: { share: 0.6 }
  earn: { pointsPerUnit: 2 }
  rewards:
    - { name: Voucher, points: 100, faceValue: 5, unitCost: 4 }
  tiers:
    basis: spend
    levels:
      - { name: Basic, from: 0 }
      - { name: Silver, from: 200, earnMultiplier: 1.25 }
      - { name: Gold, from: 500.50, earnMultiplier: 1.5, discount: 0.02 to 0.05, perkCostPerMonth: 1, perkValuePerMonth: 2 }
`;

/** A stamp card for customers under contract. */
export const CARD = `schema: 1
name: Card
extends: baseline.yaml
customerBase:
  attrition: { kind: atRenewal, a: 0.7, b: 3.8, everyMonths: 12 }
program:
  kind: stampCard
  enrolment: { share: 0.6 }
  card: { stamps: 12, headStart: 2 }
  reward: { name: Coffee, faceValue: 3.25, unitCost: 0.70 }
`;

/** Ranges that hang together, as a fit states them. */
export const LINKED = `schema: 1
name: Linked
extends: baseline.yaml
customerBase:
  size: 7
  history:
    - { purchases: 0, lastPurchase: 0, observed: 30, customers: 4 }
    - { purchases: 3, lastPurchase: 30.43, observed: 38.86, meanSpend: 35.1, spendPurchases: 4, customers: 3 }
  purchaseRate: { shape: 0.2 to 0.3, rate: "lognormal(4.4, 0.1)" }
  attrition: { kind: afterPurchase, a: 0.6 to 1, b: 2.426 }
  growth: { purchaseRate: -0.02 to 0.03 }
correlations:
  - inputs:
      - customerBase.purchaseRate.shape
      - customerBase.purchaseRate.rate
      - customerBase.attrition.a
    correlation: [[1, 0.8, -0.2], [0.8, 1, 0.1], [-0.2, 0.1, 1]]
  - { inputs: [customerBase.growth.purchaseRate, economics.grossMargin], correlation: 0.5 }
`;
