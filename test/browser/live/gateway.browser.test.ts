/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noBrowser } from '../browser.ts';
import { type Opened, open, picture, type Size } from '../pages.ts';
import { wrongOf } from '../wrong.ts';
import { type LiveSite, liveSite, password, url } from './site.ts';

// The pages over a gateway that really runs (`jalur run --web` as a user of its own), by a Chromium in its LAN.

const skipped = noBrowser ?? (process.getuid?.() === 0 ? undefined : 'namespaces need root');

/** A rule that is in the kernel exactly while the text that has it is in force. */
const added = (host: string): string =>
  `/ip firewall filter add action=drop chain=forward dst-address=${host}\n`;

const waiting = { timeout: 45_000, interval: 100 };

describe.skipIf(skipped !== undefined)(
  `a gateway that runs${skipped ? ` (skipped: ${skipped})` : ''}`,
  { timeout: 60_000 },
  () => {
    let site: LiveSite;
    let desk: Opened;
    let phone: Opened;
    beforeAll(async () => {
      site = await liveSite();
      desk = await signedIn('desk');
      phone = await signedIn('phone');
    }, 120_000);
    afterAll(() => site?.down());

    async function signedIn(size: Size): Promise<Opened> {
      const opened = await open(site.browser, url, size, 'light', { ignoreHTTPSErrors: true });
      opened.page.setDefaultTimeout(30_000);
      await opened.page.getByLabel('Password', { exact: true }).fill(password);
      // That nobody is logged in is asked first, and Chromium writes down that it was answered so.
      opened.complaints.length = 0;
      await opened.page.getByRole('button', { name: 'Sign in' }).click();
      await card(opened.page).waitFor();
      return opened;
    }

    const card = (page: Page) => page.getByRole('article', { name: /ether1/ });
    const state = (page: Page, text: string) => card(page).getByText(text, { exact: true }).first().waitFor();
    const kernelHas = (text: string): boolean => site.bench.dump().includes(text);

    async function write(page: Page, text: string): Promise<void> {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(text);
    }

    it('a WAN dies and recovers → its card, the sentence above, the journal and the incident say so, also on a phone', async () => {
      const { page } = desk;
      await state(page, 'Up');
      site.bench.plug(0, false);
      await state(page, 'Down');
      await card(page)
        .getByText(/It is down: no link/)
        .waitFor();
      await page.getByText('1 of 2 WANs up').waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: /ether1.*down/ })
        .first()
        .waitFor();
      await picture(page, 'live-down-desk');
      await state(phone.page, 'Down');
      await picture(phone.page, 'live-down-phone');
      site.bench.plug(0, true);
      await state(page, 'Up');
      await state(phone.page, 'Up');
      await page.getByText('Both WANs are up').waitFor();
      await page.getByRole('link', { name: 'Incidents' }).click();
      await page
        .getByText(/ether1/)
        .first()
        .click();
      await page.getByRole('heading', { name: /ether1 was down/ }).waitFor();
      await picture(page, 'live-incident-desk');
    });

    it('a connection is found → and explained from its row', async () => {
      const { page } = desk;
      await page.getByRole('link', { name: 'Connections' }).click();
      await page.getByLabel('Find').fill('1.0.0.1');
      const explain = page.getByRole('link', { name: 'Explain from here' });
      // Rows move while connections come and go: between two clicks it may be another one.
      await vi.waitFor(async () => {
        await page.getByText('1.0.0.1', { exact: true }).first().dblclick({ timeout: 3000 });
        await explain.waitFor({ timeout: 3000 });
      }, waiting);
      await explain.click();
      await page.getByRole('figure').first().waitFor();
      expect(await page.getByLabel('Destination').inputValue()).toBe('1.0.0.1');
      await page
        .getByRole('heading', { name: /It leaves by ether[12] as / })
        .first()
        .waitFor();
      await picture(page, 'live-explain-desk');
    });

    it('a wrong text → is refused before it is applied', async () => {
      const { page } = desk;
      await page.getByRole('link', { name: 'Configuration' }).click();
      await page.getByText('It is the configuration in force.').waitFor();
      await write(page, '/ip firewall mangle add chain=prerouting action=mark-rowting\n');
      await page.getByText('It would be refused: it has errors.').waitFor();
      expect(await page.getByRole('button', { name: 'Apply', exact: true }).isEnabled()).toBe(false);
      await picture(page, 'live-refused-desk');
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await page.getByText('It is the configuration in force.').waitFor();
    });

    it('a right text that nobody confirms → is in force, counted down on the phone too, and taken back by itself', async () => {
      const { page } = desk;
      await write(page, added('203.0.113.7'));
      await page.getByLabel('Taken back unless confirmed within').selectOption('30');
      await page.getByText('It would be taken.').waitFor();
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      await page.getByText('It is in force for a time.').waitFor();
      expect(kernelHas('203.0.113.7')).toBe(true);
      await phone.page
        .getByRole('region', { name: 'On trial' })
        .getByText(/is taken back in 0:\d\d/)
        .waitFor();
      await picture(phone.page, 'live-trial-phone');
      expect(await wrongOf(phone.page)).toEqual([]);
      await expect.poll(() => kernelHas('203.0.113.7'), waiting).toBe(false);
      await page.getByRole('region', { name: 'On trial' }).waitFor({ state: 'detached' });
      await page.getByText('It is not in force any more').waitFor();
      await picture(page, 'live-taken-back-desk');
    });

    it('a right text that is confirmed → stays, and the history says by whom', async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await write(page, added('203.0.113.8'));
      await page.getByText('It would be taken.').waitFor();
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      const bar = page.getByRole('region', { name: 'On trial' });
      await bar.getByRole('button', { name: 'Confirm' }).click();
      await bar.waitFor({ state: 'detached' });
      expect(kernelHas('203.0.113.8')).toBe(true);
      await page
        .getByRole('region', { name: 'Confirmed' })
        .getByText(/says it now/)
        .waitFor();
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByRole('row', { name: /confirm.*admin/ }).waitFor();
      await picture(page, 'live-confirmed-desk');
    });

    it('all that time → the console had nothing to say, and nothing was wider than the phone', async () => {
      // Chromium writes down a confirmation by a connection that stood before the change; the page tries the next by itself.
      const said = [...desk.complaints, ...phone.complaints].filter(one => !one.includes('409 (Conflict)'));
      expect(said).toEqual([]);
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    });
  },
);
