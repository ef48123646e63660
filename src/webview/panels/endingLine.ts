import type { Ending } from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { writePosition } from '../numbers.js';
import type { Page } from '../page.js';
import { say, t } from '../words.js';

/** How a run ended, in the words of its log, with the way to that line; `end` stands at the right. */
export function endingLine(
  run: RunSummary,
  ending: Ending,
  page: Page,
  end: HTMLElement | undefined,
): HTMLElement {
  const { how, severity, title, because, line } = ending;
  const sign = icon(how === 'finished' ? 'pass' : severity === 'info' ? 'info' : 'error');
  const go = line === undefined ? [] : [' ', linkTo(run, ending, line, page)];
  const words = el('p', { class: 'say grow' }, el('b', {}, say(title)), ` ${say(because)}`, ...go);
  const size = how === 'crashed' ? 'line row' : 'line other row';
  return el('div', { class: `${size} ${severity}` }, sign, words, end);
}

/** What to do about it, for who asks why. */
export function endingActs({ advice, severity }: Ending): HTMLElement | undefined {
  if (advice.length === 0) return undefined;
  const acts = advice.map((act) => el('li', {}, say(act)));
  return el(
    'div',
    { class: `proof ${severity}` },
    el('div', {}, el('h3', {}, t('What to do')), el('ol', {}, ...acts)),
  );
}

function linkTo(run: RunSummary, { file }: Ending, line: number, page: Page): HTMLElement {
  const series = file === undefined ? undefined : run.series.find((one) => one.file === file)?.id;
  const on = () => page.post({ type: 'showLine', run: run.id, line, series });
  const attributes = { 'data-focus': 'end' };
  return el(
    'button',
    { class: 'linkish', attributes, on },
    t('Open line {0}', writePosition(line)),
  );
}
