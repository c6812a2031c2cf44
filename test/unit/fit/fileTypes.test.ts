import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { readTransactions } from "#tenure/fit/read.js";
import type { TransactionLog } from "#tenure/fit/transactionLog.js";
import { asides, COLUMNS, isClosed, LogDesk } from "../../support/logDesk.ts";

const desk = new LogDesk();

/** Three customers in both ways to write a row, one row that cannot be read. */
const ROWS = [
  ["7", "2025-01-01", "9.50"],
  ["7", "2025-01-15", "12.00"],
  ["7", "2025-02-03", "7.25"],
  ["8", "2025-01-08", "4.00"],
  ["9", "2025-01-20", "20.00"],
  ["9", "2025-03-01", "-20.00"],
  ["8", "2025-02-30", "4.00"],
];
const CSV = `id,date,total\n${ROWS.map((row) => row.join(",")).join("\n")}\n`;

/** A Parquet file of the rows, its columns of the types given. */
async function parquet(name: string, types: readonly [string, string, string], rows = ROWS): Promise<string> {
  const path = join(desk.folder, name);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const values = rows.map((row) => `(${row.map((cell) => `'${cell}'`).join(", ")})`).join(", ");
  const columns = ["id", "date", "total"].map((column, at) => `c${at}::${types[at]} AS ${column}`).join(", ");
  await connection.run(
    `COPY (SELECT ${columns}, try_cast(c2 AS DOUBLE) * 1e300 AS unused FROM (VALUES ${values}) rows(c0, c1, c2)) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** All that is found but the name of the file, how it was read, and lines, which Parquet has none of. */
function found({ file: _, book, ...log }: TransactionLog): object {
  const setAside = book.setAside.map(({ reason, rows }) => ({ reason, rows }));
  return { ...log, setAside, rowsRead: book.rowsRead, rowsUsed: book.rowsUsed };
}

describe("a log as gzip and as Parquet", () => {
  test("reads as its text does, the unreadable row set aside", async () => {
    const plain = await desk.read(CSV);
    const gzip = await readTransactions(desk.write("log.csv.gz", gzipSync(CSV)), { columns: COLUMNS });
    const texts = await readTransactions(await parquet("texts.parquet", ["VARCHAR", "VARCHAR", "VARCHAR"]), {
      columns: COLUMNS,
    });
    for (const log of [plain, gzip, texts]) expect(isClosed(log)).toBe(true);
    expect(found(gzip)).toEqual(found(plain));
    expect(found(texts)).toEqual(found(plain));
    expect(gzip.book.detected[0].value).toBe("gzip of text");
    expect(texts.book.detected[0].value).toBe("Parquet");
    expect(gzip.book.setAside[0].examples[0]).toMatchObject({ line: 8, got: "2025-02-30" });
  });

  test.each([
    ["BIGINT", "DATE", "DOUBLE"],
    ["INTEGER", "TIMESTAMP", "DECIMAL(12, 2)"],
    ["VARCHAR", "DATE", "FLOAT"],
  ] as const)("Parquet of typed columns: %s, %s, %s", async (...types) => {
    const readable = ROWS.slice(0, -1);
    const typed = await readTransactions(await parquet(`${types[0]}.parquet`, types, readable), {
      columns: COLUMNS,
      duplicates: "keep",
    });
    const plain = await desk.read(CSV.replace("8,2025-02-30,4.00\n", ""), { duplicates: "keep" });
    expect(isClosed(typed)).toBe(true);
    expect(typed.whole).toEqual(plain.whole);
    expect(typed.daily).toEqual(plain.daily);
  });

  test("lines that end in two ways, and blank ones after a byte order mark, read as any others", async () => {
    const plain = await desk.read(CSV);
    const mixed = CSV.split("\n").map((line, at) => (at % 3 === 0 ? `${line}\r\n` : `${line}\n`));
    const marked = `\ufeff\r\n\r\n${CSV.replaceAll("\n", "\r\n")}`;
    for (const [text, line] of [
      [mixed.join("").slice(0, -2), 8],
      [marked, 10],
    ] as const) {
      const log = await desk.read(text);
      expect(isClosed(log)).toBe(true);
      expect(found(log)).toEqual(found(plain));
      expect(log.book.setAside[0].examples[0]).toMatchObject({ line, got: "2025-02-30" });
    }
  });

  test("numbers that are none, and numbers nobody asked for, cost one row at most", async () => {
    const rows = [
      ...ROWS.slice(0, -1),
      ["8", "2025-02-01", "nan"],
      ["nan", "2025-02-01", "4"],
      ["8", "2025-02-02", "1e30"],
    ];
    const log = await readTransactions(await parquet("nan.parquet", ["DOUBLE", "VARCHAR", "DOUBLE"], rows), {
      columns: COLUMNS,
      duplicates: "keep",
    });
    expect(asides(log)).toEqual({ noCustomer: 1, unreadableAmount: 2 });
    expect(isClosed(log)).toBe(true);
    const plain = await desk.read(CSV.replace("8,2025-02-30,4.00\n", ""), { duplicates: "keep" });
    expect(log.whole).toEqual(plain.whole);
  });

  test("a file whose name a database would take for a pattern is that file", async () => {
    const named = desk.write("log[1]*.csv", CSV);
    desk.write("log1.csv", CSV.replaceAll("7,", "70,"));
    const log = await readTransactions(named, { columns: COLUMNS });
    expect(log.file).toBe(named);
    expect(found(log)).toEqual(found(await desk.read(CSV)));
    const parquets = await parquet("a[b].parquet", ["BIGINT", "VARCHAR", "DOUBLE"]);
    expect((await readTransactions(parquets, { columns: COLUMNS })).customers).toBe(log.customers);
  });

  test("damage past the beginning is refused in words", async () => {
    const many = `id,date,total\n${Array.from({ length: 40_000 }, (_, at) => `${(at * 7919) % 4001},2025-01-${10 + (at % 20)},${at}`).join("\n")}\n`;
    const packed = gzipSync(many);
    packed[packed.length - 6] ^= 0x55;
    await expect(readTransactions(desk.write("bad.csv.gz", packed), { columns: COLUMNS })).rejects.toThrow(
      /expected a file that can be read, got incorrect data check/,
    );
  });
});
