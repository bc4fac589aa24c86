/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Every page of a stand-in, by the name that its pictures have. */
export const paths: Readonly<Record<string, string>> = {
  overview: '/',
  health: '/health',
  incidents: '/incidents',
  incident: '/incidents/ether2-20261130T033412Z',
  interfaces: '/interfaces',
  routes: '/routes',
  mangle: '/firewall/mangle',
  nat: '/firewall/nat',
  filter: '/firewall/filter',
  queues: '/queues',
  connections: '/connections',
  leases: '/leases',
  explain: '/explain?in=ether4&src=192.168.0.10&dst=8.8.8.8&dstPort=443',
  findings: '/findings',
  spread: '/spread',
  config: '/config',
  lab: '/lab',
  settings: '/settings',
};

const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
export type Size = keyof typeof sizes;
export type Theme = 'light' | 'dark';

/** What shows that a page has what it shows, where that is more than its heading. */
const shown: Readonly<Record<string, string>> = {
  explain: 'figure',
  findings: 'section[aria-busy=false] h2[data-tone]',
  spread: 'section[aria-busy=false] table',
  config: '[data-tone]',
};

/** In an order in which the window changes its size once: a theme is only other colours. */
export const looks: readonly (readonly [size: Size, theme: Theme])[] = [
  ['desk', 'light'],
  ['desk', 'dark'],
  ['phone', 'dark'],
  ['phone', 'light'],
];

/** The same page at another size and in another theme, without loading it anew. */
export async function look(page: Page, size: Size, colorScheme: Theme): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await inTheme(page, colorScheme);
}

export async function inTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // The page hears of it, and only then its colours begin to change.
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await stands(page);
}

/** Until what is loaded by and by has come. */
export async function arrived(page: Page, name = ''): Promise<void> {
  await page
    .locator(shown[name] ?? 'h1')
    .first()
    .waitFor();
  await page.waitForFunction(() => !document.querySelector('[role="status"], [aria-busy="true"]'));
  await stands(page);
}

/** Until fonts are there and nothing moves any more, but for what moves without end. */
export async function stands(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await document.fonts.ready;
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    return document.getAnimations().every(one => one.playState !== 'running' || !ends(one));
  });
}

const pictures = fileURLToPath(new URL('../../.cache/screenshots', import.meta.url));

/** For people to look at, where they ask for the browser's tests alone (`npm run test:browser`). */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['JALUR_PICTURES']) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export interface Opened {
  readonly page: Page;
  /** What its console and its policy said against it. */
  readonly complaints: string[];
}

export async function open(
  browser: Browser,
  url: string,
  size: Size = 'desk',
  theme: Theme = 'light',
  more: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    ...{ viewport: sizes[size], colorScheme: theme, locale: 'en' },
    reducedMotion: 'reduce',
    ...more,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  await visit(page, url);
  return { page, complaints };
}

/** Chromium gives up what it is loading when an address comes or goes on its machine, as on that of a gateway at its start. */
async function visit(page: Page, url: string, tries = 5): Promise<void> {
  try {
    await page.goto(url);
  } catch (error) {
    if (tries <= 1 || !`${error}`.includes('ERR_NETWORK_CHANGED')) throw error;
    await visit(page, url, tries - 1);
  }
}

/** Also those of a test that failed: a page that nobody looks at goes on following its stream. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
