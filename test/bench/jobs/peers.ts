/** The part of exceljs that is used. */
export interface ExcelJs {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookReader: new (
        path: string,
        options: Readonly<Record<string, string>>,
      ) => AsyncIterable<AsyncIterable<StreamedRow>>;
    };
  };
}

export interface StreamedRow {
  readonly number: number;
  readonly values: readonly unknown[];
}

/** The part of DuckDB that is used. */
export interface DuckConnection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>;
  readonly createAppender: (table: string) => Promise<DuckAppender>;
}

export interface DuckAppender {
  readonly appendDataChunk: (chunk: unknown) => void;
  readonly flushSync: () => void;
  readonly closeSync: () => void;
}

export async function loadExcelJs(): Promise<ExcelJs> {
  const name = 'exceljs';
  const found = (await import(name)) as { readonly default: ExcelJs };
  return found.default;
}

/** A new database in memory. */
export async function duckDb(): Promise<DuckConnection> {
  const name = '@duckdb/node-api';
  const { DuckDBInstance } = (await import(name)) as {
    readonly DuckDBInstance: {
      readonly create: (path: string) => Promise<{ readonly connect: () => Promise<DuckConnection> }>;
    };
  };
  return (await DuckDBInstance.create(':memory:')).connect();
}

/** The single row of a query, as numbers. */
export async function numbers(connection: DuckConnection, sql: string): Promise<readonly number[]> {
  const [row = []] = (await connection.runAndReadAll(sql)).getRows();
  return row.map(Number);
}
