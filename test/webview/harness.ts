import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { toWire } from '../../src/analysis/index.js';
import { pageHtml } from '../../src/extension/pageHtml.js';
import type { Frame, FromWebview, RunSummary, ToWebview } from '../../src/protocol.js';
import { type Theme, themeCss } from './themes.js';

/** The page alone in Chromium, behind the real policy, with a stand-in for the editor's API. */
export interface Harness {
  open(options?: OpenOptions): Promise<CurvePage>;
  close(): Promise<void>;
}

interface OpenOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly saved?: unknown;
}

/** Stands in for the editor: keeps what the page says, gives the state that it kept. */
const STUB = `window.said = []; window.kept = SAVED;
window.acquireVsCodeApi = () => ({ postMessage: (m) => window.said.push(m), getState: () => window.kept, setState: (s) => { window.kept = s; } });
window.violations = []; addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI));`;

export async function startHarness(): Promise<Harness> {
  const script = await bundle();
  const browser = await launchBrowser();
  const server = serve(script);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open: (options = {}) => openPage(browser, url, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/webview/main.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}

function serve(script: string): Server {
  const nonce = 'harness';
  return createServer(({ url = '/' }, answer) => {
    const [path = '/', theme = 'vscode-dark'] = url.split('?');
    if (path === '/webview.js') answer.setHeader('content-type', 'text/javascript').end(script);
    else if (path === '/chart.css') {
      answer.setHeader('content-type', 'text/css').end(readFileSync('media/chart.css', 'utf8'));
    } else if (path === '/theme.css') {
      answer.setHeader('content-type', 'text/css').end(themeCss(theme as Theme));
    } else {
      const html = pageHtml({
        cspSource: "'self'",
        script: '/webview.js',
        style: '/chart.css',
        nonce,
        language: 'en',
      });
      const themed = html
        .replace('<body>', `<body class="${theme}">`)
        .replace('</head>', `<link rel="stylesheet" href="/theme.css?${theme}"></head>`);
      answer.setHeader('content-type', 'text/html').end(themed);
    }
  });
}

async function openPage(browser: Browser, url: string, options: OpenOptions): Promise<CurvePage> {
  const { theme = 'vscode-dark', width = 1200, height = 800, saved } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(12_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(STUB.replace('SAVED', JSON.stringify(saved) ?? 'undefined'));
  await page.goto(`${url}/?${theme}`);
  await page.waitForFunction('window.said.some((m) => m.type === "ready")');
  return new CurvePage(page, faults);
}

export class CurvePage {
  constructor(
    readonly page: Page,
    readonly faults: readonly string[],
  ) {}

  /** Typed arrays do not survive the driver's JSON: they travel as lists and are made anew inside. */
  async send(message: ToWebview): Promise<void> {
    const text = JSON.stringify(toWire(message), (_, value) =>
      value instanceof Float64Array ? { $columns: Array.from(value, String) } : value,
    );
    await this.page.evaluate((json) => {
      const data = JSON.parse(json, (_, value) =>
        value?.$columns ? Float64Array.from(value.$columns, Number) : value,
      );
      postMessage(data);
    }, text);
  }

  async show(frame: Frame, others: readonly RunSummary[] = []): Promise<void> {
    await this.send({ type: 'hello', translations: {}, language: 'en', run: frame.run.id });
    await this.send({
      type: 'runs',
      runs: [frame.run, ...others],
      searched: { files: 9, candidates: 1, ms: 20 },
    });
    await this.send({ type: 'frame', frame });
    await this.drawn(frame.run.points);
  }

  async drawn(points: number): Promise<void> {
    await this.page.waitForFunction(
      (count) => document.body.dataset.losscopePoints === String(count),
      points,
    );
    await this.settled();
  }

  settled(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise<void>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done())),
        ),
    );
  }

  said<T extends FromWebview['type']>(type: T): Promise<Extract<FromWebview, { type: T }>[]> {
    return this.page.evaluate(
      (wanted) =>
        Reflect.get(window, 'said').filter((message: FromWebview) => message.type === wanted),
      type,
    );
  }

  violations(): Promise<string[]> {
    return this.page.evaluate(() => Reflect.get(window, 'violations'));
  }

  /** Painted pixels of the main chart that have a colour: lines and marks, not text or grid. */
  colour(red: number, green: number, blue: number): Promise<number> {
    return this.page.evaluate(
      ([r = 0, g = 0, b = 0]) => {
        const canvas = document.querySelector('canvas');
        const context = canvas?.getContext('2d');
        if (!canvas || !context) return 0;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) {
          const near = [r, g, b].every(
            (value, index) => Math.abs((data[at + index] ?? 0) - value) < 40,
          );
          if (near && (data[at + 3] ?? 0) > 200) count++;
        }
        return count;
      },
      [red, green, blue],
    );
  }
}
