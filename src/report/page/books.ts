import { CAUSE_MEANING } from "../../ledger/cause.js";
import type { GroupFindings, WorldFindings } from "../../study/findings.js";
import { balanceSentence, balanceUnit, discountSentence, subsidySentence } from "../sentences.js";
import { balanceTable } from "../table/balance.js";
import { causeTable } from "../table/causes.js";
import { html, tableHtml } from "./html.js";

/**
 * Reward cost by cause and trial balance of one design.
 *
 * @param world a program world
 * @param group the group it belongs to
 */
export function booksHtml(world: WorldFindings, group: GroupFindings): string {
  const name = html(world.name);
  const parts = [`<h4>${name}</h4>`];
  if (world.causes.length > 0) {
    const meaning: Readonly<Record<string, string>> = CAUSE_MEANING;
    const { heads, rows } = causeTable(world, group.currency);
    const lines = rows.map(([cause = "", ...cells]) => [
      `${html(cause)}<span class="more">${html(meaning[cause] ?? "")}</span>`,
      ...cells.map(html),
    ]);
    const sentences = [subsidySentence(world, group.currency), discountSentence(world, group.currency)];
    for (const sentence of sentences) if (sentence !== null) parts.push(`<p>${html(sentence)}</p>`);
    parts.push(tableHtml(`Purchases, points and reward cost of ${name} by cause`, heads.map(html), lines, "books"));
  }
  const balance = balanceSentence(world.trialBalance);
  if (balance !== null) {
    const { heads, rows } = balanceTable(world);
    const caption = `Trial balance of ${name}: ${balanceUnit(world, group)}`;
    parts.push(
      tableHtml(
        caption,
        heads.map(html),
        rows.map((row) => row.map(html)),
        "balance",
      ),
      `<p>${html(balance)}.</p>`,
    );
  }
  return parts.join("\n");
}
