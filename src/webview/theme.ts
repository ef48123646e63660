/** The editor's colours as the canvas needs them; read again whenever the theme changes. */
export interface Palette {
  readonly isHighContrast: boolean;
  readonly page: string;
  readonly text: string;
  readonly dim: string;
  readonly axis: string;
  readonly grid: string;
  readonly train: string;
  readonly val: string;
  readonly lr: string;
  readonly raw: string;
  readonly series: readonly string[];
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly good: string;
  readonly font: string;
}

/** Contributed colours where the editor gives none (an older one, or another host): LOOK's table. */
const OWN = {
  dark: ['#3794FF', '#E5912D', '#89D185', '#B180D7', '#29B8DB', '#E77FB3', '#CCCCCC'],
  light: ['#0F6FDB', '#B85A00', '#388A34', '#652D90', '#00809B', '#B0387A', '#3B3B3B'],
  hcDark: ['#4DA3FF', '#FFB454', '#89D185', '#D0A6F5', '#4FD6F2', '#FF9ACB', '#FFFFFF'],
  hcLight: ['#0B57B7', '#9A4A00', '#1F6B1B', '#652D90', '#00657A', '#9C1F66', '#292929'],
} as const;
const RAW = {
  dark: '#3794FF33',
  light: '#0F6FDB33',
  hcDark: '#34404C',
  hcLight: '#C6D2DE',
} as const;
const GRID = { dark: '#2E2E2E', light: '#ECECEC', hcDark: '#4A4A4A', hcLight: '#C4C4C4' } as const;
type ThemeKind = keyof typeof OWN;

export function readPalette(): Palette {
  const kind = themeKind();
  const style = getComputedStyle(document.body);
  const read = (name: string, fallback: string) =>
    style.getPropertyValue(`--vscode-${name}`).trim() || fallback;
  const isDark = kind === 'dark' || kind === 'hcDark';
  const text = read('foreground', isDark ? '#CCCCCC' : '#3B3B3B');
  const series = OWN[kind].map((own, index) => read(`losscope-series${index + 1}`, own));
  const nth = (index: number) => series[index] ?? text;
  return {
    isHighContrast: kind === 'hcDark' || kind === 'hcLight',
    page: read('editor-background', isDark ? '#1F1F1F' : '#FFFFFF'),
    text,
    dim: read('descriptionForeground', text),
    axis: read('charts-lines', text),
    grid: read('losscope-grid', GRID[kind]),
    train: read('losscope-trainLine', nth(0)),
    val: read('losscope-valLine', nth(1)),
    lr: read('losscope-lrLine', nth(3)),
    raw: read('losscope-rawLine', RAW[kind]),
    series,
    error: read('editorError-foreground', isDark ? '#F14C4C' : '#E51400'),
    warning: read('losscope-warningMark', isDark ? '#CCA700' : '#9A6B00'),
    info: read('editorInfo-foreground', isDark ? '#3794FF' : '#1A85FF'),
    good: read('charts-green', isDark ? '#89D185' : '#388A34'),
    font: read('font-family', 'system-ui, sans-serif'),
  };
}

/** Calls back after the editor changed its theme: it rewrites the classes and variables of the page. */
export function watchTheme(changed: () => void): MutationObserver {
  const observer = new MutationObserver(changed);
  const attributeFilter = ['class', 'style', 'data-vscode-theme-kind', 'data-vscode-theme-id'];
  observer.observe(document.body, { attributeFilter });
  observer.observe(document.documentElement, { attributeFilter });
  return observer;
}

function themeKind(): ThemeKind {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'hcLight';
  if (classList.contains('vscode-high-contrast')) return 'hcDark';
  return classList.contains('vscode-light') ? 'light' : 'dark';
}
