/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainTexts, parseLease, proveTexts, type Said, spreadTexts } from '../../src/answers/index.ts';
import { noBrowser, shared } from './browser.ts';
import { inTheme, picture } from './pages.ts';
import { wider, wrongOf } from './wrong.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'dist/playground/index.html');

const paper = { file: 'paper.rsc', text: readFileSync(join(root, 'examples/paper/paper.rsc'), 'utf8') };
/** What the bench of the paper gives, as the page puts it into its form. */
const leases = ['ether1=10.10.10.254/24,10.10.10.1', 'ether2=20.20.20.254/24,20.20.20.1'];
const said: Said = {
  ...{ lang: 'en', engine: 'routeros', assume: {} },
  ...{ down: [], dead: [], deadGateway: [], unreachable: [] },
  lease: leases.flatMap(text => {
    const lease = parseLease(text);
    return 'value' in lease ? [lease.value] : [];
  }),
};

/** An office as forums show them: PPPoE and DHCP, two thirds of PCC, no address list that a rule asks for. */
const office = `# 2024-03-02 10:11:12 by RouterOS 7.14
/interface pppoe-client
add interface=ether1 name=pppoe-isp user=office password=hunter2 disabled=no
/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether3
/ip address
add address=192.168.88.1/24 interface=bridge
/ip dhcp-client
add interface=ether2 add-default-route=no
/routing table
add name=one fib
add name=two fib
/ip route
add dst-address=0.0.0.0/0 gateway=pppoe-isp routing-table=one
add dst-address=0.0.0.0/0 gateway=pppoe-isp
/ip firewall mangle
add chain=prerouting in-interface=bridge dst-address-type=!local per-connection-classifier=src-address:3/0 action=mark-routing new-routing-mark=one passthrough=no
add chain=prerouting in-interface=bridge dst-address-type=!local per-connection-classifier=src-address:3/2 action=mark-routing new-routing-mark=two passthrough=no
/ip firewall nat
add chain=srcnat out-interface=pppoe-isp action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`;

const answerOf = <T>(found: { readonly answer: T } | { readonly no: unknown }): T => {
  if ('answer' in found) return found.answer;
  throw new Error(JSON.stringify(found.no));
};

/** Is it so within half a minute? */
const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 30_000 });

