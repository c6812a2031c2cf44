import { logMessages } from "../basics/logMessages.js";
import type { Words } from "../basics/messages.js";

const NEWLINE = 10;
const RETURN = 13;

/** What a file is inside, whatever its name says. */
export type FileType = "text" | "gzip" | "parquet";

/**
 * What a file is, by its first bytes.
 *
 * @param head first bytes
 * @returns its type, or why it is no transaction log
 * @example fileTypeOf(new TextEncoder().encode("id,date,total")); // "text"
 */
export function fileTypeOf(head: Uint8Array): FileType | Words {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x50, 0x41, 0x52, 0x31)) return "parquet";
  if (begins(0x1f, 0x8b)) return "gzip";
  if (begins(0x50, 0x4b))
    return logMessages.wrongType("a workbook or a zip file", "save the sheet as CSV, or unpack it");
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return logMessages.wrongType("an old workbook", "save the sheet as CSV");
  if (begins(0x25, 0x50, 0x44, 0x46)) return logMessages.wrongType("a PDF", "export the log as CSV");
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return logMessages.wrongType("text in UTF-16", "save it as UTF-8");
  if (head.subarray(0, 4096).includes(0))
    return logMessages.wrongType("bytes that are no text", "export the log as CSV");
  if (!head.includes(NEWLINE) && head.includes(RETURN))
    return logMessages.wrongType("lines that end in carriage returns alone", "save it with line feeds");
  return "text";
}
