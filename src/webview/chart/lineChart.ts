import type { ChartConfiguration, ChartDataset, Plugin, Scale } from 'chart.js';
import { writeValue } from '../numbers.js';
import { t } from '../words.js';
import { gutters, xText, xTicks, yText, yTicks } from './axes.js';
import { type Drawing, font } from './drawing.js';
import { drawEndLabels } from './endLabels.js';
import { drawGlyphs } from './glyphs.js';
import { strokeOf } from './look.js';
import { drawOddMarks } from './oddMarks.js';
import { type PlacedMark, type Plot, placeMarks } from './placedMarks.js';
import { ABOVE, drawRateStrip, rateLimits, rateTick } from './rateStrip.js';
import type { Scene } from './scene.js';
import { drawSpans } from './spans.js';
import { Chart, pixelOf } from './typedLine.js';

const RATE_HEIGHT = 52;
const X_HEIGHT = 24;
const LANE = 24;

type Line = ChartDataset<'typedLine'>;

/** One chart on its canvas. `draw` may be called as often as there are frames: the canvas stays. */
export class LineChart {
  readonly #chart: Chart<'typedLine'>;
  #scene: Scene;
  #placed: readonly PlacedMark[] = [];

  constructor(
    private readonly canvas: HTMLCanvasElement,
    scene: Scene,
    /** After each drawing, also those of the library's own: what lies over the canvas moves with it. */
    private readonly drawn: () => void,
  ) {
    this.#scene = scene;
    this.#chart = new Chart(canvas, this.#config());
  }

  draw(scene: Scene): void {
    this.#scene = scene;
    const { data, options } = this.#config();
    this.#chart.data = data;
    this.#chart.options = options ?? {};
    this.#chart.update('none');
  }

  get x(): Scale | undefined {
    return this.#chart.scales.x;
  }

  get y(): Scale | undefined {
    return this.#chart.scales.y;
  }

  /** The marks as they were drawn, from left to right. */
  get placed(): readonly PlacedMark[] {
    return this.#placed;
  }