describe.skipIf(noBrowser !== undefined)(
  `the playground from a disk${noBrowser ? ` (skipped: ${noBrowser})` : ''}`,
  () => {
    let browser: Browser;
    const complaints: string[] = [];

    beforeAll(async () => {
      browser = await shared();
    });
    afterAll(() => browser?.close());

    /** The page without a network: whatever it asks for beside itself is refused, and told. */
    async function open(options: BrowserContextOptions = {}, fragment = ''): Promise<Page> {
      const context = await browser.newContext({ locale: 'en', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(40_000);
      page.on('console', one => complaints.push(one.text()));
      page.on('pageerror', error => complaints.push(error.message));
      await context.route('**/*', route => {
        const url = route.request().url();
        if (url.split('#')[0] === pathToFileURL(file).href) return route.continue();
        complaints.push(`request to ${url}`);
        return route.abort();
      });
      await context.setOffline(true);
      await page.goto(pathToFileURL(file).href + fragment);
      await page
        .getByRole('tab', { name: 'Lint' })
        .or(page.getByRole('tab', { name: 'Periksa' }))
        .waitFor();
      return page;
    }

    const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
    const settled = (page: Page) =>
      page.waitForFunction(() => {
        const frames = [...document.querySelectorAll('[role=tabpanel] [aria-busy]')];
        return (
          frames.length > 0 &&
          frames.every(one => one.getAttribute('aria-busy') === 'false') &&
          document.querySelector('[role=tabpanel] h2, [role=tabpanel] [role=alert]') !== null
        );
      });
    const verdict = (page: Page) => page.getByRole('tabpanel').getByRole('heading', { level: 2 }).first();

    async function paste(page: Page, text: string): Promise<void> {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    }

    it('the paper: lint → the verdict of the command, findings with places, a page for each rule', async () => {
      const page = await open();
      await expect
        .poll(() => verdict(page).textContent())
        .toMatch(/^Does not balance as written: .*\(5 errors/);
      await page.getByText('Packets are marked for table to_ISP1').last().click();
      await page
        .getByRole('button', { name: /About this rule/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('heading', { name: 'Why it matters' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'line 25' }).first().click();
      expect(await page.locator('.cm-activeLine').textContent()).toBe(paper.text.split('\n')[24]);
      await page.context().close();
    });

    it('the paper: explain, prove and spread → what the command answers', async () => {
      const page = await open();
      await settled(page);
      await tab(page, 'Explain');
      await page.getByRole('button', { name: 'Follow the packet' }).click();
      const asked = { ...said, in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8', sport: 40_000 };
      const explained = answerOf(explainTexts([paper], { ...asked, dport: { port: 443 }, reply: true }));
      await eventually(() => verdict(page).textContent()).toBe(explained.head[0]);
      expect(await page.getByRole('figure').first().textContent()).toContain('mark-routing to_ISP1');
      await tab(page, 'Prove');
      await eventually(() => verdict(page).textContent()).toBe(answerOf(proveTexts([paper], said)).answer);
      await tab(page, 'Spread');
      const size = { flows: 2000, clients: 20, destinations: 300 };
      const shares = answerOf(spreadTexts([paper], said, size));
      await eventually(() => verdict(page).textContent()).toBe(shares.head);
      await page.context().close();
    });

    it('a text of a forum: what is wrong, converted, sanitized', async () => {
      const page = await open();
      await paste(page, office);
      const findings = page.getByRole('tabpanel').getByRole('listitem');
      await eventually(() => findings.allTextContents().then(all => all.join('\n'))).toContain(
        'Packets are marked for table two, which has no active route',
      );
      await tab(page, 'Prove');
      await eventually(() => verdict(page).textContent()).toMatch(/violated/);
      await tab(page, 'Convert');
      await page.getByText('RouterOS 6', { exact: true }).click();
      await expect
        .poll(() => page.getByRole('region', { name: 'Difference' }).textContent())
        .toContain('routing-mark=one');
      await tab(page, 'Sanitize');
      await page.getByRole('button', { name: 'Sanitize', exact: true }).click();
      await page.getByRole('button', { name: 'Take this text' }).click();
      const made = await page.locator('.cm-content').textContent();
      expect(made).toContain('per-connection-classifier=src-address:3/0');
      expect(made).not.toContain('hunter2');
      await page.context().close();
    });

    it('a fix with one click → it is in the text, and the finding is gone', async () => {
      const page = await open();
      await settled(page);
      const count = async () =>
        Number(/(\d+) errors?/.exec((await verdict(page).textContent()) ?? '')?.[1] ?? 0);
      const before = await count();
      await page.getByText('Mend all that can be mended').click();
      await page.getByRole('button', { name: 'Take this text' }).click();
      await eventually(count).toBeLessThan(before);
      expect(await page.locator('.cm-content').textContent()).not.toBe(paper.text);
      await page.context().close();
    });

    it('a link → the same text on another page; the note says that it holds all of it', async () => {
      const page = await open();
      await paste(page, office);
      await page.getByRole('button', { name: 'Share' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.textContent()).toContain('every address and password');
      await dialog.getByRole('button', { name: 'Make the link as it is' }).click();
      const link = await dialog.getByLabel('The link').inputValue();
      const other = await open({}, `#${link.split('#')[1]}`);
      await eventually(() => other.locator('.cm-content').textContent()).toContain('name=pppoe-isp');
      const bad = await open({}, '#v1=AAAA');
      await bad.getByRole('alert').getByText('damaged').waitFor();
      for (const one of [page, other, bad]) await one.context().close();
    });

    it('a long answer → typing goes on meanwhile, and it can be cancelled', async () => {
      const page = await open();
      await page.getByLabel('Example').selectOption('dhcp-vlan-wireguard');
      await tab(page, 'Spread');
      await page.getByLabel('Connections', { exact: true }).fill('20000');
      await page.getByRole('button', { name: 'Cancel' }).waitFor();
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('# still here');
      expect(await page.locator('.cm-content').textContent()).toContain('# still here');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
      await page.context().close();
    });

    it('the keyboard alone: tabs by arrows, completion from the schema', async () => {
      const page = await open();
      await page.getByRole('tab', { name: 'Lint' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: 'Follow the packet' }).waitFor();
      await paste(page, `${office}/ip firewall mangle add chain=prerouting action=mark-rou`);
      await page.locator('.cm-tooltip-autocomplete').getByText('mark-routing').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.insertText('ting new-rou');
      await page.keyboard.press('Control+Space');
      await page.locator('.cm-tooltip-autocomplete').getByText('new-routing-mark').waitFor();
      await page.context().close();
    });

    it.each([
      [1280, 'en', ['Lint', 'Explain', 'Prove', 'Spread', 'Convert', 'Sanitize']],
      [360, 'id', ['Periksa', 'Jelaskan', 'Buktikan', 'Pembagian', 'Ubah', 'Samarkan']],
    ] as const)(
      '%d pixels, %s: axe finds nothing serious in either theme; nothing is wider than the screen',
      async (width, locale, names) => {
        const page = await open({ viewport: { width, height: 800 }, locale });
        await settled(page);
        const found: string[] = [];
        for (const [index, name] of names.entries()) {
          await tab(page, name);
          const ask = page.getByRole('button', {
            name: /^(?:Follow the packet|Ikuti paket|Sanitize|Samarkan)$/,
          });
          if (await ask.count()) await ask.click();
          await settled(page);
          // What is around the tab, the editor too, is the same for each.
          const within = index === 0 ? {} : { within: '[role=tabpanel]' };
          for (const [colorScheme, axe] of [
            ['light', {}],
            ['dark', { only: 'colours' }],
          ] as const) {
            await inTheme(page, colorScheme);
            await picture(page, `playground-${name.toLowerCase()}-${width}-${colorScheme}`);
            const wrong = [...(await wrongOf(page, { ...within, ...axe })), ...(await wider(page))];
            found.push(...wrong.map(one => `${name}, ${colorScheme}: ${one}`));
          }
        }
        expect(found).toEqual([]);
        await page.context().close();
      },
    );

    it('nothing was asked of any network, and the console is silent', () => {
      expect(complaints).toEqual([]);
    });
  },
);
