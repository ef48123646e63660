// Redraw after an append: main-thread CPU of our chart against chart.js with its defaults on the same
// decimated data, in headless Chromium with software rendering. The design's bar is 1.2 x uPlot, which
// is not installed here; it was measured at 1/3 of these defaults, so the bar is that third.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

const require = createRequire(resolve('package.json'));
const esbuild: typeof import('esbuild') = require('esbuild');
const { launchBrowser } = await import(resolve('scripts/browser.mjs'));

const POINTS = 2000;
const APPENDS = 20;
const ROUNDS = 5;
const BAR = 1 / 3;

const PAGE = `
import { LineChart } from './src/webview/chart/lineChart.ts';
import { readPalette } from './src/webview/theme.ts';
import Chart from 'chart.js/auto';
const columns = (count, series) => Array.from({ length: series }, (_, which) => ({
  x: Float64Array.from({ length: count }, (_, i) => i),
  y: Float64Array.from({ length: count }, (_, i) => 2 * Math.exp(-4 * i / count) + which / 50 + 0.08 * ((i * 7919) % 97) / 97),
}));
const empty = new Float64Array();
const sceneOf = (data) => ({
  card: { metric: 'loss', isMain: true, writing: 'loss', rate: undefined, curves: data.map(({ x, y }, id) => ({ id, label: 's' + id, hue: id, hasDots: false, line: y, isSmooth: false, best: undefined, data: { id, x, y, line: x, epoch: x, oddX: empty, oddY: empty, oddLine: empty } })) },
  palette: readPalette(), axis: 'step', from: 0, to: data[0].x.length - 1, limits: { min: 0, max: 3.2, clippedUpTo: undefined }, isLogY: false, isNarrow: false, marks: [], readTo: undefined,
});
const canvasIn = () => { const host = document.createElement('div'); host.style.cssText = 'position:relative;width:1200px;height:500px'; document.body.replaceChildren(host); return host.appendChild(document.createElement('canvas')); };
const settle = (canvas) => canvas.getContext('2d').getImageData(0, 0, 1, 1);
const makers = {
  ours: (canvas, series) => { const frames = Array.from({ length: 21 }, (_, n) => sceneOf(columns(2000 + n, series))); const chart = new LineChart(canvas, frames[0], () => {}); return { append: (n) => chart.draw(frames[n]), destroy: () => chart.destroy() }; },
  defaults: (canvas, series) => {
    const points = ({ x, y }) => Array.from(x, (at, i) => ({ x: at, y: y[i] }));
    const chart = new Chart(canvas, { type: 'line', data: { datasets: columns(2000, series).map((one) => ({ data: points(one) })) }, options: { animation: false, maintainAspectRatio: false, scales: { x: { type: 'linear' } } } });
    return { append: (n) => { chart.data.datasets.forEach((set, which) => set.data.push({ x: 2000 + n, y: which / 50 })); chart.update('none'); }, destroy: () => chart.destroy() };
  },
};
let live, canvas;
window.prepare = (name, series) => { live?.destroy(); canvas = canvasIn(); live = makers[name](canvas, series); settle(canvas); };
window.appends = (count) => { for (let n = 1; n <= count; n++) { live.append(n); settle(canvas); } };
`;

async function main(): Promise<void> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: PAGE, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
  });
  const browser = await launchBrowser();
  const page: Page = await browser.newPage({ viewport: { width: 1240, height: 540 } });
  await page.addScriptTag({ content: outputFiles?.[0]?.text ?? '' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const series of [1, 10, 50]) await compare(page, session, series);
  await browser.close();
}

async function compare(page: Page, session: CDPSession, series: number): Promise<void> {
  const ours: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const mine = await cpuOf(page, session, 'ours', series);
    const theirs = await cpuOf(page, session, 'defaults', series);
    ours.push(mine);
    ratios.push(mine / theirs);
  }
  const ratio = median(ratios);
  const bar = `<= ${BAR.toFixed(2)} x chart.js defaults`;
  const name = `redraw ${series} x ${POINTS}`;
  console.log(
    `${name} | ${median(ours).toFixed(2)} ms | ${bar} | ${ratio.toFixed(2)} | ${ratio <= BAR ? 'ok' : 'MISSED'}`,
  );
}

/** Main-thread CPU of one append in milliseconds. */
async function cpuOf(
  page: Page,
  session: CDPSession,
  name: string,
  series: number,
): Promise<number> {
  const count = series > 10 ? APPENDS / 4 : APPENDS;
  const call = (what: string, ...values: (string | number)[]) =>
    page.evaluate(([fn, rest]) => Reflect.get(window, fn)(...rest), [what, values] as const);
  await call('prepare', name, series);
  const before = await ticks(session);
  await call('appends', count);
  return (1000 * ((await ticks(session)) - before)) / count;
}

async function ticks(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

await main();
