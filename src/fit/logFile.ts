import type { FileType } from "./fileType.js";

/** A log on the disk, as those need it who touch no disk. */
export interface LogFile {
  readonly path: string;
  /** What the database reads: the file itself, or a copy of its text in which every line ends alike. */
  readonly source: { readonly path: string; readonly isPacked: boolean };
  readonly type: FileType;
  /** Its first bytes, unpacked. */
  readonly head: Uint8Array;
  /** All of them, unpacked, block by block. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}
