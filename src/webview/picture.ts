import { colorOf, dashOf } from './chart/look.js';
import type { Scene } from './chart/scene.js';
import { writeValue } from './numbers.js';

/** All charts below each other as one PNG, on the page's own background. */
export function pngOf(canvases: readonly HTMLCanvasElement[], scenes: readonly Scene[]): string {
  const title = 28 * devicePixelRatio;
  const width = Math.max(1, ...canvases.map((canvas) => canvas.width));
  const height = canvases.reduce((sum, canvas) => sum + canvas.height + title, 0);
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = Math.max(1, height);
  const context = sheet.getContext('2d');
  const palette = scenes[0]?.palette;
  if (!context || !palette) return sheet.toDataURL('image/png');
  context.fillStyle = palette.page;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.font = `600 ${12 * devicePixelRatio}px ${palette.font}`;
  context.textBaseline = 'middle';
  let top = 0;
  for (const [index, canvas] of canvases.entries()) {
    context.fillStyle = palette.text;
    context.fillText(scenes[index]?.card.metric ?? '', 16 * devicePixelRatio, top + title / 2);
    context.drawImage(canvas, 0, top + title);
    top += canvas.height + title;
  }
  return sheet.toDataURL('image/png');
}

const WIDTH = 960;
const HEIGHT = 320;
const LEFT = 64;
const RIGHT = 160;

/** The same lines as vectors: one panel a chart, names and last values at the ends. */
export function svgOf(scenes: readonly Scene[]): string {
  const palette = scenes[0]?.palette;
  const panels = scenes.map((scene, index) => panelOf(scene, index * HEIGHT));
  const size = `viewBox="0 0 ${WIDTH} ${Math.max(1, scenes.length) * HEIGHT}"`;
  const style = `font-family="sans-serif" font-size="11" fill="${palette?.text ?? '#000'}"`;
  const page = `<rect width="100%" height="100%" fill="${palette?.page ?? '#fff'}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}>${page}${panels.join('')}</svg>\n`;
}

function panelOf(scene: Scene, top: number): string {
  const { card, limits, isLogY, from, to, palette } = scene;
  const turn = isLogY ? Math.log10 : (value: number) => value;
  const toX = (x: number) => LEFT + ((x - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const share = (y: number) => (turn(y) - turn(limits.min)) / (turn(limits.max) - turn(limits.min));
  const toY = (y: number) => top + HEIGHT - 32 - Math.min(1, Math.max(0, share(y))) * (HEIGHT - 76);
  const ends = [limits.min, limits.max].map(
    (value) =>
      `<text x="${LEFT - 8}" y="${toY(value) + 4}" text-anchor="end">${writeValue(value, card.writing)}</text>`,
  );
  const lines = card.curves.map((curve, index) => {
    const points = pathOf(curve.data.x, curve.line, from, to, toX, toY);
    const last = curve.line[curve.line.length - 1] ?? Number.NaN;
    const at = Number.isFinite(last) ? toY(last) : top + 60 + 16 * index;
    const name = `<text x="${WIDTH - RIGHT + 12}" y="${at + 4}"><tspan font-weight="600">${safe(curve.label)}</tspan> ${writeValue(last, card.writing)}</text>`;
    return `<path d="${points}" fill="none" stroke="${colorOf(curve, palette)}" stroke-width="1.5" stroke-dasharray="${dashOf(curve).join(' ')}"/>${name}`;
  });
  const floor = `<path d="M${LEFT} ${top + HEIGHT - 32}H${WIDTH - RIGHT}" stroke="${palette.dim}"/>`;
  return `<text x="16" y="${top + 22}" font-size="12" font-weight="600">${safe(card.metric)}</text>${floor}${ends.join('')}${lines.join('')}`;
}

function pathOf(
  xs: Float64Array,
  ys: Float64Array,
  from: number,
  to: number,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string {
  let path = '';
  let isDown = false;
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index] ?? Number.NaN;
    const y = ys[index] ?? Number.NaN;
    const isThere = Number.isFinite(y) && x >= from && x <= to;
    if (isThere) path += `${isDown ? 'L' : 'M'}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`;
    isDown = isThere;
  }
  return path;
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
