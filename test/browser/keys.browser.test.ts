/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { closePages, open, picture, stands } from './pages.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';
import { wrongOf } from './wrong.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('data-row') ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    );
  });

describe.skipIf(noBrowser !== undefined)(
  `keyboard alone${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    let server: StandIn;
    beforeAll(async () => {
      browser = await shared();
    });
    afterAll(() => browser?.close());
    afterEach(() => closePages(browser));
    beforeEach(async () => {
      server = await standIn(office());
      return () => server.close();
    });

    it('sign in: a wrong password is said, the right one opens the overview', async () => {
      server.scene.signedIn = false;
      const { page } = await open(browser, server.url);
      await page.getByLabel('Password', { exact: true }).waitFor();
      await page.keyboard.type('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('Name or password is wrong.').waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('right');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'ISP1 (ether1)' }).waitFor();
    });

    it('settings: a wrong old password is said, the right one changes it; another session is ended', async () => {
      const { page } = await open(browser, `${server.url}/settings`);
      await page.getByLabel('Old password').focus();
      await page.keyboard.type('wrong');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('');
      await page.keyboard.type('a better horse battery');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('The old password is wrong.').waitFor();
      await page.getByLabel('Old password').fill('right');
      await page.keyboard.press('Enter');
      await page.getByText('The password is changed.').waitFor();
      const end = page.getByRole('button', { name: 'End the session of budi from 192.168.88.23' });
      await end.focus();
      const ended = page.waitForRequest(request => request.method() === 'DELETE');
      await page.keyboard.press('Enter');
      expect(new URL((await ended).url()).pathname).toBe('/api/v1/sessions/s2');
    });

    it('skip link: the first stop, and leads past the navigation', async () => {
      const { page } = await open(browser, server.url);
      await page.getByRole('heading', { name: 'ISP1 (ether1)' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the page');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    });

    it('g and a letter: goes to the page; ? lists them; nothing happens while a field has the focus', async () => {
      const { page } = await open(browser, server.url);
      await page.getByRole('heading', { name: 'ISP1 (ether1)' }).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('r');
      await page.getByRole('heading', { name: 'Routes', level: 1 }).waitFor();
      await page.keyboard.press('/');
      expect(await focused(page)).toBe('Find');
      await page.keyboard.type('g o');
      expect(new URL(page.url()).pathname).toBe('/routes');
      await page.keyboard.press('Escape');
      await page.getByRole('grid', { name: 'Routes' }).waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await picture(page, 'keys-desk-light');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('rows: arrows move, Enter opens one with its place, Escape closes, e explains from it', async () => {
      const { page } = await open(browser, `${server.url}/firewall/mangle`);
      const grid = page.getByRole('grid', { name: 'Mangle' });
      await grid.waitFor();
      await page.locator('[data-row="0"]').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End']) await page.keyboard.press(key);
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '7');
      await page.keyboard.press('Home');
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '0');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '1');
      await page.keyboard.press('Enter');
      const details = page.getByRole('dialog');
      await details.getByText('office.rsc:51').waitFor();
      await details.getByText('both-addresses-and-ports:5/0', { exact: true }).waitFor();
      await stands(page);
      await picture(page, 'row-desk-light');
      expect(await wrongOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await details.waitFor({ state: 'detached' });
      await page.locator('[data-row="1"]').focus();
      await page.keyboard.press('e');
      await page.waitForURL(/\/explain\?in=bridge-lan&whyNot=51$/);
    });
  },
);
