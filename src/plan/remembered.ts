/** Results by name; of too many those go that were asked for longest ago. */
export class Remembered<Value extends object | number> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /**
   * The result of a name.
   *
   * @param name says all the result hangs on
   * @param make works the result out when it is not known
   * @returns the result
   */
  of(name: string, make: () => Value): Value {
    const value = this.values.get(name) ?? make();
    this.values.delete(name);
    this.values.set(name, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.values.delete(oldest);
    }
    return value;
  }
}
