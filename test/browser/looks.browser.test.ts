/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { arrived, closePages, look, looks, open, paths, picture } from './pages.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';
import { wider, wrongOf } from './wrong.ts';

// Each page at both sizes and in both themes: it says nothing on the console (so the policy refuses nothing of it), axe
// finds nothing serious, and nothing is wider than the window, in either language. Its pictures are for people to look at.

describe.skipIf(noBrowser !== undefined)(`pages${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let server: StandIn;
  beforeAll(async () => {
    [browser, server] = [await shared(), await standIn(office())];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => closePages(browser));

  /** What is wrong with a page at each size and in each theme. All rules where the markup is another, else colours. */
  async function wrongInLooks(page: Page, name: string): Promise<string[]> {
    const wrong: string[] = [];
    for (const [index, [size, theme]] of looks.entries()) {
      await look(page, size, theme);
      await picture(page, `${name}-${size}-${theme}`);
      const found = await wrongOf(page, index % 2 === 0 ? {} : { only: 'colours' });
      wrong.push(...[...found, ...(await wider(page))].map(one => `${size}, ${theme}: ${one}`));
    }
    return wrong;
  }

  /** The longer language on the smaller screen. */
  async function wrongInIndonesian(name: string, path: string): Promise<string[]> {
    const { page, complaints } = await open(browser, server.url + path, 'phone', 'light', { locale: 'id' });
    await arrived(page, name);
    await picture(page, `${name}-phone-indonesian`);
    return [...(await wider(page)), ...complaints];
  }

  it.each(Object.entries(paths))(
    '%s: nothing is wrong at any size, in any theme and language',
    async (name, path) => {
      const { page, complaints } = await open(browser, server.url + path);
      await arrived(page, name);
      const wrong = await Promise.all([wrongInLooks(page, name), wrongInIndonesian(name, path)]);
      expect([...wrong.flat(), ...complaints]).toEqual([]);
    },
  );

  it('sign-in: nothing is wrong at any size and in any theme', async () => {
    server.scene.signedIn = false;
    const { page, complaints } = await open(browser, server.url);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await wrongInLooks(page, 'sign-in')).toEqual([]);
    // The browser itself says that the session was answered with 401.
    expect(complaints.filter(one => !one.includes('401'))).toEqual([]);
  });
});