  /** Where the plot lies on the canvas; undefined before the first layout. */
  get plot(): Plot | undefined {
    return plotOf(this.#chart);
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #config(): ChartConfiguration<'typedLine'> {
    const scene = this.#scene;
    const { card, palette, limits } = scene;
    const { right, left } = gutters(scene.isNarrow);
    // The plot's own height: chart.js measures its canvas only after this.
    const height = this.canvas.parentElement?.clientHeight ?? 300;
    const upper = Math.max(60, height - LANE - X_HEIGHT - RATE_HEIGHT);
    const ticks = { color: palette.dim, font: { family: palette.font, size: 11 }, autoSkip: false };
    const stack = { stack: 'plot', position: 'left' as const };
    const widen = (scale: Scale) => {
      scale.width = left;
    };
    return {
      type: 'typedLine',
      data: { datasets: datasetsOf(scene) },
      plugins: [this.#plugin],
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: {
          padding: { top: card.isMain ? LANE : 12, right, left: 0, bottom: 0 },
          autoPadding: false,
        },
        scales: {
          x: {
            type: 'linear',
            min: scene.from,
            max: scene.to,
            border: { color: palette.axis },
            grid: { drawOnChartArea: false, color: palette.axis, tickLength: 4 },
            ticks: {
              ...ticks,
              maxRotation: 0,
              callback: (value) => xText(Number(value), this.#scene),
            },
            afterBuildTicks: (scale: Scale) => {
              scale.ticks = xTicks(scale, this.#scene);
            },
            afterFit: (scale: Scale) => {
              scale.height = X_HEIGHT;
            },
          },
          // The stack is built from its foot: the strip first.
          ...(card.rate
            ? { rate: { ...this.#rateAxis(ticks), ...stack, stackWeight: 1, afterFit: widen } }
            : {}),
          y: {
            type: scene.isLogY ? 'logarithmic' : 'linear',
            ...stack,
            stackWeight: card.rate ? upper / RATE_HEIGHT : 1,
            min: limits.min,
            max: limits.max,
            border: { display: false, dash: palette.isHighContrast ? [1, 3] : [] },
            grid: { color: palette.grid, drawTicks: false },
            ticks: {
              ...ticks,
              padding: 8,
              callback: (value, _, all) => yText(Number(value), all, this.#scene),
            },
            afterBuildTicks: (scale: Scale) => {
              scale.ticks = yTicks(card.rate ? upper : height - X_HEIGHT, this.#scene);
            },
            afterFit: widen,
          },
        },
      },
    };
  }

  #rateAxis(ticks: object) {
    const rate = this.#scene.card.rate;
    const { min, max } = rate ? rateLimits(rate) : { min: 0.1, max: 1 };
    return {
      type: 'logarithmic' as const,
      min,
      max,
      border: { display: false },
      grid: { display: false },
      ticks: {
        ...ticks,
        padding: 8,
        callback: (value: string | number) => writeValue(Number(value), 'rate'),
      },
      afterBuildTicks: (scale: Scale) => {
        scale.ticks = [{ value: rateTick(min, max / ABOVE) }];
      },
    };
  }

  readonly #plugin: Plugin<'typedLine'> = {
    id: 'losscope',
    beforeDatasetsDraw: (chart) => {
      const plot = plotOf(chart);
      this.#placed = plot ? placeMarks(this.#scene.marks, this.#scene, plot) : [];
      this.#with(chart, drawSpans);
    },
    afterDatasetsDraw: (chart) =>
      this.#with(chart, (drawing) => this.#drawOver(drawing, chart.scales.rate)),
    afterDraw: () => this.drawn(),
  };

  #with(chart: Chart, draw: (drawing: Drawing) => void): void {
    const { ctx, scales } = chart;
    const { x, y } = scales;
    if (x && y) draw({ context: ctx, x, y, scene: this.#scene, placed: this.#placed });
  }

  #drawOver(drawing: Drawing, strip: Scale | undefined): void {
    const { rate } = this.#scene.card;
    drawFloor(drawing);
    drawUnread(drawing);
    drawGlyphs(drawing);
    drawOddMarks(drawing);
    if (rate && strip) drawRateStrip(drawing, rate, strip);
    drawEndLabels(drawing);
    drawAxisName(drawing);
  }
}

function plotOf({ scales: { x, y } }: Chart): Plot | undefined {
  if (!x || !y) return undefined;
  const { left, right, top: foot } = x;
  return { left, right, top: y.top, bottom: y.bottom, foot, toX: pixelOf(x), toY: pixelOf(y) };
}

/** Raw values lie behind every line, so they come first. */
function datasetsOf({ card, palette }: Scene): Line[] {
  const raws = card.curves
    .filter(({ isSmooth }) => isSmooth)
    .map((curve): Line => ({ data: [], yAxisID: 'y', stroke: strokeOf(curve, palette, true) }));
  // Train first: the val line, which decides, lies on top.
  const ordered = [...card.curves].sort((a, b) => Number(a.hasDots) - Number(b.hasDots));
  const lines = ordered.map(
    (curve): Line => ({ data: [], yAxisID: 'y', stroke: strokeOf(curve, palette, false) }),
  );
  const rate = card.rate
    ? [{ data: [], yAxisID: 'rate', stroke: strokeOf(card.rate, palette, false) }]
    : [];
  // chart.js draws the last one first.
  return [...rate, ...lines.reverse(), ...raws];
}

function drawFloor({ context, x, y, scene }: Drawing): void {
  context.save();
  context.strokeStyle = scene.palette.axis;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x.left, Math.round(y.bottom) + 0.5);
  context.lineTo(x.right, Math.round(y.bottom) + 0.5);
  context.stroke();
  context.restore();
}

/** The part of a log that was not read yet is hatched: nobody takes it for the end of the training. */
function drawUnread({ context, x, y, scene }: Drawing): void {
  if (scene.readTo === undefined) return;
  const left = Math.max(x.left, x.getPixelForValue(scene.readTo));
  if (left >= x.right) return;
  context.save();
  context.beginPath();
  context.rect(left, y.top, x.right - left, y.height);
  context.clip();
  context.strokeStyle = scene.palette.grid;
  context.beginPath();
  for (let at = left - y.height; at < x.right; at += 8) {
    context.moveTo(at, y.bottom);
    context.lineTo(at + y.height, y.top);
  }
  context.stroke();
  context.fillStyle = scene.palette.info;
  context.fillRect(left, y.top, 2, y.height);
  context.fillStyle = scene.palette.text;
  context.font = font(scene.palette);
  context.fillText(t('not read yet'), left + 10, y.top + 14);
  context.restore();
}

function drawAxisName({ context, x, scene }: Drawing): void {
  const names = { step: t('step'), epoch: t('epoch'), time: t('time') };
  context.save();
  context.fillStyle = scene.palette.dim;
  context.font = font(scene.palette);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(names[scene.axis], x.right + (scene.isNarrow ? 26 : 34), x.top + 13);
  context.restore();
}
