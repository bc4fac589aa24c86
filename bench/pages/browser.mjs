// Chromium with the pages, each time with nothing of them kept from before.
import { chromium } from 'playwright-core';
import { sleep } from '../../dist/sys/index.js';
import { chromiumLooks, percents } from './cpu.mjs';

const executablePath = '/usr/bin/chromium';
const viewport = { width: 1280, height: 860 };

/** In the page: every long task, and when what a user came for was first drawn. */
function watching(selector) {
  window.busy = [];
  new PerformanceObserver(list =>
    window.busy.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
  ).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector(selector)) requestAnimationFrame(() => (window.usefulMs = performance.now()));
    else requestAnimationFrame(look);
  };
  look();
}

const useful = { '/': 'main article[data-state]', '/connections': 'main tr[data-row]' };

export async function startBrowser(web) {
  const args = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const running = await chromium.launchServer({ executablePath, args });
  const browser = await chromium.connect(running.wsEndpoint());
  const looks = chromiumLooks(running.process().pid);
  const signing = await browser.newContext();
  const page = await signing.newPage();
  await page.goto(web.base);
  await page.locator('input[type=password]').fill(web.password);
  await page.keyboard.press('Enter');
  await page.locator(useful['/']).first().waitFor();
  const storageState = await signing.storageState();
  await signing.close();

  /** A page that is signed in, in a browser that has seen nothing of it. */
  async function open(path, work) {
    const context = await browser.newContext({ viewport, storageState });
    try {
      const shown = await context.newPage();
      await shown.addInitScript(watching, useful[path]);
      await shown.goto(web.base + path);
      await shown.waitForFunction(() => window.usefulMs !== undefined, undefined, { timeout: 120_000 });
      return await work(shown);
    } finally {
      await context.close();
    }
  }

  return {
    /** How soon there is what one came for, and what had come over the wire until then. */
    async paint(path) {
      const beforeMs = looks.all();
      const painted = await open(path, page =>
        page.evaluate(() => {
          const all = performance.getEntriesByType('resource').filter(one => !one.name.includes('/api/'));
          const [navigation] = performance.getEntriesByType('navigation');
          return {
            usefulMs: Math.round(window.usefulMs),
            firstPaintMs: Math.round(
              performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
            ),
            kilobytes: Math.round(
              [...all, navigation].reduce((sum, one) => sum + (one?.transferSize ?? 0), 0) / 1000,
            ),
            longestTaskMs: Math.round(Math.max(0, ...window.busy.map(one => one.duration))),
          };
        }),
      );
      // With opening and closing the window, which nobody waits for.
      return { ...painted, cpuMs: looks.all() - beforeMs };
    },
    /** What it takes while it is looked at. `work`: what is done with it meanwhile. */
    watch: (path, more, work) =>
      open(path, async page => {
        await sleep(5000);
        await page.evaluate(() => window.busy.splice(0));
        const { found, percent } = await percents({ ...looks, ...more }, () => work(page));
        const busy = await page.evaluate(() => window.busy.map(one => one.duration));
        const tasks = { longTasks: busy.length, longestTaskMs: Math.round(Math.max(0, ...busy)) };
        return { ...tasks, percent, ...found };
      }),
    async close() {
      await browser.close();
      await running.close();
    },
  };
}

/** Scrolls to the end of what is there, again and again; how many rows it had then. */
export async function scrollOn(page, seconds) {
  const rows = () => page.evaluate(() => Number(document.querySelector('table')?.ariaRowCount ?? 0) - 1);
  for (let i = 0; i < seconds * 4; i++) {
    await page.evaluate(() => {
      const box = document.querySelector('table')?.parentElement;
      box?.scrollTo(0, box.scrollHeight);
    });
    await sleep(250);
  }
  return { rows: await rows() };
}
