import { csvCell } from '../analysis/index.js';
import type { ColumnsOfSeries, SeriesSummary } from '../protocol.js';

const HEAD = 'series,role,attempt,step,epoch,time,value,line';

/** All readings of a run, one a row, in full precision; what was not printed is an empty cell. */
export function csvOf(
  series: readonly SeriesSummary[],
  columns: readonly ColumnsOfSeries[],
): string {
  const rows = columns.flatMap((column) => {
    const info = series.find(({ id }) => id === column.id);
    const start = `${csvCell(info?.name ?? String(column.id))},${info?.role ?? 'other'}`;
    return Array.from(column.y, (y, index) => {
      const known = [column.attempt, column.step, column.epoch, column.time].map((values) =>
        cellOf(values[index]),
      );
      return [start, ...known, String(y), cellOf(column.line[index])].join(',');
    });
  });
  return `${[HEAD, ...rows].join('\r\n')}\r\n`;
}

function cellOf(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}
