import type { GroupFindings } from "../../study/findings.js";
import { percentOf } from "../facts.js";
import { digits } from "../format.js";
import { html, tableHtml } from "./html.js";

/**
 * What it takes to make the numbers of a group again.
 *
 * @param group worlds that share a world 0
 */
export function provenanceHtml(group: GroupFindings): string {
  const { provenance } = group;
  const replicates =
    provenance.replicates === provenance.replicatesAsked
      ? digits(provenance.replicates, 0)
      : `${digits(provenance.replicates, 0)} of ${digits(provenance.replicatesAsked, 0)} asked: the run was interrupted`;
  const facts: [string, string][] = [
    ["tenure", provenance.version],
    ["seed", provenance.seed],
    ["replicates", replicates],
    ["input draws", digits(provenance.inputDraws, 0)],
    ["level", percentOf(provenance.level)],
    ["pairing", provenance.pairing],
    ["ranged inputs", group.ranges.length === 0 ? "none: inputs taken as exact" : group.ranges.join(", ")],
  ];
  const list = facts.map(([term, fact]) => `<dt>${term}</dt><dd>${html(fact)}</dd>`).join("\n");
  const rows = group.worlds.map((world) => [
    html(world.name),
    html(world.about),
    world.file === null ? "none" : `<code>${html(world.file)}</code>`,
    `<code>${html(world.fingerprint)}</code>`,
  ]);
  const worlds = tableHtml(`Worlds of ${html(group.name)}`, ["World", "About", "File", "Fingerprint"], rows, "worlds");
  return `<dl>${list}</dl>\n${worlds}`;
}
