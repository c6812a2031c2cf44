/** A database that lives as long as a log is read. */
export interface Database {
  /** Does something. */
  run(sql: string): Promise<void>;
  /** Rows of a query, each cell a number, a text, or null: SQL casts everything else. */
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  /** The same as columns of numbers. */
  columns(sql: string): Promise<Float64Array[]>;
  /** Rows one block after the other. */
  blocks(sql: string): AsyncGenerator<readonly (readonly Cell[])[]>;
  close(): void;
}

/** A cell: the only types that leave SQL. */
export type Cell = number | string | null;

/** Memory the database may take before it writes to the disk. */
const MEMORY = "1GB";

/**
 * Opens an empty database. The library is loaded only here, so that nothing else waits for it.
 *
 * @param folder for its files; empty
 * @param threads that may work
 * @returns a database with the days of UTC
 */
export async function openDatabase(folder: string, threads: number): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(`${folder}/log.db`, {
    threads: String(threads),
    memory_limit: MEMORY,
    temp_directory: `${folder}/spill`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const blocks = async function* (sql: string): AsyncGenerator<readonly (readonly Cell[])[]> {
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getRows() as Cell[][];
    }
  };
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows() as Cell[][],
    columns: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const columns = reader.getColumns();
      // A result without rows has no columns either.
      return reader.columnNames().map((_, at) => Float64Array.from((columns[at] ?? []) as number[]));
    },
    blocks,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  const bare = `'${text.replaceAll("'", "''")}'`;
  // The parser of statements ends at a NUL.
  return text.includes("\0") ? `(${bare.replaceAll("\0", "' || chr(0) || '")})` : bare;
}
