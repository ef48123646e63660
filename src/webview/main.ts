import { fromWire } from '../analysis/index.js';
import type { FromWebview, ToWebview } from '../protocol.js';
import { Cards } from './cardsView.js';
import { el } from './dom.js';
import { Empty } from './panels/empty.js';
import { Header } from './panels/header.js';
import { Strip } from './panels/strip.js';
import { Toolbar } from './panels/toolbar.js';
import { pngOf, svgOf } from './picture.js';
import { type Act, type PageState, reduce, type Saved, startState, wishOf } from './state.js';
import { readPalette, watchTheme } from './theme.js';
import { learnWords } from './words.js';

interface Editor {
  postMessage(message: FromWebview): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
}
declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
let state = startState(editor.getState());
let palette = readPalette();
let isScheduled = false;
let lastWish = '';

const page = {
  post: (message: FromWebview) => editor.postMessage(message),
  act: (act: Act) => apply(act),
};

/** Parts that carry words are made after `hello` brought the language. */
let parts: ReturnType<typeof build> | undefined;

function build() {
  const header = new Header(page);
  const strip = new Strip(page);
  const toolbar = new Toolbar(page, exportAs);
  const cards = new Cards(page);
  const empty = new Empty(page);
  document.body.append(
    el(
      'div',
      { class: 'page' },
      header.element,
      strip.element,
      toolbar.element,
      cards.element,
      empty.element,
    ),
  );
  return { header, strip, toolbar, cards, empty };
}

function apply(message: ToWebview | Act): void {
  state = reduce(state, message);
  const { run, settings } = state;
  if (message.type !== 'frame') editor.setState({ run, settings });
  schedule();
}

/** However much changes within a frame of the screen, it is drawn once. */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    guard(draw);
  });
}

function draw(): void {
  if (!parts) return;
  const { header, strip, toolbar, cards, empty } = parts;
  for (const part of [header, strip, toolbar, empty]) part.draw(state);
  cards.draw(state, palette);
  tellDrawn(state);
  wish(cards.pixels);
}

/** For tests and for who looks from outside: how much the page holds, once it was drawn. */
function tellDrawn({ frame }: PageState): void {
  if (!frame) return;
  document.body.dataset.losscopePoints = String(frame.run.points);
  document.body.dataset.losscopeReady = 'true';
}

function wish(pixels: number): void {
  const view = wishOf(state, pixels);
  const key = JSON.stringify(view ?? '');
  if (!view || key === lastWish) return;
  lastWish = key;
  editor.postMessage({ type: 'view', wish: view });
}

function exportAs(as: 'png' | 'svg' | 'csv'): void {
  const run = state.run;
  if (run === undefined || !parts) return;
  const { cards } = parts;
  if (as === 'csv') editor.postMessage({ type: 'export', run, as });
  else {
    const data = as === 'png' ? pngOf(cards.canvases(), cards.scenes) : svgOf(cards.scenes);
    editor.postMessage({ type: 'export', run, as, data });
  }
}

function hear(message: ToWebview): void {
  if (message.type === 'hello') {
    learnWords(message.translations);
    document.documentElement.lang = message.language;
    parts ??= build();
  }
  if (message.type === 'picture') exportAs(message.as);
  apply(message);
}

/** A fault is told to the host, which logs it; the page goes on. */
function guard(act: () => void): void {
  try {
    act();
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    editor.postMessage({ type: 'fault', stack });
  }
}

addEventListener('message', ({ data }: MessageEvent) => {
  // Only the host writes to this frame: the editor's own border checks the sender.
  guard(() => hear(fromWire(data) as ToWebview));
});
addEventListener('resize', schedule);
watchTheme(() => {
  palette = readPalette();
  schedule();
});
editor.postMessage({ type: 'ready' });
