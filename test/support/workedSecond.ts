import { booksOf } from "../second/books.ts";
import { total } from "../second/causes.ts";
import type { Customer } from "../second/customer.ts";
import type { SecondLife } from "../second/engine.ts";
import type { Close, SecondEvent } from "../second/events.ts";
import { programLife } from "../second/life.ts";
import { prospectsOf } from "../second/person.ts";
import { settingOf } from "../second/setting.ts";
import { twinLife } from "../second/twin.ts";
import { statedFacts } from "./stated.ts";
import type { Statement, Worked } from "./worked.ts";
import { statementsOf } from "./workedStatement.ts";

/** Words of luck: the lowest, below every probability but 0, and the highest. */
const LOW = 0;
const HIGH = 0xffffffff;

/** A worked example, lived by the second engine; besides the statements, what counts towards tiers at each month's end. */
export function workBySecond(example: Worked): { readonly statements: Statement[]; readonly counted: number[] } {
  const { scenario } = example;
  const setting = settingOf(scenario);
  const customer = customerOf(example);
  const twin = twinLife(setting, customer);
  const world = programLife(setting, customer, twin.leftAt);
  const life: SecondLife = { facts: customer.facts, twin: twin.events, world };
  const closes = world.filter((event): event is Close => event.kind === "close");
  const hasTiers = scenario.program?.kind === "points" && scenario.program.tiers !== null;
  const told = {
    books: booksOf([life], { world: "world", hasTiers, types: [], activeFor: 1 }),
    lots: closes.map(({ lots }) => new Map(lots.map(({ lot, byCause }) => [lot, total(byCause)]))),
    leftAt: world.find(({ kind }: SecondEvent) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY,
  };
  return {
    statements: statementsOf(told, scenario, setting.calendar.starts),
    counted: closes.map(({ counted }) => counted),
  };
}

function customerOf(example: Worked): Customer {
  const { scenario, ratePerDay, meanBasket } = example;
  return {
    facts: {
      ...statedFacts(scenario),
      ratePerDay,
      meanBasket,
      leavingPropensity: example.leaving,
      lifetime: example.lifetime,
      willing: scenario.program?.enrolment.share === 1,
      ...prospectsOf(scenario, { ratePerDay, meanBasket }),
    },
    acquisition: {
      basket: example.joins,
      firstAimWord: example.aimsLate ? HIGH : LOW,
      redeemWord: LOW,
      nextAimWord: LOW,
    },
    occasions: example.occasions.map(({ time, height, basket, mark, redeems, aimsLate, borrowed }) => ({
      time,
      height,
      basket,
      leavingMark: mark,
      redeemWord: redeems ? LOW : HIGH,
      nextAimWord: aimsLate ? HIGH : LOW,
      borrowWord: borrowed ? LOW : HIGH,
    })),
    renewalMark: (renewal) => example.renewals[renewal - 1] ?? 9,
  };
}
