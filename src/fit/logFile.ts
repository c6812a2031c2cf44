import type { FileType } from "./fileType.js";

/** A log on the disk, as those need it who touch no disk. */
export interface LogFile {
  readonly path: string;
  readonly type: FileType;
  /** Its first bytes, unpacked. */
  readonly head: Uint8Array;
  /** All of them, unpacked, block by block. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}
