import type { Mark } from '../../protocol.js';
import { el } from '../dom.js';
import { writeExact, writePlace } from '../numbers.js';
import { t } from '../words.js';
import { sentenceOf } from './markWords.js';
import type { Scene } from './scene.js';

/** The newest rows only, and all that are marked: the CSV export has everything. */
const ROWS = 300;

type OpenLine = (line: number, series: number) => void;

interface Row {
  /** The first line at this place, and the series that stands there. */
  readonly line: number;
  readonly series: number;
  readonly values: string[];
  readonly marks: Mark[];
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
  for (const mark of scene.marks) putMark(rows, mark);
  const newest = [...rows]
    .sort(([a], [b]) => b - a)
    .filter(([, { marks }], index) => index < ROWS || marks.length > 0);
  const heads = [
    { step: t('step'), epoch: t('epoch'), time: t('time') }[axis],
    ...card.curves.map(({ label }) => label),
    t('line'),
    t('mark'),
  ];
  return el(
    'table',
    { class: 'sheet' },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {}, head)))),
    el(
      'tbody',
      {},
      ...newest.map(([x, row]) =>
        rowOf(
          writePlace(x, axis),
          card.curves.map((_, column) => row.values[column] ?? ''),
          row,
          open,
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
  const row = rows.get(x) ?? { line, series, values: [], marks: [] };
  row.values[column] = writeExact(y, card.writing);
  rows.set(x, row);
}

/** A mark of a point that is not among those drawn has a row of its own. */
function putMark(rows: Map<number, Row>, mark: Mark): void {
  const { x, line = 0, series = 0 } = mark;
  const row = rows.get(x) ?? { line, series, values: [], marks: [] };
  row.marks.push(mark);
  rows.set(x, row);
}

function rowOf(place: string, values: readonly string[], row: Row, open: OpenLine) {
  const { line, series, marks } = row;
  const button = el(
    'button',
    { class: 'linkish', on: () => open(line, series) },
    writePlace(line, 'step'),
  );
  return el(
    'tr',
    {},
    el('td', { class: 'num' }, place),
    ...values.map((value) => el('td', { class: 'num' }, value)),
    el('td', { class: 'num' }, line > 0 ? button : ''),
    el('td', { class: 'said' }, marks.map(sentenceOf).join(' ')),
  );
}
