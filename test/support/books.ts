import type { CauseRow, TrialBalanceRow } from "#tenure/study/findings.js";

export const MARGIN = 0.3;
export const BASKET = 9.2;

/** A made-up program by cause. */
export function causes(extra: number, revenue: number, rewardCost: number, issued: number): CauseRow[] {
  const row = (cause: CauseRow["cause"], spend: number, share: number): CauseRow => ({
    cause,
    purchases: Math.round(spend / BASKET),
    spend,
    margin: spend * MARGIN,
    pointsIssued: Math.round(issued * share),
    rewardCost: rewardCost * share,
    discount: 0,
  });
  return [
    row("kept", revenue * 0.99, 0.55),
    row("enlarged", extra * 0.1, 0.03),
    row("lifted", extra * 0.7, 0.24),
    row("retained", extra * 0.25, 0.11),
    row("brought", 0, 0),
    row("gift", 0, 0.07),
    row("forgone", -revenue * 0.008, 0),
    row("lost", -revenue * 0.002, 0),
  ];
}

/** A made-up trial balance that balances. */
export function balance(issued: number): TrialBalanceRow[] {
  const row = (cause: TrialBalanceRow["cause"], amount: number): TrialBalanceRow => {
    const redeemed = Math.floor(amount * 0.55);
    const expired = Math.floor(amount * 0.14);
    const closing = amount - redeemed - expired;
    return { cause, opening: 0, issued: amount, redeemed, expired, forfeited: 0, closing, difference: 0 };
  };
  const rows = [row("kept", Math.floor(issued * 0.6)), row("lifted", Math.floor(issued * 0.3)), row("gift", 5000)];
  const total = (key: "issued" | "redeemed" | "expired" | "closing"): number =>
    rows.reduce((sum, line) => sum + line[key], 0);
  const flows = {
    issued: total("issued"),
    redeemed: total("redeemed"),
    expired: total("expired"),
    forfeited: 0,
    closing: total("closing"),
  };
  return [...rows, { cause: "total", opening: 0, ...flows, difference: 0 }];
}
