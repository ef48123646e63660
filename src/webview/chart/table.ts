import { el } from '../dom.js';
import { writeExact, writePlace } from '../numbers.js';
import { t } from '../words.js';
import type { Scene } from './scene.js';

/** The newest rows only: a table is for looking up, the CSV export has everything. */
const ROWS = 300;

type OpenLine = (line: number, series: number) => void;

interface Row {
  /** The first line at this place, and the series that stands there. */
  readonly line: number;
  readonly series: number;
  readonly values: string[];
}

/** The chart as a table: one row a position, newest first; a click on a row opens its line. */
export function tableOf(scene: Scene, open: OpenLine): HTMLElement {
  const { card, axis } = scene;
  const rows = new Map<number, Row>();
  for (const [column, { data, id }] of card.curves.entries()) {
    for (let index = 0; index < data.x.length; index++) {
      const x = data.x[index] ?? Number.NaN;
      const y = data.y[index] ?? Number.NaN;
      if (Number.isFinite(y)) put(rows, x, column, y, data.line[index] ?? 0, id, scene);
    }
    for (let index = 0; index < data.oddX.length; index++) {
      const x = data.oddX[index] ?? Number.NaN;
      put(rows, x, column, data.oddY[index] ?? Number.NaN, data.oddLine[index] ?? 0, id, scene);
    }
  }
  const newest = [...rows].sort(([a], [b]) => b - a).slice(0, ROWS);
  const heads = [
    { step: t('step'), epoch: t('epoch'), time: t('time') }[axis],
    ...card.curves.map(({ label }) => label),
    t('line'),
  ];
  return el(
    'table',
    { class: 'sheet' },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {}, head)))),
    el(
      'tbody',
      {},
      ...newest.map(([x, { line, series, values }]) =>
        rowOf(
          writePlace(x, axis),
          card.curves.map((_, column) => values[column] ?? ''),
          line,
          () => open(line, series),
        ),
      ),
    ),
  );
}

function put(
  rows: Map<number, Row>,
  x: number,
  column: number,
  y: number,
  line: number,
  series: number,
  { card }: Scene,
): void {
  const row = rows.get(x) ?? { line, series, values: [] };
  row.values[column] = writeExact(y, card.writing);
  rows.set(x, row);
}

function rowOf(place: string, values: readonly string[], line: number, open: () => void) {
  const button = el('button', { class: 'linkish', on: open }, writePlace(line, 'step'));
  return el(
    'tr',
    {},
    el('td', { class: 'num' }, place),
    ...values.map((value) => el('td', { class: 'num' }, value)),
    el('td', { class: 'num' }, line > 0 ? button : ''),
  );
}
