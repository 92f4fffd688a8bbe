// Undoes reports/pack.h: tables by columns become lists of objects again, everything else stays as it is.

type Column =
  | { all: unknown }
  | { of: unknown[]; at: number[] }
  | { each: unknown[] }
  | { sizes: number[]; rows: Table };

interface Table {
  $rows: number;
  $columns: Record<string, Column>;
}

function isTable(value: object): value is Table {
  return '$rows' in value && '$columns' in value;
}

function cells(column: Column, count: number): unknown[] {
  if ('all' in column) return new Array(count).fill(unpack(column.all));
  if ('of' in column) {
    const values = column.of.map(unpack);
    return column.at.map((at) => values[at]);
  }
  if ('each' in column) return column.each.map(unpack);
  const rows = rowsOf(column.rows);
  let end = 0;
  return column.sizes.map((size) => rows.slice(end, (end += size)));
}

function rowsOf(table: Table): object[] {
  const names = Object.keys(table.$columns);
  const columns = names.map((name) => cells(table.$columns[name]!, table.$rows));
  const rows = new Array<Record<string, unknown>>(table.$rows);
  for (let at = 0; at < table.$rows; ++at) {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; ++column) row[names[column]!] = columns[column]![at];
    rows[at] = row;
  }
  return rows;
}

// Values that were equal may be one object afterwards, so nobody may write to them.
export function unpack(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  if (isTable(value)) return rowsOf(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unpack(member)]));
}
