/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, shared } from './browser.ts';
import { closePages, open, picture } from './pages.ts';
import { office } from './stand-in/scene.ts';
import { type StandIn, standIn } from './stand-in/server.ts';

describe.skipIf(noBrowser !== undefined)(`tables${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let server: StandIn;
  beforeAll(async () => {
    [browser, server] = [await shared(), await standIn(office())];
    server.scene.connections = 100_000;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => closePages(browser));

  it('100 000 connections: few rows are drawn, more come as one scrolls, and the server finds', async () => {
    const { page, complaints } = await open(browser, `${server.url}/connections`);
    await page.locator('[data-row="0"]').waitFor();
    await page.getByText('100 000 of 262 144 tracked').waitFor();
    const drawn = (): Promise<number> => page.locator('[data-row]').count();
    expect(await drawn()).toBeLessThan(80);
    for (const row of [499, 999, 1499]) {
      await page.locator('[role="grid"]').evaluate(grid => grid.parentElement?.scrollTo(0, 1e9));
      await page.locator(`[data-row="${row}"]`).waitFor({ state: 'attached' });
    }
    expect(await drawn()).toBeLessThan(80);
    await page.getByRole('button', { name: 'Read now' }).waitFor();
    await page.getByRole('textbox', { name: 'Find' }).fill('192.168.88.33');
    await page.getByText(/^556 rows, /).waitFor();
    await page.getByLabel('WAN', { exact: true }).selectOption({ label: 'ISP2 (ether2)' });
    await page.getByText('No connection').or(page.locator('[data-row="0"]')).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('the filter stack: conditions leave the rows that satisfy all of them', async () => {
    const { page } = await open(browser, `${server.url}/routes`);
    await page.locator('[data-row="0"]').waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByLabel('How').selectOption('in');
    await page.getByLabel('Value').fill('192.168.0.0/16');
    await page.getByText('1 of 8 rows').waitFor();
    await picture(page, 'filter-stack-desk-light');
    await page.getByLabel('Value').fill('172.16.0.0/12');
    await page.getByText('No row matches').waitFor();
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await page.getByText('8 rows').waitFor();
  });

  it('columns: what is hidden and moved is so after the page is loaded anew', async () => {
    const { page } = await open(browser, `${server.url}/interfaces`);
    const heads = (): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
    await page.locator('[data-row="0"]').waitFor();
    expect((await heads()).slice(1, 3)).toEqual(['Name', 'Type']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Role', { exact: true }).uncheck();
    await page.getByRole('button', { name: 'Move Name to the right' }).click();
    await picture(page, 'columns-desk-light');
    await page.reload();
    await page.locator('[data-row="0"]').waitFor();
    expect((await heads()).slice(1, 3)).toEqual(['Type', 'Name']);
    expect(await heads()).not.toContain('Role');
  });

  it('sorting: by a click on a column, the largest first where it is a number', async () => {
    const { page } = await open(browser, `${server.url}/interfaces`);
    await page.locator('[data-row="0"]').waitFor();
    await page.getByRole('button', { name: 'Rx', exact: true }).click();
    await page.locator('[data-row="0"]', { hasText: 'bridge-lan' }).waitFor();
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('Rx');
  });
});
