/** A number as JSON and YAML write it. */
export const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;

/** Longest text looked at as a number or a range: the patterns take time with its square. */
export const LONGEST_NUMBER = 2000;

const PLAIN = new RegExp(`^${NUMBER}$`);
const PERCENT = new RegExp(`(${NUMBER})\\s*%`, "g");

/**
 * The plain form of a number somebody wrote with decoration: in quotes, with a percent sign, separators or a currency sign.
 *
 * @param text what stands in the file
 * @returns the number as it should be written; null when the text is no decorated number
 * @example undecorated("5 %"); // "0.05"
 * @example undecorated("1,200"); // "1200"
 */
export function undecorated(text: string): string | null {
  if (text.length > LONGEST_NUMBER) return null;
  const bare = withoutPercent(text.trim())
    .replace(/^[$€£¥]\s*|\s*[$€£¥]$/g, "")
    .replace(/^(\d{1,3})((?:[,_ ]\d{3})+)(?=$|\.)/, (all) => all.replace(/[,_ ]/g, ""))
    .replace(/^(\d+),(\d+)$/, "$1.$2");
  return PLAIN.test(bare) && Number.isFinite(Number(bare)) ? String(Number(bare)) : null;
}

/** A text with every percentage in it written as a share. */
export function withoutPercent(text: string): string {
  return text.replace(PERCENT, (_, digits: string) => String(Number((Number(digits) / 100).toPrecision(12))));
}
