import type { Advice, Ending, Evidence, Verdict } from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import { el, fill, setShown } from '../dom.js';
import { type IconName, icon } from '../icons.js';
import type { Page } from '../page.js';
import { type PageState, shownRun } from '../state.js';
import { say, t } from '../words.js';
import { pairTable } from './pairTable.js';
import { asText } from './runText.js';

const SHAPES: Readonly<Partial<Record<Verdict['code'], IconName>>> = {
  'too-early': 'clock',
  learning: 'learning',
  converged: 'pass',
  plateau: 'flat',
  'not-learning': 'flat',
  'too-slow': 'flat',
  'stalled-log': 'pause',
};
const BY_SEVERITY: Readonly<Record<Verdict['severity'], IconName>> = {
  error: 'error',
  warning: 'warning',
  hint: 'info',
  info: 'info',
};

/** What the curves mean, in one sentence with numbers; Why opens the proof and what to do. */
export class Strip {
  readonly element = el('section', { class: 'strip', attributes: { role: 'status' } });

  constructor(private readonly page: Page) {}

  draw(state: PageState): void {
    const run = shownRun(state);
    setShown(this.element, run !== undefined);
    if (!run) return;
    const key = JSON.stringify([
      run.id,
      run.state === 'reading',
      run.verdicts,
      run.pair,
      run.ending,
      state.isWhyOpen,
      state.muted.has(run.id),
    ]);
    this.element.className = `strip ${toneOf(run)}`;
    const focus = document.activeElement?.getAttribute('data-focus');
    fill(this.element, key, () => this.#parts(run, state));
    if (focus) this.element.querySelector<HTMLElement>(`[data-focus="${focus}"]`)?.focus();
  }

  #parts(run: RunSummary, state: PageState): HTMLElement[] {
    const [headline, ...others] = run.verdicts;
    if (run.state === 'reading' || !headline) {
      const sentence =
        run.state === 'reading'
          ? t(
              'The curves below are what was read so far; Losscope judges when it has read to the end.',
            )
          : t('There is no point to judge so far.');
      return [lineOf(icon('clock'), t('No verdict yet.'), sentence)];
    }
    const line = lineOf(
      icon(shapeOf(headline)),
      say(headline.title),
      say(headline.because),
      this.#why(run, headline, state),
    );
    const proof = state.isWhyOpen ? [this.#proof(run, headline, state)] : [];
    const ending = run.ending && this.#ending(run, run.ending);
    const rest = [line, ...proof, ...others.map(otherLine)];
    if (!ending) return rest;
    return run.ending?.how === 'crashed' ? [ending, ...rest] : [...rest, ending];
  }

  /** The words of the log, what to do, and the way to the line. */
  #ending(
    run: RunSummary,
    { how, severity, title, because, advice, line, file }: Ending,
  ): HTMLElement {
    const acts = advice.map(say).join(' ');
    const series = file === undefined ? undefined : run.series.find((one) => one.file === file)?.id;
    const on = () =>
      line !== undefined && this.page.post({ type: 'showLine', run: run.id, line, series });
    const words = el(
      'p',
      { class: 'say grow' },
      el('b', {}, say(title)),
      ` ${say(because)} ${acts}`,
    );
    const go = el(
      'button',
      { class: 'linkish', attributes: { 'data-focus': 'end' }, on },
      t('Show'),
    );
    const sign = icon(how === 'finished' ? 'pass' : BY_SEVERITY[severity]);
    const isShown = line !== undefined;
    return el(
      'div',
      { class: `line other row ${severity}` },
      sign,
      words,
      isShown ? go : undefined,
    );
  }

  #why(
    { pair }: RunSummary,
    { evidence, advice }: Verdict,
    { isWhyOpen }: PageState,
  ): HTMLElement | undefined {
    if (evidence.length === 0 && advice.length === 0 && !pair) return undefined;
    const attributes = { 'aria-expanded': String(isWhyOpen), 'data-focus': 'why' };
    const on = () => this.page.act({ type: 'why' });
    return el(
      'button',
      { class: 'why row', attributes, on },
      icon(isWhyOpen ? 'down' : 'right'),
      t('Why'),
    );
  }

  #proof(run: RunSummary, verdict: Verdict, state: PageState): HTMLElement {
    const isMuted = state.muted.has(run.id);
    const mute = () => this.page.post({ type: 'mute', run: run.id, muted: !isMuted });
    const copy = () => this.page.post({ type: 'copy', text: asText(run) });
    const foot = el(
      'div',
      { class: 'foot' },
      el(
        'button',
        { class: 'linkish', attributes: { 'data-focus': 'mute' }, on: mute },
        isMuted ? t('Unmute this run') : t('Mute this run'),
      ),
      ' · ',
      el(
        'button',
        { class: 'linkish', attributes: { 'data-focus': 'copy' }, on: copy },
        t('Copy as text'),
      ),
    );
    const pair = run.pair ? pairTable(run.pair) : [];
    return el('div', { class: 'proof' }, evidenceOf(verdict), adviceOf(verdict), ...pair, foot);
  }
}

function lineOf(sign: Node, title: string, because: string, end?: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'line row' },
    sign,
    el('p', { class: 'say grow' }, el('b', {}, title), ` ${because}`),
    end,
  );
}

function otherLine(verdict: Verdict): HTMLElement {
  const { severity, title, because } = verdict;
  const words = el('p', { class: 'say grow' }, el('b', {}, say(title)), ` ${say(because)}`);
  return el('div', { class: `line other row ${severity}` }, icon(shapeOf(verdict)), words);
}

function evidenceOf({ evidence }: Verdict): HTMLElement {
  const rows = evidence.map((one) => el('tr', {}, ...cellsOf(one)));
  return el('div', {}, el('h3', {}, t('Evidence')), el('table', {}, ...rows));
}

function cellsOf({ label, measured, needed, holds }: Evidence): HTMLElement[] {
  return [
    el('td', { class: 'ok' }, holds ? icon('check') : ''),
    el('td', {}, say(label)),
    el('td', { class: 'num' }, el('b', {}, measured)),
    el('td', { class: 'dim' }, say(needed)),
  ];
}

function adviceOf({ advice }: Verdict): HTMLElement | undefined {
  if (advice.length === 0) return undefined;
  return el(
    'div',
    {},
    el('h3', {}, t('What to do')),
    el('ol', {}, ...advice.map((one) => el('li', {}, ...actOf(one)))),
  );
}

function actOf({ act, source }: Advice): (string | HTMLElement)[] {
  return source ? [say(act), ' ', el('span', { class: 'dim' }, `[${say(source)}]`)] : [say(act)];
}

function shapeOf({ code, severity }: Pick<Verdict, 'code' | 'severity'>): IconName {
  return SHAPES[code] ?? BY_SEVERITY[severity];
}

function toneOf(run: RunSummary): string {
  const headline = run.verdicts[0];
  if (run.state === 'reading' || !headline) return 'none';
  if (run.ending && run.ending.severity !== 'info') return run.ending.severity;
  if (headline.severity !== 'info') return headline.severity;
  return headline.code === 'converged' ? 'good' : 'none';
}
