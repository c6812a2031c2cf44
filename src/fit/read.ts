import { createReadStream } from "node:fs";
import { readdir, stat, symlink, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { InputError } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import type { Words } from "../basics/messages.js";
import { withPassingFolder } from "../disk/passing.js";
import { nearest } from "../scenario/nearest.js";
import { openDatabase } from "./database.js";
import { type FileType, fileTypeOf } from "./fileType.js";
import { needsOneLineEnd, withOneLineEnd } from "./lineEnds.js";
import { type LogCustomers, logCustomers } from "./logCustomers.js";
import { readLog } from "./readLog.js";
import type { ReadLogOptions, TransactionLog } from "./transactionLog.js";

/** Bytes of a file in which its header stands. */
const HEAD_BYTES = 262_144;

/**
 * Reads a transaction log and cleans it: per-customer histories, mean spends, what happened on each day, and a book of what became
 * of every row.
 *
 * ```
 *  file ─▶ type, header, formats ─▶ rows, each used or set aside for one reason ─▶ purchase days, returns taken off
 *       ─▶ histories and mean spends, equal customers together
 * ```
 *
 * Purchases of a customer on one day are one. x counts the days after the first, t_x runs from the first to the last of them, T from the
 * first to the last day observed. Mean spends are of repeat purchases unless all are asked for: what Fader & Hardie (note 025) do.
 *
 * @param path of a .csv, .csv.gz or .parquet file
 * @param options which columns hold what; what is not stated is detected
 * @returns plain data
 * @throws InputError when the file or the options cannot be taken; nothing is left behind
 * @throws RangeError when a number worked out of the log is not finite
 * @example
 * import { writeFileSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * const file = `${tmpdir()}/tenure-log.csv`;
 * writeFileSync(file, "id,date,total\n7,2025-01-01,9.50\n7,2025-01-15,12.00\n8,2025-01-08,4.00\n8,2025-02-30,4.00\n");
 * const log = await readTransactions(file, { columns: { customer: "id", date: "date", amount: "total" } });
 * Array.from(log.whole.histories.x); // [0, 1]
 * log.whole.histories.tx[1]; // 2: weeks
 * log.book.setAside.map(({ reason, examples }) => [reason, examples[0].line, examples[0].got]); // [["unreadableDate", 5, "2025-02-30"]]
 */
export async function readTransactions(path: string, options: ReadLogOptions): Promise<TransactionLog> {
  return withTransactions(path, options, async (log) => log);
}

/**
 * Reads a transaction log and does something with it while its customers are at hand one by one.
 *
 * @param path of a .csv, .csv.gz or .parquet file
 * @param options which columns hold what
 * @param use receives the log and its customers, who are gone once it is done
 * @returns what it returns
 * @throws InputError when the file or the options cannot be taken; what `use` throws
 */
export async function withTransactions<Value>(
  path: string,
  options: ReadLogOptions,
  use: (log: TransactionLog, customers: LogCustomers) => Promise<Value>,
): Promise<Value> {
  const { type, head } = await open(path);
  return withPassingFolder(tmpdir(), "tenure-log", async (folder) => {
    const database = await openDatabase(folder, Math.min(4, availableParallelism()));
    try {
      const isCopied = type !== "parquet" && needsOneLineEnd(head);
      const bytes = (): AsyncIterable<Uint8Array> =>
        isCopied ? withOneLineEnd(bytesOf(path, type)) : bytesOf(path, type);
      const copy = join(folder, "log.csv");
      if (isCopied) await writeFile(copy, bytes());
      const source = isCopied
        ? { path: copy, isPacked: false }
        : { path: await withoutPattern(path, folder), isPacked: type === "gzip" };
      const log = await whole(path, readLog(database, { path, source, type, head, bytes }, options));
      return await use(log, logCustomers(database, log));
    } finally {
      database.close();
    }
  });
}

/** A path of the same file that a database does not take for a pattern of names. */
async function withoutPattern(path: string, folder: string): Promise<string> {
  if (!/[*?[\]{}]/.test(path)) return path;
  const link = join(folder, "log");
  await symlink(resolve(path), link);
  return link;
}

/** Reading ends well, with issues, or because a part of the file is damaged that was not looked at first. */
async function whole(path: string, reading: Promise<TransactionLog>): Promise<TransactionLog> {
  try {
    return await reading;
  } catch (error) {
    const isOurs = error instanceof InputError || error instanceof RangeError || error instanceof TypeError;
    if (isOurs || !(error instanceof Error)) throw error;
    throw refused(path, logMessages.unreadable(error.message.split("\n", 1)[0]));
  }
}

/** Makes sure that a file is there and of a type that is read. */
async function open(path: string): Promise<{ readonly type: FileType; readonly head: Uint8Array }> {
  const status = await stat(path).catch(() => null);
  if (status === null) throw refused(path, logMessages.fileMissing(await nearestFile(path)));
  if (status.isDirectory()) throw refused(path, logMessages.notAFile("a folder"));
  if (!status.isFile()) throw refused(path, logMessages.notAFile("a device, or a pipe without an end"));
  if (status.size === 0) throw refused(path, logMessages.empty());
  try {
    const raw = await beginning(createReadStream(path, { end: HEAD_BYTES - 1 }));
    const outer = fileTypeOf(raw);
    if (outer !== "gzip") return { type: asType(path, outer), head: raw };
    const inner = await beginning(createReadStream(path).pipe(createGunzip()));
    if (inner.length === 0) throw refused(path, logMessages.empty());
    const type = asType(path, fileTypeOf(inner));
    if (type !== "text") throw refused(path, logMessages.wrongType("gzip of something else than text", "unpack it"));
    return { type: "gzip", head: inner };
  } catch (error) {
    throw error instanceof InputError || !(error instanceof Error)
      ? error
      : refused(path, logMessages.unreadable(error.message));
  }
}

function asType(path: string, type: FileType | Words): FileType {
  if (typeof type === "string") return type;
  throw refused(path, type);
}

async function beginning(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part);
    length += part.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

async function* bytesOf(path: string, type: FileType): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  yield* type === "gzip" ? stream.pipe(createGunzip()) : stream;
}

async function nearestFile(path: string): Promise<string | null> {
  const names = await readdir(dirname(path)).catch(() => []);
  const found = nearest(basename(path), names);
  return found === null ? null : join(dirname(path), found);
}

function refused(file: string, words: Words): InputError {
  return new InputError([{ file, line: null, column: null, path: "", ...words }]);
}
