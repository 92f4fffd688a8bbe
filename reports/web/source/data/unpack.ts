// Unpacks the format of reports/formats/pack.h. Tables stay in columns. A row is a view that reads a member on access, so
// 100,000 rows cost almost nothing until they are read.

type Column =
  | { all: unknown }
  | { of: unknown[]; at: number[] }
  | { fields: Columns }
  | { sizes: number[]; rows: Table }
  | { parts: string[]; each: number[][] }
  | { head: string; tail: string; each: string[] }
  | { each: unknown[] };

type Columns = Record<string, Column>;

interface Table {
  $rows: number;
  $columns: Columns;
}

type Cell = (row: number) => unknown;

function isTable(value: object): value is Table {
  return '$rows' in value && '$columns' in value;
}

function cellOf(column: Column): Cell {
  if ('all' in column) {
    const value = unpack(column.all);
    return () => value;
  }
  if ('of' in column) {
    const values = column.of.map(unpack);
    return (row) => values[column.at[row]!];
  }
  if ('fields' in column) return viewOf(column.fields);
  if ('sizes' in column) return listsOf(column.sizes, column.rows);
  if ('parts' in column) return (row) => column.each[row]!.map((at) => column.parts[at]).join('\n\n');
  if ('head' in column) return (row) => column.head + column.each[row] + column.tail;
  return (row) => unpack(column.each[row]);
}

function listsOf(sizes: number[], { $columns }: Table): Cell {
  const ends: number[] = [];
  let end = 0;
  for (const size of sizes) ends.push((end += size));
  const view = viewOf($columns);
  return (row) => Array.from({ length: sizes[row]! }, (_, at) => view(ends[row]! - sizes[row]! + at));
}

// Creates the rows of a table as views.
function viewOf(columns: Columns): (row: number) => object {
  class Row {
    constructor(readonly $row: number) {}
  }
  for (const [name, column] of Object.entries(columns)) {
    const cell = cellOf(column);
    Object.defineProperty(Row.prototype, name, {
      enumerable: true,
      get(this: Row) {
        return cell(this.$row);
      },
    });
  }
  return (row) => new Row(row);
}

function rowsOf({ $rows, $columns }: Table): object[] {
  const view = viewOf($columns);
  return Array.from({ length: $rows }, (_, row) => view(row));
}

// The result is read-only.
export function unpack(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  if (isTable(value)) return rowsOf(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unpack(member)]));
}
