/** What happens to points of a lot: amount, and month they were earned in. */
export type OnLot = (points: number, month: number) => void;

/** A member's points by the month they were earned in: the earliest is spent first, as the scenario's lots are. */
export class LotBook {
  private months: number[] = [];
  private points: number[] = [];
  /** Points held. */
  balance = 0;

  /** Points earned in a month. */
  earn(points: number, month: number): void {
    const last = this.months.length - 1;
    if (this.months[last] === month) this.points[last] += points;
    else {
      this.months.push(month);
      this.points.push(points);
    }
    this.balance += points;
  }

  /**
   * Spends points, earliest first.
   *
   * @param points how many
   * @param onLot receives what each lot gives
   * @returns points that were not there
   */
  spend(points: number, onLot: OnLot): number {
    let due = points;
    while (due > 0 && this.months.length > 0) due -= this.takeFrom(0, due, onLot);
    return due;
  }

  /** Takes points back, latest first; returns what was not there. */
  takeBack(points: number, onLot: OnLot): number {
    let due = points;
    while (due > 0 && this.months.length > 0) due -= this.takeFrom(this.months.length - 1, due, onLot);
    return due;
  }

  /** Points earned in a month or before it are over. */
  expire(month: number, onLot: OnLot): void {
    while (this.months.length > 0 && this.months[0] <= month) this.takeFrom(0, this.points[0], onLot);
  }

  private takeFrom(lot: number, due: number, onLot: OnLot): number {
    const amount = Math.min(this.points[lot], due);
    onLot(amount, this.months[lot]);
    this.points[lot] -= amount;
    this.balance -= amount;
    if (this.points[lot] === 0) {
      this.months.splice(lot, 1);
      this.points.splice(lot, 1);
    }
    return amount;
  }
}
