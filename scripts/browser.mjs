// The browser that tests drive: an address in the environment, an installed Chromium or Chrome.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL = [
  process.env.LOSSCOPE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const NO_BROWSER =
  'no Chromium found: install it (Debian: apt-get install chromium) or name one in LOSSCOPE_CHROMIUM';

/** Path of a browser to drive, or undefined. */
export const browserPath = USUAL.find((path) => path && existsSync(path));

/** Everything that would ask the network is off: tests see the editor and nothing else. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser() {
  if (!browserPath) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath: browserPath, args: ARGS });
}
