import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asides, COLUMNS, isClosed, LogDesk, notes } from "../../support/logDesk.ts";

const desk = new LogDesk();

/** One row of each kind of dirt: customer, date, amount. The customers of returns bought nothing. */
const DIRT = {
  noCustomer: ['"  ",2024-03-01,5', "NULL,2024-03-01,5", ",2024-03-01,5"],
  unreadableDate: ["d,2024-02-30,5", "d,soon,5", "d,,5", "d,2024-03-01x,5", "d,01.02.2024,5"],
  unreadableAmount: ["d,2024-03-01,five", "d,2024-03-01,", "d,2024-03-01,€5", 'd,2024-03-01,"1,23"'],
  tooEarly: ["d,1900-01-01,5", "d,1970-01-01,5", "d,0001-01-01,5"],
  future: ["d,2025-01-02,5", "d,9999-12-31,5"],
  ragged: ["d,2024-03-01", "d,2024-03-01,5,6", "d"],
  unmatchedReturn: ["r,2024-03-01,-5"],
} as const;
type Kind = keyof typeof DIRT;
const KINDS = Object.keys(DIRT) as Kind[];

const dirtyRow = fc
  .constantFrom(...KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), row: fc.constantFrom<string>(...DIRT[kind]) }));
const cleanRow = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 10, max: 28 }),
    cents: fc.integer({ min: 1, max: 99_999 }),
  })
  .map(({ id, day, cents }) => ({ kind: null, row: `${id},2024-04-${day},${(cents / 100).toFixed(2)}` }));

test("planted dirt of each kind is counted exactly, and the book closes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cleanRow, { minLength: 12, maxLength: 30 }),
      fc.array(dirtyRow, { maxLength: 10 }),
      fc.constantFrom("\n", "\r\n", "mixed"),
      async (clean, dirty, lineEnd) => {
        const rows = [...clean];
        const planted: Record<string, number> = {};
        dirty.forEach(({ kind, row }, at) => {
          rows.splice((at * 7) % rows.length, 0, { kind: null, row });
          planted[kind] = (planted[kind] ?? 0) + 1;
        });
        // Two days apart at least, so that it is a log.
        const ends = ["8,2024-05-01,1.00", "8,2024-06-01,1.00"];
        const lines = ["\ufeffid,date,total", ...rows.map(({ row }) => row), ...ends];
        const text = lines
          .map((line, at) => line + (lineEnd !== "mixed" ? lineEnd : at % 2 === 0 ? "\n" : "\r\n"))
          .join("");
        const log = await desk.read(text, { today: "2025-01-01" });
        expect(asides(log)).toEqual(planted);
        expect(log.book.rowsRead).toBe(rows.length + ends.length);
        expect(isClosed(log)).toBe(true);
        const days = new Set([
          ...clean.map(({ row }) => row.split(",").slice(0, 2).join()),
          ...ends.map((row) => row.slice(0, 12)),
        ]);
        expect(log.purchaseDays).toBe(days.size);
      },
    ),
    { numRuns: 12, seed: 7 },
  );
});

const HEAD = "id,date,total\n";

