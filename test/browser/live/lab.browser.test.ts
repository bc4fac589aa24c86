/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../browser.ts';
import { type Opened, open, picture } from '../pages.ts';
import { wrongOf } from '../wrong.ts';
import { type Kept, keptPages } from './kept-pages.ts';

// The pages over a lab that is really kept up (`jalur lab up`, `jalur web --lab`): what is done on the Lab page is done to a cable,
// and what is seen is what the gateway on the bench says of it.

const skipped = noBrowser ?? (process.getuid?.() === 0 ? undefined : 'namespaces need root');

describe.skipIf(skipped !== undefined)(
  `a lab that is kept${skipped ? ` (skipped: ${skipped})` : ''}`,
  { timeout: 90_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalur-lab-pages-'));
    let kept: Kept;
    let browser: Browser;
    let desk: Opened;
    beforeAll(async () => {
      kept = await keptPages('examples/paper-fixed', folder);
      browser = await launch();
      desk = await open(browser, `${kept.url}lab#login=${kept.password}`);
      desk.page.setDefaultTimeout(30_000);
      await desk.page.getByRole('heading', { name: 'Lab: examples/paper-fixed' }).waitFor();
      // That nobody is logged in is asked first, and Chromium writes down that it was answered so.
      desk.complaints.length = 0;
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await kept?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    it('the login of the link → is used once, and stands in no address', () => {
      expect(desk.page.url()).toBe(`${kept.url}lab`);
    });

    it('a cable is pulled and plugged in → its card says what is so, and what the gateway makes of it', async () => {
      const { page } = desk;
      const isp = page.getByRole('article', { name: 'isp1' });
      const gateway = isp.getByRole('region', { name: /The gateway says/ });
      await gateway.getByText('Up', { exact: true }).first().waitFor();
      await isp.getByRole('button', { name: 'Pull the cable' }).click();
      await isp.getByText('Cable pulled', { exact: true }).waitFor();
      await gateway.getByText('Down', { exact: true }).and(page.locator('span')).waitFor();
      await gateway.getByText(/no link/).waitFor();
      await picture(page, 'live-lab-pulled-desk');
      expect(await wrongOf(page)).toEqual([]);
      await isp.getByRole('button', { name: 'Plug it in' }).click();
      await isp.getByText('No fault').waitFor();
      await gateway.getByText('Up', { exact: true }).first().waitFor();
    });

    it('an experiment → one at a time, with progress, then its verdict and what it measured', async () => {
      const { page } = desk;
      const run = page.getByRole('button', { name: 'Run: Which addresses' });
      await run.click();
      await page.getByRole('progressbar').waitFor();
      expect(await run.isDisabled()).toBe(true);
      await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 60_000 });
      const result = page.getByRole('region', { name: /^Which addresses/ });
      await result.getByText('Pass', { exact: true }).waitFor();
      await result.getByText('Measured values').waitFor();
      await picture(page, 'live-lab-result-desk');
    });

    it('an experiment that is cancelled → ends, and says so', async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Run: Do connections' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('It was cancelled; nothing of its labs remains.').waitFor();
    });

    it('all that time → the console had nothing to say', () => {
      expect(desk.complaints).toEqual([]);
    });
  },
);
