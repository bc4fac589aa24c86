/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/lab/report/compare/page.ts';
import { renderReport } from '../../src/lab/report/render.ts';
import { contrast, launch, noBrowser, openPage } from './browser.ts';
import { sample } from './sample.ts';

const pages = [
  ['report', renderReport(sample)],
  [
    'comparison',
    renderComparison(
      [
        { report: sample, href: 'sample.html' },
        { report: { ...sample, configuration: 'examples/other' }, href: 'other.html' },
      ],
      'en',
    ),
  ],
] as const;

const phone = { viewport: { width: 390, height: 800 } };

describe.skipIf(noBrowser !== undefined)(
  `pages in Chromium${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    }, 30_000);
    afterAll(() => browser?.close());

    it.each(pages)('%s says nothing on the console and asks nothing of the network', async (_, markup) => {
      const { page, complaints } = await openPage(browser, markup);
      expect(complaints).toEqual([]);
      expect(await page.title()).not.toBe('owned');
    });

    it.each(pages)('%s fits a phone: only boxes scroll sideways', async (_, markup) => {
      const { page } = await openPage(browser, markup, phone);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window ?? 0);
    });

    it.each(pages)('%s has headings in order, one main and named tables and drawings', async (_, markup) => {
      const { page } = await openPage(browser, markup);
      const levels = await page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, h3')].map(one => Number(one.tagName[1])),
      );
      expect(levels.filter(level => level === 1)).toHaveLength(1);
      expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
      const unnamed = await page.evaluate(() => ({
        drawings: [...document.querySelectorAll('svg[role=img]')].filter(
          one => !one.querySelector('title')?.textContent || !one.querySelector('desc')?.textContent,
        ).length,
        boxes: [...document.querySelectorAll('[role=region]')].filter(one => !one.getAttribute('aria-label'))
          .length,
        headers: [...document.querySelectorAll('thead th')].filter(one => one.getAttribute('scope') !== 'col')
          .length,
        mains: document.querySelectorAll('main').length,
      }));
      expect(unnamed).toEqual({ drawings: 0, boxes: 0, headers: 0, mains: 1 });
    });

    it.each(pages)('%s has no id twice', async (_, markup) => {
      const { page } = await openPage(browser, markup);
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(ids.length).toBe(new Set(ids).size);
    });

    it('is reached by keyboard: the skip link first, then everything that scrolls or folds', async () => {
      const { page } = await openPage(browser, pages[0][1], phone);
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => document.activeElement?.textContent);
      expect(first).toBe('Skip to the results');
      expect(
        await page.locator('.skip').evaluate(one => one.getBoundingClientRect().left),
      ).toBeGreaterThanOrEqual(0);
      const dead = await page.evaluate(
        () =>
          [...document.querySelectorAll('.scroll')].filter(one => (one as HTMLElement).tabIndex !== 0).length,
      );
      expect(dead).toBe(0);
    });

    it.each(['light', 'dark'] as const)('has enough contrast in the %s', async colorScheme => {
      const { page } = await openPage(browser, pages[0][1], { colorScheme });
      const pairs = await page.evaluate(() => {
        const groundOf = (element: Element): string => {
          for (let one: Element | null = element; one; one = one.parentElement) {
            const { backgroundColor } = getComputedStyle(one);
            if (!/, 0\)$/.test(backgroundColor)) return backgroundColor;
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('body *')]
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()))
          .filter(one => !one.closest('style, title, desc'))
          .map(one => {
            const { color, fill } = getComputedStyle(one);
            return {
              text: one.textContent?.slice(0, 40),
              colour: one.closest('svg') ? fill : color,
              ground: groundOf(one),
            };
          });
      });
      expect(pairs.length).toBeGreaterThan(50);
      expect(pairs.filter(({ colour, ground }) => contrast(colour, ground) < 4.5)).toEqual([]);
      const lines = await page.evaluate(() => {
        const ground = getComputedStyle(document.querySelector('.card') as Element).backgroundColor;
        return [...document.querySelectorAll('path.line, rect.bar, line.mark')].map(one => {
          const { stroke, fill } = getComputedStyle(one);
          return { colour: stroke === 'none' ? fill : stroke, ground };
        });
      });
      expect(lines.filter(({ colour, ground }) => contrast(colour, ground) < 3)).toEqual([]);
    });

    it('draws every series inside its plot, with the cut marked and the lost stretch shaded', async () => {
      const { page } = await openPage(browser, pages[0][1]);
      const plot = page.locator('#figure-2-title').locator('xpath=..');
      expect(await plot.locator('path.line').count()).toBe(3);
      expect(await plot.locator('line.mark').count()).toBe(2);
      expect(await plot.locator('text.mark-label').allTextContents()).toEqual([
        'ISP2 unplugged',
        'ISP2 back',
      ]);
      const outside = await plot.evaluate(svg => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('path.line')].filter(path => {
          const box = path.getBoundingClientRect();
          return box.width < frame.width * 0.9 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3;
        }).length;
      });
      expect(outside).toBe(0);
      const lost = await page
        .locator('#figure-3-title')
        .locator('xpath=..')
        .locator('rect.lost')
        .boundingBox();
      expect(lost?.width).toBeGreaterThan(20);
    });

    it('says on the first line what happened', async () => {
      const { page } = await openPage(browser, pages[0][1]);
      expect(await page.locator('h1').textContent()).toBe(sample.headline);
    });
  },
);
