/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { closePages, open, paths, picture, stands } from './pages.ts';
import * as scenes from './stand-in/scenes.ts';
import { type StandIn, standIn } from './stand-in/server.ts';
import { cut, wider, wrongOf } from './wrong.ts';

// Each page on other days than a good one: nothing to show, nothing that can be asked, names as people write them, as many
// WANs as there may be, and somebody who may only look. Each has its title, says something, and nothing of it is cut off.

/** Pages that a scene makes another one of. */
const looked: readonly (readonly [keyof typeof scenes, readonly string[]])[] = [
  ['bare', ['overview', 'health', 'incidents', 'connections', 'config']],
  ['refusing', ['overview', 'health', 'routes', 'settings']],
  ['wordy', ['overview', 'health', 'spread', 'lab', 'settings']],
  ['many', ['overview', 'spread']],
  ['looking', ['config', 'lab']],
];

describe.skipIf(noBrowser !== undefined)(`other days${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let browser: Browser;
  const servers = new Map<string, StandIn>();
  beforeAll(async () => {
    browser = await shared();
    for (const [name, scene] of Object.entries(scenes)) servers.set(name, await standIn(scene()));
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers.values()) await server.close();
  });
  afterEach(() => closePages(browser));

  /** What the browser itself says of answers that the scene gives. */
  const isAnswer = (complaint: string): boolean => /status of (?:403|404|503)/.test(complaint);

  it.each(looked.flatMap(([scene, names]) => names.map(name => [scene, name] as const)))(
    '%s: %s',
    async (scene, name) => {
      const url = `${servers.get(scene)?.url}${paths[name]}`;
      const { page, complaints } = await open(browser, url, 'phone', 'light', { locale: 'id' });
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[role="status"], [aria-busy="true"]'));
      await stands(page);
      await picture(page, `${scene}-${name}-phone-indonesian`);
      const wrong = [...(await wider(page)), ...(await cut(page)), ...(await wrongOf(page))];
      expect([...wrong, ...complaints.filter(one => !isAnswer(one))]).toEqual([]);
    },
  );

  it.each(['overview', 'health', 'routes', 'config', 'lab'])(
    'nothing can be asked: %s says so with what to do, and calls nothing empty',
    async name => {
      const { page } = await open(browser, `${servers.get('refusing')?.url}${paths[name]}`);
      await page.getByText('See whether it runs.').first().waitFor();
      expect(await page.getByText(/^Nothing has happened|^nothing recorded|^No /).allInnerTexts()).toEqual(
        [],
      );
    },
  );

  it('who may only look → no button that changes anything', async () => {
    for (const name of ['overview', 'config', 'lab', 'settings']) {
      const { page } = await open(browser, `${servers.get('looking')?.url}${paths[name]}`);
      await page.locator('h1').first().waitFor();
      await stands(page);
      const changing = /Take down|^Apply|Pull the cable|Repair|^Run|^Break it|Create|Revoke/;
      expect([name, await page.getByRole('button', { name: changing }).count()]).toEqual([name, 0]);
    }
  });
});
