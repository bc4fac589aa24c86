/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spreadTexts } from '../../src/answers/index.ts';
import { noBrowser, shared } from './browser.ts';
import { inForce, spreadAsked } from './stand-in/asking.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

function answerOf<T>(found: { readonly answer: T } | { readonly no: unknown }): T {
  if ('answer' in found) return found.answer;
  throw new Error(JSON.stringify(found.no));
}

/** Is it so within half a minute? */
const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 30_000 });

describe.skipIf(noBrowser !== undefined)(
  `the pages that ask${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    let server: StandIn;
    const complaints: string[] = [];

    beforeAll(async () => {
      server = await standIn({ ...office(), signedIn: true });
      browser = await shared();
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

    it('spread → the shares of the command, then without a line, then of another text', async () => {
      const page = await open('/spread');
      const answer = page.getByRole('region', { name: 'Spread' });
      const head = answer.getByRole('heading', { level: 2 });
      const asked = (more: Parameters<typeof spreadAsked>[0]) =>
        answerOf(spreadTexts(...spreadAsked(more))).head;
      await eventually(() => head.textContent()).toBe(asked({}));
      await answer.getByText('52 % of the connections').waitFor();
      await page.getByLabel('ISP1 (ether1)').check();
      await page.getByRole('button', { name: 'Work out the shares' }).click();
      await eventually(() => head.textContent()).toBe(asked({ down: ['ether1'] }));
      await page.getByLabel('ISP1 (ether1)').uncheck();
      await page.getByText('Another configuration than').click();
      const text = readFileSync(new URL('../../examples/paper/paper.rsc', import.meta.url), 'utf8');
      await page.getByRole('textbox', { name: 'Another configuration than' }).fill(text);
      await page.getByRole('button', { name: 'Work out the shares' }).click();
      await eventually(() => head.textContent()).toBe(asked({ texts: [{ file: 'pasted.rsc', text }] }));
      await page.context().close();
    });

    it('a change → checked while it is written, planned, applied for a time', async () => {
      const page = await open('/config');
      const apply = page.getByRole('button', { name: 'Apply', exact: true });
      await page.getByText('It is the configuration in force.').waitFor();
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
      await page.getByText('It is the configuration in force.').waitFor();
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('\n/ip firewall mangle add chain=prerouting new-rou');
      await page.keyboard.press('Control+Space');
      await page.locator('.cm-tooltip-autocomplete').getByText('new-routing-mark').waitFor();
      await page.context().close();
    });

    it('the console is silent: the policy refuses nothing', () => {
      expect(complaints).toEqual([]);
    });
  },
);