describe("rules", () => {
  test("examples name the line, through quoted breaks, blank lines and rows that cannot be read", async () => {
    const text =
      'id,date,total,note\n1,2024-01-01,5,"a\nb"\n\n1,2024-02-01,6\n2,bad,6,x\n2,2024-01-05,6,"c ""d"""\n,2024-01-05,6,x\n';
    const log = await desk.read(text);
    expect(
      log.book.setAside.map(({ reason, examples }) => [reason, examples.map(({ line, got }) => [line, got])]),
    ).toEqual([
      ["ragged", [[5, "Expected Number of Columns: 4 Found: 3"]]],
      ["noCustomer", [[8, ""]]],
      ["unreadableDate", [[6, "bad"]]],
    ]);
  });

  test("a return is taken off the purchase of its amount, else off the latest ones; what is returned in full is no purchase", async () => {
    const log = await desk.read(
      `${HEAD}1,2024-01-01,20\n1,2024-01-10,30\n1,2024-01-20,-20\n` +
        "2,2024-01-01,20\n2,2024-01-10,30\n2,2024-01-20,-35\n" +
        "3,2024-01-01,20\n3,2024-01-02,-50\n" +
        "4,2024-01-05,-9\n4,2024-01-06,9\n",
    );
    expect(notes(log)).toMatchObject({ return: 3, excessReturn: 1, returnedDay: 3 });
    expect(asides(log)).toEqual({ unmatchedReturn: 1 });
    expect([log.customers, log.purchaseDays]).toEqual([3, 3]);
    expect(log.daily.spend.reduce((total, one) => total + one, 0)).toBe(30 + 15 + 9);
  });

  test("equal rows are dropped where times of day tell purchases apart, and kept where they do not", async () => {
    const timed = `${HEAD}1,2024-01-01 10:00:00,5\n1,2024-01-01 10:00:00,5\n1,2024-01-09 10:00:00,5\n`;
    const dated = timed.replaceAll(" 10:00:00", "");
    expect(asides(await desk.read(timed))).toEqual({ duplicate: 1 });
    expect(asides(await desk.read(dated))).toEqual({});
    expect(notes(await desk.read(dated))).toMatchObject({ duplicate: 1 });
    expect(asides(await desk.read(dated, { duplicates: "drop" }))).toEqual({ duplicate: 1 });
    expect(notes(await desk.read(timed, { duplicates: "keep" }))).toMatchObject({ duplicate: 1 });
  });

  test("purchases at 0 are visits, unless they are left out", async () => {
    const text = `${HEAD}1,2024-01-01,5\n1,2024-01-09,0\n1,2024-01-20,7\n`;
    const kept = await desk.read(text);
    expect([kept.purchaseDays, notes(kept).zeroPrice, kept.whole.spends.meanSpend[0]]).toEqual([3, 1, 3.5]);
    const dropped = await desk.read(text, { zeroPrices: "drop" });
    expect([dropped.purchaseDays, asides(dropped).zeroPrice, dropped.whole.spends.meanSpend[0]]).toEqual([2, 1, 7]);
  });

  test("who buys as no person does is named, and left out when asked", async () => {
    const test = Array.from({ length: 1500 }, (_, at) => `bot,2024-01-${10 + (at % 20)},1`);
    const people = Array.from({ length: 60 }, (_, at) => `p${at},2024-01-${10 + (at % 20)},1`);
    const text = `${HEAD}${[...people, ...test].join("\n")}\n`;
    const kept = await desk.read(text);
    expect(notes(kept).outlier).toBe(1);
    expect(kept.book.noted.find(({ key }) => key === "outlier")?.rule).toContain("bot with 1500 rows");
    const dropped = await desk.read(text, { outliers: "drop" });
    expect([asides(dropped).outlier, dropped.customers, isClosed(dropped)]).toEqual([1500, 60, true]);
  });

  test("instants with an offset are dated in the zone stated", async () => {
    const text = `${HEAD}1,2024-01-01T23:30:00Z,5\n1,2024-01-03T00:30:00+02:00,5\n1,2024-01-05 12:00:00,5\n`;
    const days = async (zone?: string): Promise<number[]> => {
      const { daily } = await desk.read(text, zone === undefined ? {} : { zone });
      const first = Date.parse(daily.start) / 86_400_000;
      const bought = daily.repeats.map((count, at) => count + daily.newCustomers[at]);
      return Array.from(bought).flatMap((count, at) => (count > 0 ? [first + at - 19_723] : []));
    };
    // Days since 2024-01-01.
    expect(await days()).toEqual([0, 1, 4]);
    expect(await days("Europe/Berlin")).toEqual([1, 4]);
  });

  test("several currencies are refused until one is chosen; rates bring the others in", async () => {
    const text = "id,date,total,cur\n1,2024-01-01,5,EUR\n1,2024-01-09,10,usd\n1,2024-01-20,7,CHF\n";
    const columns = { ...COLUMNS, currency: "cur" };
    await expect(desk.read(text, { columns })).rejects.toThrow(
      /cur: expected amounts in one currency, or one chosen, got CHF in 1 rows/,
    );
    const log = await desk.read(text, { columns, currency: "EUR", rates: { USD: 0.9 } });
    expect([log.currency, asides(log), log.daily.spend.reduce((total, one) => total + one, 0)]).toEqual([
      "EUR",
      { otherCurrency: 1 },
      14,
    ]);
  });

  test("orders of other statuses do not count", async () => {
    const text = "id,date,total,state\n1,2024-01-01,5,Shipped\n1,2024-01-09,10,cancelled\n1,2024-01-20,7,shipped\n";
    const log = await desk.read(text, { columns: { ...COLUMNS, status: "state" }, accept: ["shipped"] });
    expect([log.purchaseDays, asides(log)]).toEqual([2, { otherStatus: 1 }]);
  });
});

test("a customer whose name holds a NUL, late in a log and with a return, is one like any other", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `c${at % 40},2024-0${1 + (at % 6)}-1${at % 9},5`);
  const log = await desk.read(["id,date,total", ...many, "q\0q,2024-01-01,5", "q\0q,2024-01-02,-2", ""].join("\n"));
  expect(notes(log).return).toBe(1);
  expect([isClosed(log), log.customers]).toEqual([true, 41]);
});

test("days and times that are none are no days, however near they are to one", async () => {
  const digits = ["id,date,total", "a,2024011,5", "a,20240201,6", "b,20240105,5", "b,20240110,7", ""].join("\n");
  expect(asides(await desk.read(digits))).toEqual({ unreadableDate: 1 });
  const times = ["10:99", "24:00", "99:99", "13:00 PM", "00:10 am", "9:60:00", "9:59:60"];
  const good = ["10:59", "23:59:59", "1:00 PM", "12:10 am", "09:05:01.25"];
  const rows = [...times, ...good].map((time, at) => `a,2024-01-${10 + at} ${time},5`);
  const log = await desk.read(["id,date,total", ...rows, ""].join("\n"));
  expect(asides(log)).toEqual({ unreadableDate: times.length });
  expect(log.purchaseDays).toBe(good.length);
});
