import { PAIR_WORDS, type PairReading, type PairRow, pairRows } from '../../analysis/index.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../words.js';

/**
 * The run by the table that people know (train and val: down, flat, up), with what the pair came to on
 * labelled runs. Their own reading, beside the verdict and not in its place.
 */
export function pairTable(pair: PairReading): readonly HTMLElement[] {
  const { title, train, val, usually, labelled, about } = PAIR_WORDS;
  const heads = [train, val, usually].map((head) => el('th', {}, say(head)));
  const head = el('tr', {}, el('th', {}), ...heads);
  return [
    el(
      'div',
      { class: 'pair' },
      el('h3', {}, say(title)),
      el('table', {}, head, ...pairRows(pair).map(rowOf)),
    ),
    el(
      'div',
      {},
      el('h3', {}, say(labelled)),
      el('p', {}, say(pair.note)),
      el('p', { class: 'dim' }, say(about)),
    ),
  ];
}

function rowOf({ isThis, train, val, trainChange, valChange, says }: PairRow): HTMLElement {
  return el(
    'tr',
    isThis ? { class: 'this', attributes: { 'aria-current': 'true' } } : {},
    el('td', { class: 'ok' }, isThis ? icon('check') : ''),
    el('td', {}, `${say(train)} ${trainChange}`.trim()),
    el('td', {}, `${say(val)} ${valChange}`.trim()),
    el('td', {}, say(says)),
  );
}
