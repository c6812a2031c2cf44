import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readTransactions } from "#tenure/fit/read.js";
import type { ReadLogOptions, TransactionLog } from "#tenure/fit/transactionLog.js";

/** Columns of the logs of tests. */
export const COLUMNS = { customer: "id", date: "date", amount: "total" };

/** A folder of logs for one test file, removed after it. */
export class LogDesk {
  readonly folder = mkdtempSync(join(tmpdir(), "tenure-logs-"));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true }));
  }

  /** Writes a log and returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Reads a log from its text. */
  read(content: string | Uint8Array, options: Partial<ReadLogOptions> = {}): Promise<TransactionLog> {
    return readTransactions(this.write("log.csv", content), { columns: COLUMNS, ...options });
  }
}

/** Rows set aside, by reason. */
export function asides(log: TransactionLog): Record<string, number> {
  return Object.fromEntries(log.book.setAside.map(({ reason, rows }) => [reason, rows]));
}

/** What was noted, by key. */
export function notes(log: TransactionLog): Record<string, number> {
  return Object.fromEntries(log.book.noted.map(({ key, count }) => [key, count]));
}

/** Does the book close: read = used + set aside? */
export function isClosed({ book: { rowsRead, rowsUsed, setAside } }: TransactionLog): boolean {
  return rowsRead === rowsUsed + setAside.reduce((sum, { rows }) => sum + rows, 0);
}
