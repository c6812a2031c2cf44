// biome-ignore lint/suspicious/noControlCharactersInRegex: codes that move a cursor begin with one
const CODES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/**
 * What a terminal would show in the end of a text that goes back to the beginning of its line, as a progress line does.
 *
 * @param text with carriage returns and codes that move the cursor or colour
 * @returns lines as last written
 */
export function terminalText(text: string): string {
  return text
    .replace(CODES, "")
    .split("\n")
    .map((line) => line.replace(/\r+$/, "").split("\r").at(-1))
    .join("\n");
}
