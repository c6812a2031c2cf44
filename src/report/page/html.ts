import { printable, unbroken } from "../words.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Any text as HTML that shows it: safe between tags and inside quoted attributes.
 *
 * @example html("<b> & 5 %"); // "&lt;b&gt; &amp; 5&nbsp;%"
 */
export function html(text: string): string {
  return unbroken(printable(text))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
    .replaceAll("\u00a0", "&nbsp;")
    .replace(/(?<=[+−])(?=[$€£¥₹₩])/g, "&NoBreak;");
}

/**
 * Lines of a file as HTML that shows them letter by letter, every space included: to be copied.
 *
 * @param text of one line or more
 */
export function codeHtml(text: string): string {
  const line = (one: string): string => one.replace(/[^ ]+/g, (word) => html(word));
  return `<pre><code>${text.trimEnd().split("\n").map(line).join("\n")}</code></pre>`;
}

/**
 * A script's text so that it can stand in a page: nothing in it ends the script element or starts a comment.
 *
 * @param script JavaScript in which such texts occur only inside strings and regular expressions
 */
export function inlineScript(script: string): string {
  return script
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replace(/<\/(script)/gi, "<\\/$1")
    .replaceAll("<!--", "\\x3c!--");
}

/**
 * Data so that it can stand in a script element of type application/json.
 *
 * @param value anything JSON can say
 */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** A table: caption, heads, rows of finished HTML; the first cell of a row is its head. */
export function tableHtml(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  className: string,
): string {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const lines = rows.map(
    ([first = "", ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="${className}">` +
    `<caption>${caption}</caption><thead><tr>${heads}</tr></thead>\n<tbody>${lines.join("\n")}</tbody></table></div>`
  );
}
