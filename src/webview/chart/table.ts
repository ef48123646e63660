import { el } from '../dom.js';
import { writeExact, writePlace } from '../numbers.js';
import { t } from '../words.js';
import type { Scene } from './scene.js';

/** The newest rows only: a table is for looking up, the CSV export has everything. */
const ROWS = 300;

/** The chart as a table: one row a position, newest first; a click on a row opens its line. */
export function tableOf(scene: Scene, open: (line: number) => void): HTMLElement {
  const { card, axis } = scene;
  const rows = new Map<number, { line: number; values: string[] }>();
  for (const [column, { data }] of card.curves.entries()) {
    for (let index = 0; index < data.x.length; index++) {
      const x = data.x[index] ?? Number.NaN;
      const y = data.y[index] ?? Number.NaN;
      if (Number.isFinite(y)) put(rows, x, column, y, data.line[index] ?? 0, scene);
    }
    for (let index = 0; index < data.oddX.length; index++) {
      const x = data.oddX[index] ?? Number.NaN;
      put(rows, x, column, data.oddY[index] ?? Number.NaN, data.oddLine[index] ?? 0, scene);
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
      ...newest.map(([x, { line, values }]) =>
        rowOf(
          writePlace(x, axis),
          card.curves.map((_, column) => values[column] ?? ''),
          line,
          open,
        ),
      ),
    ),
  );
}

function put(
  rows: Map<number, { line: number; values: string[] }>,
  x: number,
  column: number,
  y: number,
  line: number,
  { card }: Scene,
): void {
  const row = rows.get(x) ?? { line, values: [] };
  row.values[column] = writeExact(y, card.writing);
  rows.set(x, row);
}

function rowOf(
  place: string,
  values: readonly string[],
  line: number,
  open: (line: number) => void,
) {
  const button = el('button', { class: 'linkish', on: () => open(line) }, writePlace(line, 'step'));
  return el(
    'tr',
    {},
    el('td', { class: 'num' }, place),
    ...values.map((value) => el('td', { class: 'num' }, value)),
    el('td', { class: 'num' }, line > 0 ? button : ''),
  );
}
