const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/**
 * Counts the records of a text file, blank lines apart, and says on which line each of those asked for begins. A quoted field may hold
 * line breaks.
 */
export class LineCounter {
  /** Records that are not blank, the header among them. */
  records = 0;
  private line = 1;
  /** Records so far, blank ones included. */
  private all = 0;
  private recordLine = 1;
  private isBlank = true;
  private isQuoted = false;
  private isFieldStart = true;
  private isAfterQuote = false;
  private next = 0;
  private readonly separator: number;
  private readonly broken: ReadonlySet<number>;
  private readonly wanted: readonly number[];
  /** Rows that could be read; the header is number −1. */
  private rows = -1;
  /** Line by position in `wanted`. */
  readonly lines: number[] = [];
  /** Line of each broken record. */
  readonly brokenLines = new Map<number, number>();

  /**
   * @param separator of columns, one character
   * @param broken numbers of records that could not be read, blank ones and the header counted, from 1
   * @param wanted numbers of rows among those that could be, from 0, in rising order
   */
  constructor(separator: string, broken: ReadonlySet<number>, wanted: readonly number[]) {
    this.separator = separator.charCodeAt(0);
    this.broken = broken;
    this.wanted = wanted;
  }

  /** Takes the next bytes of the file. */
  take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (this.isQuoted) {
          this.isQuoted = false;
          this.isAfterQuote = true;
        } else if (this.isFieldStart || this.isAfterQuote) {
          this.isQuoted = true;
          this.isAfterQuote = false;
        }
        this.isFieldStart = false;
        this.isBlank = false;
        continue;
      }
      if (byte === NEWLINE) {
        this.line++;
        if (!this.isQuoted) this.endRecord();
        continue;
      }
      if (this.isQuoted) continue;
      this.isAfterQuote = false;
      this.isFieldStart = byte === this.separator;
      if (byte !== RETURN) this.isBlank = false;
    }
  }

  /**
   * The file has ended.
   *
   * @returns line on which a quote opens that is never closed; null when there is none
   */
  end(): number | null {
    const open = this.isQuoted ? this.recordLine : null;
    if (!this.isBlank) this.endRecord();
    return open;
  }

  private endRecord(): void {
    this.all++;
    if (!this.isBlank) {
      this.records++;
      if (this.broken.has(this.all)) this.brokenLines.set(this.all, this.recordLine);
      else this.endRow();
    }
    this.recordLine = this.line;
    this.isBlank = true;
    this.isFieldStart = true;
    this.isAfterQuote = false;
  }

  private endRow(): void {
    if (this.rows === this.wanted[this.next]) {
      this.lines.push(this.recordLine);
      this.next++;
    }
    this.rows++;
  }
}
