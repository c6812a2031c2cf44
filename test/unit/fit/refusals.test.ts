import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { InputError } from "#tenure/basics/issues.js";
import { readTransactions } from "#tenure/fit/read.js";
import type { ReadLogOptions } from "#tenure/fit/transactionLog.js";
import { COLUMNS, LogDesk } from "../../support/logDesk.ts";

const desk = new LogDesk();
const HEAD = "id,date,total\n";
const TWO = `${HEAD}1,2024-01-01,5\n1,2024-02-01,6\n`;

/** Path, expected and got of what is refused. */
async function refused(content: string | Uint8Array, options: Partial<ReadLogOptions> = {}): Promise<string[]> {
  const error = await desk.read(content, options).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof InputError)) throw new Error(`expected issues, got ${error}`);
  return error.issues.map(({ line, path, got, cure }) => [line ?? "", path, got, cure].join(" | "));
}

describe("files", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["empty", "", /an empty file/],
    ["empty gzip", gzipSync(""), /an empty file/],
    ["a header alone", HEAD, /none/],
    ["a workbook", "PK\u0003\u0004rest", /a workbook or a zip file/],
    ["a PDF", "%PDF-1.7", /a PDF/],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x69, 0]), /UTF-16/],
    ["bytes", new Uint8Array([1, 0, 2, 0]), /bytes that are no text/],
    ["carriage returns alone", "id,date,total\r1,2024-01-01,5\r", /carriage returns alone/],
    ["a broken gzip", gzipSync(TWO).subarray(0, 30), /unexpected end of file/],
    ["Parquet by its first letters", "PAR1 and no more", /No magic bytes/],
    ["a quote that never closes", `${HEAD}1,2024-01-01,5\n2,2024-01-02,"6\n3,2024-01-03,7\n`, /^3 .*never closed/],
    ["one day", `${HEAD}1,2024-01-01,5\n2,2024-01-01,5\n`, /2024-01-01 alone/],
    [
      "a day beyond counting",
      `${HEAD}a,2024-01-01,90000000000000\na,2024-01-01,90000000000000\nb,2024-01-05,5\n`,
      /amount \| more by "a" on 2024-01-01/,
    ],
    ["nothing to use", `${HEAD},2024-01-01,5\n,2024-01-02,5\n`, /2 × noCustomer/],
  ])("%s", async (_what, content, words) => {
    const issues = await refused(content);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(words);
  });

  test("a path with no file, or with a folder", async () => {
    desk.write("sales.csv", TWO);
    await expect(readTransactions(`${desk.folder}/sale.csv`, { columns: COLUMNS })).rejects.toThrow(
      /did you mean `.*sales.csv`/,
    );
    await expect(readTransactions(desk.folder, { columns: COLUMNS })).rejects.toThrow(/got a folder/);
  });
});

describe("columns and formats", () => {
  test("options that TypeScript does not let through, all at once", async () => {
    const wrong = {
      timeUnit: "eon",
      separator: "/",
      columns: { customer: "id", date: "date" },
      rates: { EUR: Number.NaN },
    };
    expect(await refused(TWO, wrong as never)).toEqual([
      expect.stringContaining('separator | "/"'),
      expect.stringContaining('timeUnit | "eon"'),
      expect.stringContaining("amount | nothing"),
      expect.stringContaining("rates.EUR | NaN"),
    ]);
  });

  test("one column for two things, and days nobody has seen yet", async () => {
    expect(await refused(TWO, { columns: { ...COLUMNS, amount: "id" } })).toEqual([
      expect.stringContaining('amount | "id", which is the column of customer too'),
    ]);
    expect(await refused(TWO, { until: "2040-01-01", today: "2025-06-30" })).toEqual([
      ' | until | "2040-01-01" | write the last day the log covers',
    ]);
  });

  test("every missing column at once, with the nearest", async () => {
    expect(
      await refused("ID;datum;total\n1;2024-01-01;5\n", { columns: { customer: "id", date: "date", amount: "total" } }),
    ).toEqual([' | customer | "id" | did you mean `ID`?', ' | date | "date" | name one of them']);
    expect(await refused("id,id,date,total\n1,1,2024-01-01,5\n")).toEqual([
      expect.stringContaining('customer | "id" twice'),
    ]);
  });

  test.each([
    ["03/04/2024", "5", /--date-format dd\/mm\/yyyy/],
    ["soon", "5", /"soon"/],
    ["2024-01-01", '"1,234"', /--decimal point/],
    ["2024-01-01", "five", /"five"/],
  ])("%s %s", async (date, amount, words) => {
    const [issue] = await refused(`${HEAD}1,${date},${amount}\n2,${date},${amount}\n`);
    expect(issue).toMatch(words);
  });

  test.each([
    ["31.12.2023", "5,50", "dd.mm.yyyy", 5.5],
    ["31/12/2023", "1.234,50", "dd/mm/yyyy", 1234.5],
    ["12/31/2023 10:15 PM", "1,234.50", "mm/dd/yyyy", 1234.5],
    ["20231231", "1 234.5", "yyyymmdd", 1234.5],
    ["2023-12-31T10:00:00.123", "5", "yyyy-mm-dd", 5],
    ["31-12-2023", "-0", "dd-mm-yyyy", 0],
  ])("%s and %s are read", async (date, amount, format, spend) => {
    const next = date.replace(/31(?=\D|$)/, "30");
    const log = await desk.read(`id\tdate\ttotal\n1\t${next}\t${amount}\n1\t${date}\t${amount}\n`);
    expect(log.book.detected.map(({ value }) => value)).toContain(format);
    expect(log.whole.histories.tx[0]).toBeCloseTo(1 / 7, 12);
    expect(Array.from(log.daily.spend)).toEqual([spend, spend]);
  });
});

test("options that cannot be, all at once", async () => {
  expect(await refused(TWO, { until: "2024-13-01", holdout: "yesterday", zone: "Mars" })).toHaveLength(3);
  expect(await refused(TWO, { holdout: "2024-02-01" })).toEqual([expect.stringContaining("holdout")]);
  expect(await refused(TWO, { columns: { ...COLUMNS, status: "total" } })).toEqual([
    expect.stringContaining("--accept"),
  ]);
});
