import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { Progress, RunState, RunSummary } from '../../protocol.js';
import { el, fill, setAttribute, setShown, setText } from '../dom.js';
import { type IconName, icon } from '../icons.js';
import { writePosition, writeSeconds } from '../numbers.js';
import type { Page } from '../page.js';
import { type PageState, shownRun } from '../state.js';
import { say, t } from '../words.js';
import { Menu } from './menu.js';

const ICONS: Readonly<Record<RunState, IconName>> = {
  live: 'live',
  idle: 'idle',
  reading: 'clock',
  finished: 'pass',
  crashed: 'error',
  gone: 'idle',
};

/** State, name, how far, how long, where it is written; the rule below is the progress of the run. */
export class Header {
  readonly element: HTMLElement;
  readonly #state = el('span', { class: 'state row' });
  readonly #name = el('h1', { class: 'cut' });
  readonly #chooser = document.createElement('vscode-single-select');
  readonly #facts = el('span', { class: 'facts row' });
  readonly #line: HTMLButtonElement;
  readonly #mute: HTMLButtonElement;
  readonly #bar = el('div', { class: 'bar' });
  #run: RunSummary | undefined;
  #isMuted = false;

  constructor(private readonly page: Page) {
    this.#line = el('button', { class: 'linkish row file', on: () => this.#openLine() });
    this.#mute = el('button', { class: 'ib', on: () => this.#toggleMute() }, icon('bell'));
    const menu = new Menu(icon('more'), t('More'), () => [
      [t('Follow a file…'), () => page.post({ type: 'command', command: 'followFile' })],
      [
        t('Insert loss criterion…'),
        () => page.post({ type: 'command', command: 'insertCriterion' }),
      ],
      [t('Open the sample run'), () => page.post({ type: 'command', command: 'openSample' })],
    ]);
    this.#chooser.setAttribute('aria-label', t('Run'));
    this.#chooser.addEventListener('change', () =>
      page.act({ type: 'choose', run: this.#chooser.value }),
    );
    const gap = el('span', { class: 'grow' });
    this.element = el(
      'header',
      { class: 'head row' },
      this.#state,
      this.#name,
      this.#chooser,
      this.#facts,
      gap,
      this.#line,
      this.#mute,
      menu.element,
      this.#bar,
    );
  }

  draw(state: PageState): void {
    const run = shownRun(state);
    this.#run = run;
    setShown(this.element, run !== undefined);
    if (!run) return;
    fill(this.#state, run.state, () => [icon(ICONS[run.state]), el('span', {}, wordOf(run.state))]);
    setAttribute(this.#state, 'data-state', run.state);
    this.#state.title = run.ending ? `${say(run.ending.title)} ${say(run.ending.because)}` : '';
    this.#drawName(run, state.runs);
    this.#drawFacts(run);
    this.#isMuted = state.muted.has(run.id);
    setAttribute(this.#mute, 'aria-pressed', String(this.#isMuted));
    setAttribute(
      this.#mute,
      'aria-label',
      this.#isMuted ? t('Unmute this run') : t('Mute this run'),
    );
    this.#mute.title = this.#mute.getAttribute('aria-label') ?? '';
    this.#bar.style.width = `${100 * shareOf(run.progress)}%`;
  }

  #drawName(run: RunSummary, runs: readonly RunSummary[]): void {
    const isMany = runs.length > 1;
    setShown(this.#name, !isMany);
    setShown(this.#chooser, isMany);
    setText(this.#name, run.name);
    if (!isMany) return;
    fill(this.#chooser, JSON.stringify(runs.map(({ id, name }) => [id, name])), () =>
      runs.map(({ id, name }) => {
        const option = document.createElement('vscode-option');
        option.value = id;
        option.textContent = name;
        return option;
      }),
    );
    if (this.#chooser.value !== run.id) this.#chooser.value = run.id;
  }

  #drawFacts(run: RunSummary): void {
    const facts = factsOf(run);
    fill(this.#facts, JSON.stringify(facts), () =>
      facts.map(([name, value]) =>
        el('span', { class: 'fact' }, el('span', { class: 'dim' }, name), ` ${value}`),
      ),
    );
    const line = lastLineOf(run);
    const place = `${fileName(run.file)}:${writePosition(line)}`;
    fill(this.#line, place, () => [icon('file'), el('span', { class: 'cut' }, place)]);
    setAttribute(this.#line, 'aria-label', t('Open line {0} of the log', line));
  }

  #openLine(): void {
    if (this.#run)
      this.page.post({
        type: 'showLine',
        run: this.#run.id,
        line: Math.max(1, lastLineOf(this.#run)),
      });
  }

  #toggleMute(): void {
    if (this.#run) this.page.post({ type: 'mute', run: this.#run.id, muted: !this.#isMuted });
  }
}

export function fileName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

function lastLineOf(run: RunSummary): number {
  const ofFile = run.series.filter(({ file }) => file === undefined);
  return Math.max(1, ...ofFile.map(({ last }) => last.line));
}

function wordOf(state: RunSummary['state']): string {
  return {
    live: t('live'),
    idle: t('idle'),
    reading: t('reading'),
    finished: t('finished'),
    crashed: t('crashed'),
    gone: t('file gone'),
  }[state];
}

/** Time remains only of what goes on. */
function factsOf({ progress, state }: RunSummary): [string, string][] {
  const { epoch, epochs, step, steps, elapsed, remaining } = progress;
  const isGoingOn = state === 'live' || state === 'reading';
  const of = (value: number, total: number | undefined) =>
    total === undefined ? writePosition(value) : `${writePosition(value)}/${writePosition(total)}`;
  const facts: [string, string | undefined][] = [
    [t('epoch'), epoch === undefined ? undefined : of(epoch, epochs)],
    [t('step'), step === undefined ? undefined : of(step, steps)],
    [t('elapsed'), elapsed === undefined ? undefined : writeSeconds(elapsed)],
    [t('ETA'), remaining === undefined || !isGoingOn ? undefined : writeSeconds(remaining)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function shareOf({ epoch, epochs, step, steps }: Progress): number {
  const share = epochs ? (epoch ?? 0) / epochs : steps ? (step ?? 0) / steps : 0;
  return Math.min(1, Math.max(0, share));
}
