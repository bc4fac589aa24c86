/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { closePages, open, picture } from './pages.ts';
import { office, trial } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

describe.skipIf(noBrowser !== undefined)(
  `as it happens${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    let server: StandIn;
    beforeAll(async () => {
      browser = await shared();
    });
    afterAll(() => browser?.close());
    afterEach(() => closePages(browser));
    beforeEach(async () => {
      server = await standIn(office(100));
      return () => server.close();
    });

    it('a server that is lost: said, and gone by itself when it is back', async () => {
      const { page } = await open(browser, server.url);
      await page.getByRole('heading', { name: 'ISP1 (ether1)' }).waitFor();
      server.cut(true);
      await page.getByRole('alert').getByText('No contact with the gateway').waitFor();
      await picture(page, 'lost-desk-light');
      server.cut(false);
      await page.getByText('No contact with the gateway').waitFor({ state: 'detached' });
    });

    it('a daemon that is lost while its server is there: said so', async () => {
      const { page } = await open(browser, server.url);
      await page.getByRole('heading', { name: 'ISP1 (ether1)' }).waitFor();
      const at = new Date().toISOString();
      server.send('offline', { at, detail: 'The gateway does not answer.', do: 'Start it.' });
      await page.getByText(/the gateway has not answered since/).waitFor();
    });

    it('a WAN that dies: its card, the sentence above and the journal say so', async () => {
      const { page } = await open(browser, server.url);
      const card = page.getByRole('article', { name: 'ISP1 (ether1)' });
      await card.getByText('Up', { exact: true }).first().waitFor();
      const wans = server.scene.wans.map(wan =>
        wan.name === 'ether1'
          ? { ...wan, state: 'down', cause: 'upstream', why: 'Down: nothing behind it answers.' }
          : wan,
      );
      server.send('status', { status: server.scene.status, wans });
      const text = 'ISP1 (ether1) down: nothing behind it answers; total 84 ms';
      server.send('event', {
        ...{ seq: 99, time: new Date().toISOString(), text },
        event: { type: 'line', atMs: 1, line: 'ether1', status: 'down', sinceMs: 1 },
      });
      await card.getByText('Down', { exact: true }).first().waitFor();
      await page.getByText('1 of 3 WANs up').waitFor();
      await page.getByText(text).waitFor();
    });

    it('a configuration on trial: counts down, with both ways out of it', async () => {
      const at = new Date().toISOString();
      server.scene.status = { ...server.scene.status, at, trial: trial(300) };
      const { page } = await open(browser, server.url, 'phone');
      const bar = page.getByRole('region', { name: 'On trial' });
      await bar.getByText(/office\.rsc is taken back in 4:5\d/).waitFor();
      expect(await bar.getByRole('button').allInnerTexts()).toEqual(['Confirm', 'Take back']);
      await picture(page, 'trial-phone-light');
    });

    it('language: chosen once, kept, and said to the browser', async () => {
      const { page } = await open(browser, `${server.url}/settings`);
      await page.getByText('Indonesia', { exact: true }).first().click();
      await page.getByRole('heading', { name: 'Pengaturan' }).waitFor();
      await page.goto(server.url);
      await page.getByRole('heading', { name: 'Jurnal' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
      await picture(page, 'overview-desk-indonesian');
    });
  },
);
