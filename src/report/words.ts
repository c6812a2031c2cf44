const ELLIPSIS = "…";

/**
 * A name as one line of printable text. Names come from files: what could move a terminal's cursor, reverse the reading direction
 * or break a line is taken out.
 *
 * @example printable("Stars\u001b[2J\n gold"); // "Stars[2J gold"
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .trim();
}

/**
 * A text cut to a length, with an ellipsis where something is missing.
 *
 * @param length the most characters returned, at least 1
 * @example shorten("Coffee stars", 8); // "Coffee…"
 */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return (
    characters
      .slice(0, length - 1)
      .join("")
      .trimEnd() + ELLIPSIS
  );
}

/** Spaces inside a number: before its unit, behind its currency or its < and >, between the ends of an interval. */
const SPACE_IN_NUMBER =
  /(?<=\d) (?=(?:%|(?:pp|months?)(?!\p{L})))|(?<=[<>×]|(?<!\p{L})(?:[A-Z]{3}|month)) (?=\d)|(?<=\[[+−]?[\d.,]+,) (?=[+−]?\d)/gu;
const NO_BREAK = "\u00a0";

/**
 * A text in which no number can be broken over lines.
 *
 * @param text with spaces alone
 * @returns the text with no-break spaces inside its numbers
 * @example unbroken("no more than 5 %"); // "no more than 5\u00a0%"
 */
export function unbroken(text: string): string {
  return text.replace(SPACE_IN_NUMBER, NO_BREAK);
}

/**
 * A text as lines no longer than a width, broken at spaces where there are any, and inside a number only where it is longer than a line.
 *
 * @param width the most characters of a line, at least 1
 * @param lines the most lines; the last one is cut with an ellipsis
 * @example wrap("Coffee stars with status", 12, 2); // ["Coffee stars", "with status"]
 */
export function wrap(text: string, width: number, lines: number = Number.POSITIVE_INFINITY): string[] {
  const wrapped: string[] = [];
  let line = "";
  for (const word of words(text, width)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if ([...longer].length <= width) line = longer;
    else {
      wrapped.push(line);
      line = word;
    }
  }
  wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  return [...wrapped.slice(0, lines - 1), shorten(wrapped.slice(lines - 1).join(" "), width)];
}

function words(text: string, width: number): string[] {
  return unbroken(text)
    .split(" ")
    .flatMap((word) =>
      [...word].length <= width ? [word] : word.split(NO_BREAK).flatMap((part) => pieces(part, width)),
    )
    .map((word) => word.replaceAll(NO_BREAK, " "));
}

function pieces(word: string, width: number): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let i = 0; i === 0 || i < characters.length; i += width) parts.push(characters.slice(i, i + width).join(""));
  return parts;
}

/**
 * Short texts on as few lines as they fit, broken between texts rather than inside them.
 *
 * @param separator stands between two texts on one line
 * @param width the most characters of a line
 * @example pack(["+$1,200", "[+1,100, +1,300]"], " ", 20); // ["+$1,200", "[+1,100, +1,300]"]
 */
export function pack(texts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = `${lines.at(-1)}${separator}${text}`;
    if (lines.length > 0 && [...longer].length <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrap(text, width));
  }
  return lines;
}

/**
 * Names short enough for a legend that still tell all worlds apart.
 *
 * @param names in any number, alike or not
 * @param length the most characters of each
 * @returns as many texts, no two alike
 * @example distinct(["Stars", "Stars"], 20); // ["Stars", "Stars (2)"]
 */
export function distinct(names: readonly string[], length: number): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = printable(name) || "unnamed";
    let short = shorten(clean, length);
    for (let count = 2; taken.has(short); count++) {
      const tail = ` (${count})`;
      short = shorten(clean, length - tail.length) + tail;
    }
    taken.add(short);
    return short;
  });
}

/**
 * The name of a loyalty type inside a sentence, where "value" or "none" would read as plain words.
 *
 * @example quoted("value"); // "‘value’"
 */
export function quoted(name: string): string {
  return `‘${name}’`;
}

/**
 * A list as one says it.
 *
 * @example spoken(["kept", "lifted", "gift"]); // "kept, lifted and gift"
 */
export function spoken(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/**
 * A count with its noun.
 *
 * @example counted(1, "design"); // "1 design"
 */
export function counted(count: number, noun: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * A time to wait, rounded up.
 *
 * @param seconds 0 or more
 * @example timeInWords(75.2); // "1 min 16 s"
 */
export function timeInWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
