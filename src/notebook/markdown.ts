/**
 * Text that `show` sets as Markdown.
 *
 * @param markdown the text
 * @example markdown("**5 %** back").markdown; // "**5 %** back"
 */
export class Markdown {
  constructor(readonly markdown: string) {}
}

/**
 * Text to be shown as Markdown: headings, emphasis, lists, numbers worked out in the cell among them.
 *
 * @param text Markdown
 * @returns what `show` takes
 * @example markdown("**5 %** back").markdown; // "**5 %** back"
 */
export function markdown(text: string): Markdown {
  return new Markdown(text);
}
