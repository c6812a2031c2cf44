import { SEPARATORS, type Separator } from "./transactionLog.js";

/** The character of each separator. */
export const SEPARATOR_CHARACTER: Readonly<Record<Separator, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  bar: "|",
};

/** The header of a text file. */
export interface Header {
  readonly separator: Separator;
  readonly names: readonly string[];
}

/**
 * Reads the header of a text file: with the separator stated, else with the one that finds most of the columns wanted, and then most
 * columns.
 *
 * @param text beginning of the file
 * @param wanted names of columns
 * @param stated separator, where there is one
 * @returns separator and names
 * @example readHeader("id;date;total\n1;2024-01-01;2,50", ["id", "total"]).names; // ["id", "date", "total"]
 */
export function readHeader(text: string, wanted: readonly string[], stated: Separator | undefined): Header {
  const headers = (stated === undefined ? SEPARATORS : [stated]).map((separator) => ({
    separator,
    names: firstRecord(text.replace(/^\ufeff/, ""), SEPARATOR_CHARACTER[separator]),
  }));
  const score = ({ names }: Header): number =>
    1000 * wanted.filter((name) => names.includes(name)).length + names.length;
  return headers.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** Fields of the first record that is not blank. */
function firstRecord(text: string, separator: string): string[] {
  const body = text.replace(/^[\r\n]+/, "");
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < body.length; at++) {
    const character = body[at];
    if (character === '"') {
      if (isQuoted && body[at + 1] === '"') field += body[++at];
      else isQuoted = !isQuoted;
    } else if (isQuoted) field += character;
    else if (character === separator) {
      fields.push(field.trim());
      field = "";
    } else if (character === "\n" || character === "\r") break;
    else field += character;
  }
  return [...fields, field.trim()];
}
