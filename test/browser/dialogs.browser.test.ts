/// <reference lib="dom" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { closePages, open, type Size, stands } from './pages.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

// What opens over a page takes the focus and keeps it, ends by Escape, and gives the focus back to what opened it.

interface Dialog {
  /** Where it is made, in src/web. */
  readonly file: string;
  readonly path: string;
  readonly size?: Size;
  /** What has the focus before, and again afterwards. */
  readonly opener: (page: Page) => Locator;
  /** By the keyboard, while the opener has the focus. */
  readonly keys: readonly string[];
}

const playground = pathToFileURL(
  fileURLToPath(new URL('../../dist/playground/index.html', import.meta.url)),
).href;

const dialogs: Readonly<Record<string, Dialog>> = {
  'the list of keys': {
    file: 'app/shortcuts.tsx',
    path: '/',
    opener: page => page.getByRole('link', { name: 'Health' }),
    keys: ['?'],
  },
  'the pages, on a phone': {
    file: 'app/tab-bar.tsx',
    path: '/',
    size: 'phone',
    opener: page => page.getByRole('button', { name: 'More' }),
    keys: ['Enter'],
  },
  'the details of a row': {
    file: 'table/row-details.tsx',
    path: '/interfaces',
    opener: page => page.locator('[data-row="0"]'),
    keys: ['Enter'],
  },
  'taking a WAN down': {
    file: 'pages/overview/wan-actions.tsx',
    path: '/',
    opener: page => page.getByRole('button', { name: 'ISP1 (ether1): …' }),
    keys: ['Enter', 'ArrowDown', 'Enter'],
  },
  'the page of a rule': {
    file: 'playground/rule-page/rule-drawer.tsx',
    path: playground,
    opener: page => page.getByRole('button', { name: /About this rule/, includeHidden: true }).first(),
    keys: ['Enter'],
  },
  'a link to what is shown': {
    file: 'playground/share-dialog.tsx',
    path: playground,
    opener: page => page.getByRole('button', { name: 'Share' }),
    keys: ['Enter'],
  },
};

const root = fileURLToPath(new URL('../../src/web', import.meta.url));

it('each dialog and drawer of the pages is in the list', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      file => file.endsWith('.tsx') && /<(?:Modal|Drawer)\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    .map(file => file.replaceAll('\\', '/'));
  expect(files.sort()).toEqual(
    Object.values(dialogs)
      .map(({ file }) => file)
      .sort(),
  );
});

/** Is the focus in it? */
const holdsFocus = (dialog: Locator): Promise<boolean> =>
  dialog.evaluate(element => element.contains(document.activeElement));

describe.skipIf(noBrowser !== undefined)(`dialogs${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
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

  async function opened({ path, size, opener, keys }: Dialog) {
    const url = path.startsWith('/') ? server.url + path : path;
    const { page } = await open(browser, url, size);
    const from = opener(page);
    await from.waitFor({ state: 'attached' });
    await revealed(from);
    await from.focus();
    for (const key of keys) {
      await page.keyboard.press(key);
      await stands(page);
    }
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return { page, from, dialog };
  }

  /** What stands in a part that is folded is unfolded. */
  const revealed = (one: Locator): Promise<void> =>
    one.evaluate(element => {
      for (let part = element.closest('details'); part; part = part.parentElement?.closest('details') ?? null)
        part.open = true;
    });

  it.each(Object.entries(dialogs))(
    '%s: keeps the focus, ends by Escape and gives it back',
    async (_, one) => {
      const { page, from, dialog } = await opened(one);
      await expect.poll(() => holdsFocus(dialog)).toBe(true);
      for (const key of ['Tab', 'Shift+Tab'])
        for (let times = 0; times < 24; times++) {
          await page.keyboard.press(key);
          expect([key, times, await holdsFocus(dialog)]).toEqual([key, times, true]);
        }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => from.evaluate(element => element === document.activeElement)).toBe(true);
    },
  );
});
