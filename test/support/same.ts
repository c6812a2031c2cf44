import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";

/** `expect(found).toEqual(wanted)` for books and lives of many thousand entries, where that is slow while they are equal. */
export function expectSame<T>(found: T, wanted: T): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
}
