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
