import { CAUSES } from "#tenure/ledger/cause.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { POINT_CAUSES } from "../second/causes.ts";
import type { SecondEvent } from "../second/events.ts";

/** An event in the words both engines share: times to a microday, the rest whole and exact. */
type Canonical = string;

const at = (time: number): string => time.toFixed(6);

/** The life the kernel wrote down, in shared words. */
export function canonicalTrace(lines: readonly TraceLine[]): Canonical[] {
  return lines.map(({ kind, time, cause, amount, value, lot }) => {
    const why = cause < 0 ? "" : CAUSES[cause];
    switch (kind) {
      case "purchase":
      case "displaced":
        return `${at(time)} ${kind} ${why} ${amount} ${value}`;
      case "issue":
      case "take":
      case "expire":
      case "forfeit":
        return `${at(time)} ${kind} ${why} ${amount} from ${lot}`;
      case "discount":
        return `${at(time)} discount ${why} ${amount}`;
      case "tier":
        return `${at(time)} tier ${value} to ${amount} ${lot === 1 ? "at a review" : "at once"}`;
      case "redeem":
        return `${at(time)} redeem ${lot} ${amount} ${value}`;
      case "bear":
        return `${at(time)} bear ${why} ${value}`;
      case "close":
        return `${at(time)} close ${amount} in tier ${value}`;
      default:
        return `${at(time)} ${kind}`;
    }
  });
}

/** The life the second engine tells, in shared words; decisions, and closes of customers who are no members, are left out, as in a trace. */
export function canonicalSecond(events: readonly SecondEvent[]): Canonical[] {
  return events.flatMap((event): Canonical[] => {
    const time = at(event.time);
    switch (event.kind) {
      case "purchase":
        return [`${time} purchase ${event.cause} ${event.amount} ${event.margin}`];
      case "forgone":
      case "lost":
        return [`${time} displaced ${event.kind} ${event.amount} ${event.margin}`];
      case "issue":
        return [`${time} issue ${event.cause} ${event.points} from ${event.lot}`];
      case "redeem":
        return [
          `${time} redeem ${event.reward} ${event.points} ${event.cost}`,
          ...event.taken.flatMap(({ lot, byCause }) =>
            POINT_CAUSES.filter((cause) => byCause[cause] > 0).map(
              (cause) => `${time} take ${cause} ${byCause[cause]} from ${lot}`,
            ),
          ),
          ...POINT_CAUSES.filter((cause) => event.pointsByCause[cause] > 0).map(
            (cause) => `${time} bear ${cause} ${event.costByCause[cause]}`,
          ),
        ];
      case "discount":
        return [`${time} discount ${event.cause} ${event.amount}`];
      case "tier":
        return [`${time} tier ${event.from} to ${event.to} ${event.atReview ? "at a review" : "at once"}`];
      case "expire":
      case "forfeit":
        return POINT_CAUSES.filter((cause) => event.byCause[cause] > 0).map(
          (cause) => `${time} ${event.kind} ${cause} ${event.byCause[cause]} from ${event.lot}`,
        );
      case "close":
        return event.member ? [`${time} close ${event.balance} in tier ${event.tier}`] : [];
      case "decision":
        return [];
      default:
        return [`${time} ${event.kind}`];
    }
  });
}
