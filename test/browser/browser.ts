import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** Debian's Chromium; Playwright's own is not needed. */
export const executablePath = '/usr/bin/chromium';

/** Why browser tests are skipped here; undefined where they can run. */
export const noBrowser = existsSync(executablePath) ? undefined : 'chromium is not installed';

/** Chromium refuses its sandbox to root. */
export const launchArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: launchArguments });

/** The Chromium that runs for all files of the browser project; closing it ends the connection to it. */
export const shared = (): Promise<Browser> => chromium.connect(inject('chromium'));

/** A page with our markup, and everything that its console and its network said. */
export async function openPage(
  browser: Browser,
  markup: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => complaints.push(`request to ${request.url()}`));
  await page.setContent(markup, { waitUntil: 'load' });
  return { page, complaints };
}

/** Relative luminance contrast of two CSS colours `rgb(r, g, b)` (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(part => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
