/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// Rules about colour: what another theme may break where the markup is the same.
const colours = ['color-contrast', 'link-in-text-block'];

export interface Axe {
  /** Only what a theme changes; all rules otherwise. */
  readonly only?: 'colours';
  /** The part of the page that is new; all of it otherwise. */
  readonly within?: string;
}

/** What axe finds serious or critical, each with where. */
export async function wrongOf(page: Page, { only, within }: Axe = {}): Promise<string[]> {
  // In the page itself, and nothing is described that is in order: neither changes what is found.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    ...{ resultTypes: ['violations'], preload: false },
    ...(only && { runOnly: { type: 'rule', values: colours } }),
  });
  // Of rows that are alike, the first dozen speaks for all.
  for (const alike of ['tr[aria-rowindex]:nth-child(n + 13)', '.cm-line:nth-child(n + 13)'])
    axe.exclude(alike);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`));
}

/** How much wider than the window the page is. */
export async function wider(page: Page): Promise<string[]> {
  const by = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return by > 0 ? [`wider than the window by ${by}`] : [];
}

/** Cards and panels from which something sticks out, so that it is cut off or lies over its neighbour. */
export const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll<HTMLElement>('article, article > *, section > header, dl > div'),
    ];
    return parts
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(part => `sticks out by ${part.scrollWidth - part.clientWidth}: ${part.outerHTML.slice(0, 120)}`);
  });
