import { total } from "./causes.ts";
import { held, snapshot } from "./lots.ts";
import { balanceOf, type Life, now } from "./world.ts";

/** Ends every month whose end is not after an instant. */
export function endMonthsUntil(life: Life, time: number): void {
  const { months, starts } = life.calendar;
  while (life.month < months && starts[life.month + 1] <= time) {
    expire(life);
    close(life);
    life.month += 1;
  }
}

function expire(life: Life): void {
  const expiry = life.scenario.program?.expiry ?? { kind: "never" };
  if (expiry.kind === "never") return;
  const time = life.calendar.starts[life.month + 1];
  for (const { lot, byCause } of snapshot(life.lots)) {
    if (lot + expiry.months !== life.month) continue;
    life.lots.splice(
      life.lots.findIndex((one) => one.month === lot),
      1,
    );
    life.events.push({ ...now(life, time), kind: "expire", lot, points: total(byCause), byCause });
  }
  if (life.member !== null) life.member.baseline = Math.min(life.member.baseline, balanceOf(life));
}

function close(life: Life): void {
  life.events.push({
    ...now(life, life.calendar.starts[life.month + 1]),
    kind: "close",
    byCause: held(life.lots),
    lots: snapshot(life.lots),
    member: life.member !== null,
    customer: !life.left,
  });
}
