import { type Direction, PAIR_TABLE, type PairReading } from '../../analysis/index.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { say, t } from '../words.js';

/**
 * The run by the table that people know (train and val: down, flat, up), with what the pair came to on
 * labelled runs. Their own reading, beside the verdict and not in its place.
 */
export function pairTable(pair: PairReading): readonly HTMLElement[] {
  const head = el(
    'tr',
    {},
    el('th', {}),
    el('th', {}, t('train')),
    el('th', {}, t('val')),
    el('th', {}, t('usually read as')),
  );
  const rows = PAIR_TABLE.map((row, index) =>
    rowOf(row.train, row.val, say(row.says), index === pair.row, pair),
  );
  const own =
    pair.row === undefined ? [rowOf(pair.train, pair.val, t('not in the table'), true, pair)] : [];
  const about = t(
    'The last quarter of the curves, read by the usual table; the verdict above weighs more.',
  );
  return [
    el(
      'div',
      { class: 'pair' },
      el('h3', {}, t('Read as a pair')),
      el('table', {}, head, ...rows, ...own),
    ),
    el(
      'div',
      {},
      el('h3', {}, t('On labelled runs')),
      el('p', {}, say(pair.note)),
      el('p', { class: 'dim' }, about),
    ),
  ];
}

function rowOf(
  train: Direction,
  val: Direction,
  says: string,
  isThis: boolean,
  pair: PairReading,
): HTMLElement {
  const change = (value: string) => (isThis ? ` ${value}` : '');
  return el(
    'tr',
    isThis ? { class: 'this', attributes: { 'aria-current': 'true' } } : {},
    el('td', { class: 'ok' }, isThis ? icon('check') : ''),
    el('td', {}, arrow(train), change(pair.trainChange)),
    el('td', {}, arrow(val), change(pair.valChange)),
    el('td', {}, says),
  );
}

function arrow(direction: Direction): string {
  switch (direction) {
    case 'down':
      return t('↓ down');
    case 'flat':
      return t('→ flat');
    case 'up':
      return t('↑ up');
  }
}
