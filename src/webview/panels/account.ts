import type { Advice, Evidence, Verdict } from '../../analysis/index.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { say, t } from '../words.js';

/** The parts of a verdict below its sentence; a part without a row is left out. */

export function evidenceOf({ evidence }: Verdict): HTMLElement | undefined {
  if (evidence.length === 0) return undefined;
  const rows = evidence.map((one) => el('tr', {}, ...cellsOf(one)));
  return part(t('Evidence'), el('table', {}, ...rows));
}

function cellsOf({ label, measured, needed, holds }: Evidence): HTMLElement[] {
  return [
    el('td', { class: 'ok' }, holds ? icon('check') : ''),
    el('td', {}, say(label)),
    el('td', { class: 'num' }, el('b', {}, measured)),
    el('td', { class: 'dim' }, say(needed)),
  ];
}

export function isNotOf({ isNot }: Verdict): HTMLElement | undefined {
  const rows = isNot.map(({ because }) => el('li', {}, say(because)));
  return rows.length > 0 ? part(t('What it is not'), el('ul', {}, ...rows)) : undefined;
}

export function causesOf({ causes }: Verdict): HTMLElement | undefined {
  const rows = causes.map((cause) => el('li', {}, say(cause)));
  const title = t('Candidate causes, the likeliest first');
  return rows.length > 0 ? part(title, el('ol', {}, ...rows)) : undefined;
}

export function adviceOf({ advice }: Verdict): HTMLElement | undefined {
  const rows = advice.map((one) => el('li', {}, ...actOf(one)));
  return rows.length > 0 ? part(t('What to do'), el('ol', {}, ...rows)) : undefined;
}

function actOf({ act, source }: Advice): (string | HTMLElement)[] {
  return source ? [say(act), ' ', el('span', { class: 'dim' }, `[${say(source)}]`)] : [say(act)];
}

function part(title: string, body: HTMLElement): HTMLElement {
  return el('div', { class: 'part' }, el('h3', {}, title), body);
}
