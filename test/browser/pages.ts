import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
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
  lab: '/lab',
  settings: '/settings',
};

const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
export type Size = keyof typeof sizes;
export type Theme = 'light' | 'dark';

export const looks: readonly (readonly [size: Size, theme: Theme])[] = [
  ['desk', 'light'],
  ['desk', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
];

const pictures = fileURLToPath(new URL('../../.cache/screenshots', import.meta.url));

export async function picture(page: Page, name: string): Promise<void> {
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
    ...{ deviceScaleFactor: size === 'phone' ? 2 : 1, reducedMotion: 'reduce' },
    ...more,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

/** Also those of a test that failed: a page that nobody looks at goes on following its stream. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** What axe finds serious or critical, each with where. */
export async function wrongOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`));
}
