// Orders the rows and columns of a matrix so that what belongs together stands together: each row moves to the mean place of its
// columns and each column to that of its rows, again and again (reciprocal averaging, Hill, J. Ecology 61:237, 1973). Pure.
const rounds = 24;

export type Cell = { row: number; column: number };

/** Orders of rows and columns; those without a cell come last, as they stood. */
export function ordered(rows: number, columns: number, cells: readonly Cell[]): { rows: number[]; columns: number[] } {
  let rowPlace: Float64Array = Float64Array.from({ length: rows }, (_, row) => row);
  let columnPlace: Float64Array = means(columns, cells, (cell) => [cell.column, cell.row], rowPlace);
  for (let round = 0; round < rounds; round++) {
    rowPlace = spread(means(rows, cells, (cell) => [cell.row, cell.column], columnPlace));
    columnPlace = spread(means(columns, cells, (cell) => [cell.column, cell.row], rowPlace));
  }
  return { rows: ranked(rowPlace), columns: ranked(columnPlace) };
}

function means(count: number, cells: readonly Cell[], ends: (cell: Cell) => [number, number], places: Float64Array): Float64Array {
  const sum = new Float64Array(count);
  const seen = new Int32Array(count);
  for (const cell of cells) {
    const [own, other] = ends(cell);
    sum[own]! += places[other]!;
    seen[own]!++;
  }
  return sum.map((value, i) => (seen[i] === 0 ? Infinity : value / seen[i]!));
}

/** Ranks instead of means: places would shrink towards their middle with every round. */
function spread(places: Float64Array): Float64Array {
  const result = new Float64Array(places.length);
  ranked(places).forEach((item, rank) => (result[item] = Number.isFinite(places[item]!) ? rank : Infinity));
  return result;
}

function ranked(places: Float64Array): number[] {
  return Array.from(places, (_, i) => i).sort((a, b) => (places[a] === places[b] ? a - b : places[a]! - places[b]!));
}
