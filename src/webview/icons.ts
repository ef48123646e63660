/** Icons of the page: 16 px, one stroke, each severity with a shape of its own. */
const PATHS = {
  warning: ['M8 2.2 14.6 13.6H1.4Z', 'M8 6.2v3.6M8 11.5v.3'],
  error: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'm5.8 5.8 4.4 4.4m0-4.4-4.4 4.4'],
  info: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'M8 7.3v3.6M8 5v.3'],
  pass: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'm5.2 8.2 2 2L10.8 6'],
  flat: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'M5 8h6'],
  clock: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'M8 4.6V8l2.6 1.6'],
  pause: ['M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'M6.3 5.6v4.8M9.7 5.6v4.8'],
  learning: ['M2 3.5 6 8l2.6-1.8L14 12', 'M14 8.4V12h-3.6'],
  check: ['m3 8.5 3.2 3.2L13 4.8'],
  right: ['m6 3.5 4.5 4.5L6 12.5'],
  down: ['M3.5 6 8 10.5 12.5 6'],
  export: ['M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 11v2.5h11V11'],
  reset: ['M2.5 6.2V2.5h3.7M13.5 9.8v3.7H9.8M9.8 2.5h3.7v3.7M6.2 13.5H2.5V9.8'],
  file: ['M3.5 1.8h6l3 3v9.4h-9ZM9.3 1.8V5h3.2M5.8 8h4.4M5.8 10.8h4.4'],
  bell: [
    'M3 11.5c1-1 1.3-2.3 1.3-4.3C4.3 4.6 5.8 3 8 3s3.7 1.6 3.7 4.2c0 2 .3 3.3 1.3 4.3ZM6.8 13.6h2.4',
  ],
  more: ['M3.5 8h.1M8 8h.1M12.5 8h.1'],
  table: ['M2.5 3.5h11v9h-11ZM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9'],
  beaker: ['M6 2h4M6.6 2v4.4L3 12.6c-.4.8 0 1.4.8 1.4h8.4c.8 0 1.2-.6.8-1.4L9.4 6.4V2M4.8 10h6.4'],
  best: ['M8 2.5 13.5 8 8 13.5 2.5 8Z'],
  spike: ['M3 3.5h10L8 12.5Z'],
  flag: ['M4 14V2.5', 'M4 3 12.5 6.2 4 9.4Z'],
  drop: ['M2 4.5h6v7h6'],
  rise: ['M2 11.5h6v-7h6'],
  anew: ['M2 4.5l6 7v-7l6 7'],
  climb: ['M2 11.5l6-7h6'],
  live: [
    'M5.6 8a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0',
    'M2.6 8a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0',
  ],
  idle: ['M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0'],
  outlier: ['M2 13.5h12M2.5 3.5h11', 'm3 11 2.5-3 2.5 1.6L10 6l1.5-4.5L13 8'],
  log: ['M2.5 2v11.5H14M5 13.5v-2M8.8 13.5v-2M11 13.5v-2M4.5 4.5c1 4 3 5 9 5'],
} as const;

export type IconName = keyof typeof PATHS;
/** The path of an icon that is filled. */
const FILLED: Readonly<Partial<Record<IconName, number>>> = { live: 0, idle: 0, spike: 0, flag: 1 };
const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', name === 'bell' || name === 'more' ? `icon ${name}` : 'icon');
  for (const [index, d] of PATHS[name].entries()) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    if (FILLED[name] === index) path.setAttribute('fill', 'currentColor');
    svg.append(path);
  }
  return svg;
}

/** A sample of a line as it is drawn: hue, dash and dot in one glyph. */
export function swatch(color: string, dash: readonly number[], hasDot: boolean): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 10');
  svg.setAttribute('class', 'swatch');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', 'M0 5H20');
  line.setAttribute('stroke', color);
  line.setAttribute('stroke-width', '2');
  line.setAttribute('stroke-dasharray', dash.join(' '));
  svg.append(line);
  if (hasDot) {
    const dot = document.createElementNS(SVG, 'circle');
    for (const [name, value] of [
      ['cx', '10'],
      ['cy', '5'],
      ['r', '2.5'],
      ['fill', color],
    ] as const) {
      dot.setAttribute(name, value);
    }
    svg.append(dot);
  }
  return svg;
}
