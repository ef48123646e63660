import type { Verdict } from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import { el, fill, setShown } from '../dom.js';
import { type IconName, icon } from '../icons.js';
import type { Page } from '../page.js';
import { type PageState, shownRun } from '../state.js';
import { say, t } from '../words.js';
import { adviceOf, causesOf, evidenceOf, isNotOf } from './account.js';
import { endingActs, endingLine } from './endingLine.js';
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
    this.element.className = `strip ${toneOfRun(run)}`;
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
    const { ending } = run;
    const proof = state.isWhyOpen ? [this.#proof(run, headline, state)] : [];
    const why = this.#why(run, headline, state);
    if (ending?.how === 'crashed') {
      const acts = state.isWhyOpen ? endingActs(ending) : undefined;
      const crash = [endingLine(run, ending, this.page, why), ...(acts ? [acts] : [])];
      return [...crash, otherLine(headline), ...proof, ...others.map(otherLine)];
    }
    const words = [say(headline.title), say(headline.because)] as const;
    const line = lineOf(icon(shapeOf(headline)), ...words, why);
    const end = ending ? [endingLine(run, ending, this.page, undefined)] : [];
    return [line, ...proof, ...others.map(otherLine), ...end];
  }

  #why(
    { pair, ending }: RunSummary,
    { evidence, advice }: Verdict,
    { isWhyOpen }: PageState,
  ): HTMLElement | undefined {
    const isBare = evidence.length === 0 && advice.length === 0 && !pair;
    if (isBare && ending?.how !== 'crashed') return undefined;
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
    return el(
      'div',
      { class: `proof ${toneOf(verdict)}` },
      el('div', {}, evidenceOf(verdict), isNotOf(verdict)),
      el('div', {}, causesOf(verdict), adviceOf(verdict)),
      ...pair,
      foot,
    );
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
  const { title, because } = verdict;
  const words = el('p', { class: 'say grow' }, el('b', {}, say(title)), ` ${say(because)}`);
  return el('div', { class: `line other row ${toneOf(verdict)}` }, icon(shapeOf(verdict)), words);
}

function shapeOf({ code, severity }: Pick<Verdict, 'code' | 'severity'>): IconName {
  return SHAPES[code] ?? BY_SEVERITY[severity];
}

/** Colour of a verdict: that of its severity, green where all is well, none where nothing is said yet. */
function toneOf({ code, severity }: Verdict): string {
  if (severity !== 'info') return severity;
  return code === 'converged' ? 'good' : 'none';
}

/** Colour of the strip: the gravest of how the run ended and what is said of it. */
function toneOfRun({ state, verdicts: [headline], ending }: RunSummary): string {
  if (state === 'reading' || !headline) return 'none';
  return ending && ending.severity !== 'info' ? ending.severity : toneOf(headline);
}
