import {
  Chart,
  DatasetController,
  LinearScale,
  LogarithmicScale,
  PointElement,
  type Scale,
} from 'chart.js';

/** One stroke: two columns and how they are drawn. NaN in `y` lifts the pen. */
export interface Stroke {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly color: string;
  readonly width: number;
  readonly opacity: number;
  readonly dash: readonly number[];
  readonly hasDots: boolean;
  /** A learning rate holds until it changes. */
  readonly isStep: boolean;
}

declare module 'chart.js' {
  interface ChartTypeRegistry {
    typedLine: {
      chartOptions: object;
      datasetOptions: { stroke: Stroke; yAxisID: string };
      defaultDataPoint: number;
      metaExtensions: object;
      parsedDataType: object;
      scales: 'linear' | 'logarithmic';
    };
  }
}

/** Dots stand this far apart at least, in pixels; nearer ones would make a band of the line. */
const DOT_GAP = 7;

/**
 * Draws a line straight from typed arrays. chart.js keeps axes, layout and ticks; its element a
 * point costs 4 to 10 times as much. The data are decimated to the pixels before they come here.
 */
export class TypedLine extends DatasetController<'typedLine'> {
  static id = 'typedLine';
  static defaults = { datasetElementType: false, dataElementType: 'point' };
  static overrides = {
    scales: { _index_: { type: 'linear' }, _value_: { type: 'linear' } },
  };

  override parse(): void {}

  override buildOrUpdateElements(): void {}

  override update(): void {}

  override getMaxOverflow(): number {
    return 0;
  }

  override getAllParsedValues(): number[] {
    return [];
  }

  /** The card sets both ends of each axis itself. */
  override getMinMax(): { min: number; max: number } {
    return { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
  }

  override draw(): void {
    const { xScale, yScale } = this._cachedMeta;
    const dataset: object = this.getDataset();
    if (!xScale || !yScale || !('stroke' in dataset)) return;
    drawStroke(this.chart.ctx, dataset.stroke as Stroke, xScale, yScale);
  }
}

Chart.register(TypedLine, LinearScale, LogarithmicScale, PointElement);

export { Chart };

/** Pixel of a value on an axis, as one closure: no call into the scale for each point. */
export function pixelOf(scale: Scale): (value: number) => number {
  const isLog = scale.type === 'logarithmic';
  const turn = isLog ? Math.log10 : (value: number) => value;
  const low = turn(scale.min);
  const start = scale.getPixelForValue(scale.min);
  const perUnit = (scale.getPixelForValue(scale.max) - start) / (turn(scale.max) - low || 1);
  return (value) => start + (turn(value) - low) * perUnit;
}

function drawStroke(
  context: CanvasRenderingContext2D,
  stroke: Stroke,
  xScale: Scale,
  yScale: Scale,
) {
  const toX = pixelOf(xScale);
  const toY = pixelOf(yScale);
  const { x, y, isStep } = stroke;
  context.save();
  context.beginPath();
  context.rect(xScale.left, yScale.top - 1, xScale.width, yScale.height + 2);
  context.clip();
  context.beginPath();
  let isDown = false;
  let lastY = 0;
  for (let index = 0; index < x.length; index++) {
    const py = toY(y[index] ?? Number.NaN);
    if (!Number.isFinite(py)) {
      isDown = false;
      continue;
    }
    const px = toX(x[index] ?? Number.NaN);
    if (!isDown) context.moveTo(px, py);
    else if (isStep) {
      context.lineTo(px, lastY);
      context.lineTo(px, py);
    } else context.lineTo(px, py);
    isDown = true;
    lastY = py;
  }
  context.globalAlpha = stroke.opacity;
  context.strokeStyle = stroke.color;
  context.lineWidth = stroke.width;
  context.lineJoin = 'round';
  context.setLineDash([...stroke.dash]);
  context.stroke();
  if (stroke.hasDots) drawDots(context, stroke, toX, toY);
  context.restore();
}

function drawDots(
  context: CanvasRenderingContext2D,
  { x, y, color }: Stroke,
  toX: (value: number) => number,
  toY: (value: number) => number,
): void {
  const count = Math.max(1, x.length - 1);
  const span = Math.abs(toX(x[x.length - 1] ?? 0) - toX(x[0] ?? 0));
  if (x.length > 1 && span / count < DOT_GAP) return;
  context.fillStyle = color;
  context.beginPath();
  for (let index = 0; index < x.length; index++) {
    const px = toX(x[index] ?? Number.NaN);
    const py = toY(y[index] ?? Number.NaN);
    context.moveTo(px + 2.5, py);
    context.arc(px, py, 2.5, 0, 2 * Math.PI);
  }
  context.fill();
}
