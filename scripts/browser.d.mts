import type { Browser } from 'playwright-core';

export const NO_BROWSER: string;
export const browserPath: string | undefined;
export function launchBrowser(): Promise<Browser>;
