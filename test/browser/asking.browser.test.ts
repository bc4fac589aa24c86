/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.ts';
import { inForce } from './stand-in/asking.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

const shots = fileURLToPath(new URL('../../report/browser', import.meta.url));

/** Is it so within half a minute? */
const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 30_000 });

describe.skipIf(noBrowser !== undefined)(
  `the pages that ask${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    let server: StandIn;
    const complaints: string[] = [];

    beforeAll(async () => {
      mkdirSync(shots, { recursive: true });
      server = await standIn({ ...office(), signedIn: true });
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ locale: 'en', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(40_000);
      page.on('console', one => complaints.push(one.text()));
      page.on('pageerror', error => complaints.push(error.message));
      await page.goto(server.url + path);
      return page;
    }

    it('explain from a row’s link → the form is filled in, the answer is there; another packet is asked by the form', async () => {
      const page = await open('/explain?in=ether4&src=192.168.0.10&dst=8.8.8.8&dstPort=443');
      await page.getByRole('figure').first().waitFor();
      expect(await page.getByLabel('Source', { exact: true }).inputValue()).toBe('192.168.0.10');
      await page.getByLabel('Destination').fill('10.10.10.1');
      await page.getByRole('button', { name: 'Follow the packet' }).click();
      await eventually(() => page.url()).toContain('dst=10.10.10.1');
      await page.getByRole('figure').first().waitFor();
      await page.context().close();
    });

    it('prove and lint → the verdict, findings with a way to their line in the editor', async () => {
      const page = await open('/findings');
      await page.getByRole('region', { name: 'Prove' }).getByText(/hold/).first().waitFor();
      const lint = page.getByRole('region', { name: 'Lint' });
      await lint.getByRole('listitem').first().waitFor();
      await lint.locator('summary').first().click();
      await lint
        .getByRole('button', { name: /^line \d+$/ })
        .first()
        .click();
      await page.locator('.cm-activeLine').waitFor();
      expect(page.url()).toContain('/config?line=');
      await page.context().close();
    });

    it('a change → checked while it is written, planned, applied for a time', async () => {
      const page = await open('/config');
      const apply = page.getByRole('button', { name: 'Apply', exact: true });
      await page.getByText('It would be taken.').waitFor();
      expect(await apply.isEnabled()).toBe(false);
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('\n/ip firewall mangle add chain=prerouting action=mark-rowting\n');
      await page.getByText('It would be refused: it has errors.').waitFor();
      expect(await apply.isEnabled()).toBe(false);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(`${inForce.text}# a remark\n`);
      await page.getByText('It would be taken.').waitFor();
      await page.getByRole('tab', { name: 'What changes' }).click();
      await page.getByRole('cell', { name: 'ISP2 (ether2)' }).waitFor();
      await page.getByRole('region', { name: 'Difference' }).getByText('# a remark').waitFor();
      await apply.click();
      await page.getByText('It is in force for a time.').waitFor();
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Restore' }).waitFor();
      await page.context().close();
    });

    it('completion in the editor → from the schema, by a worker that the policy allows', async () => {
      const page = await open('/config');
      await page.getByText('It would be taken.').waitFor();
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('\n/ip firewall mangle add chain=prerouting new-rou');
      await page.keyboard.press('Control+Space');
      await page.locator('.cm-tooltip-autocomplete').getByText('new-routing-mark').waitFor();
      await page.context().close();
    });

    it.each([
      [1280, 'light', 'en'],
      [360, 'dark', 'id'],
    ] as const)(
      '%d pixels, %s, %s: axe finds nothing serious; nothing is wider than the screen',
      async (width, colorScheme, locale) => {
        const viewport = { width, height: width === 360 ? 800 : 860 };
        const found: string[] = [];
        for (const path of [
          '/explain?in=ether4&src=192.168.0.10&dst=8.8.8.8&dstPort=443',
          '/findings',
          '/config',
        ]) {
          const name = path.slice(1).replace(/\?.*/, '');
          const page = await open(path, { viewport, colorScheme, locale });
          const ready = {
            explain: 'figure',
            findings: 'section[aria-busy=false] h2[data-tone]',
            config: '[data-tone]',
          };
          await page
            .locator(ready[name as keyof typeof ready])
            .first()
            .waitFor();
          await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`) });
          const { violations } = await new AxeBuilder({ page }).analyze();
          found.push(
            ...violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`),
          );
          if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
            found.push(`${name}: too wide`);
          await page.context().close();
        }
        expect(found).toEqual([]);
      },
      120_000,
    );

    it('the console is silent: the policy refuses nothing', () => {
      expect(complaints).toEqual([]);
    });
  },
);
