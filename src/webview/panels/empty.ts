import type { FromWebview, Searched } from '../../protocol.js';
import { el, fill, setShown } from '../dom.js';
import { type IconName, icon } from '../icons.js';
import { writePosition, writeSeconds } from '../numbers.js';
import type { Page } from '../page.js';
import { type PageState, shownRun } from '../state.js';
import { t } from '../words.js';

/** No log so far: what opens one, and what was looked through. */
export class Empty {
  readonly element = el('main', { class: 'empty' });

  constructor(private readonly page: Page) {}

  draw(state: PageState): void {
    const isShown = state.hasList && !shownRun(state);
    setShown(this.element, isShown);
    if (isShown)
      fill(this.element, JSON.stringify(state.searched ?? 0), () => this.#parts(state.searched));
  }

  #parts(searched: Searched | undefined): HTMLElement[] {
    return [
      el('h1', {}, t('No training log in this folder yet')),
      el(
        'p',
        {},
        t(
          'Losscope opens the first log that appears, with nothing to set up. Write one like this:',
        ),
      ),
      el('p', { class: 'how' }, el('code', {}, 'python train.py 2>&1 | tee train.log')),
      el(
        'div',
        { class: 'acts' },
        this.#act(
          'file',
          'followFile',
          t('Follow a file…'),
          t('Text log, CSV, JSON lines or trainer_state.json, from anywhere.'),
        ),
        this.#act(
          'beaker',
          'openSample',
          t('Open the sample run'),
          t('A finished training that overfits: see what a verdict looks like.'),
        ),
      ),
      el('p', { class: 'looked dim' }, lookedThrough(searched)),
    ];
  }

  #act(
    name: IconName,
    command: Extract<FromWebview, { type: 'command' }>['command'],
    title: string,
    text: string,
  ) {
    const on = () => this.page.post({ type: 'command', command });
    return el(
      'div',
      { class: 'act' },
      icon(name),
      el('div', {}, el('button', { class: 'linkish', on }, title), el('p', {}, text)),
    );
  }
}

function lookedThrough(searched: Searched | undefined): string {
  if (!searched) return t('Looking for logs…');
  const { files, candidates, ms } = searched;
  const time = writeSeconds(ms / 1000);
  if (candidates === 0)
    return t(
      'Looked through {0} files in {1}: none is named like a log.',
      writePosition(files),
      time,
    );
  return t(
    'Looked through {0} files in {1}: {2} are named like logs, none holds a metric.',
    writePosition(files),
    time,
    writePosition(candidates),
  );
}
