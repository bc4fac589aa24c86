/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.ts';
import { closePages, looks, open, paths, picture, wrongOf } from './pages.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

// Each page at both sizes and in both themes: it says nothing on the console (so the policy refuses nothing of it), axe
// finds nothing serious, and nothing is wider than the window. Its pictures are for people to look at.

describe.skipIf(noBrowser !== undefined)(`pages${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let server: StandIn;
  beforeAll(async () => {
    [browser, server] = [await launch(), await standIn(office(200))];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => closePages(browser));

  const cases = Object.entries(paths).flatMap(([name, path]) =>
    looks.map(([size, theme]) => [name, size, theme, path] as const),
  );
  it.each(cases)('%s, %s, %s', async (name, size, theme, path) => {
    const { page, complaints } = await open(browser, server.url + path, size, theme);
    await page.locator('h1').first().waitFor();
    await settled(page);
    await picture(page, `${name}-${size}-${theme}`);
    expect(await wrongOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(complaints).toEqual([]);
  });

  it('sign-in, both sizes and themes', async () => {
    server.scene.signedIn = false;
    for (const [size, theme] of looks) {
      const { page, complaints } = await open(browser, server.url, size, theme);
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      await picture(page, `sign-in-${size}-${theme}`);
      expect(await wrongOf(page)).toEqual([]);
      // The browser itself says that the session was answered with 401.
      expect(complaints.filter(one => !one.includes('401'))).toEqual([]);
    }
    server.scene.signedIn = true;
  });
});

/** What is loaded by and by has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"]') === null);
  await page.waitForTimeout(600);
}
