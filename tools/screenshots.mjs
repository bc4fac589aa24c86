// Draws docs/screenshots/ from a lab that is kept up for it: node tools/screenshots.mjs (as root, after npm run build; needs
// Chromium). Everything on them is what a gateway on a bench really did.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { inPalette } from './png-palette.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'docs/screenshots');
const port = 18_444;
const most = 150_000;

const topology = `title: An office with two lines
config: office.rsc
router: { lan: ether4 }
clients: 6
internet: { servers: 320, hosts: [8.8.4.4, 208.67.220.220, 9.9.9.9, 1.0.0.1] }
isps:
  - { name: isp1, interface: ether1, rate: { download: 20M, upload: 5M }, delay: 6ms, jitter: 1ms }
  - { name: isp2, interface: ether2, rate: { download: 10M, upload: 2M }, delay: 14ms, jitter: 2ms, network: 20.20.20.0/24, gateway: 20.20.20.1, lease: [20.20.20.254] }
`;

const sizes = { desk: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } };
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Starts a command, and resolves with what it said when that fits. */
function jalur(args, wanted, { cwd, env, begun }) {
  const child = spawn(process.execPath, [join(root, 'bin/jalur'), ...args], { cwd, env });
  begun.push(child);
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', part => {
        said += part;
        const found = wanted.exec(said);
        if (found) resolve(found);
      });
    child.once('exit', code => reject(new Error(`jalur ${args.join(' ')} ended with ${code}: ${said}`)));
  });
}

async function stop(child) {
  if (child.exitCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}

async function save(page, name) {
  const path = join(out, `${name}.png`);
  writeFileSync(path, inPalette(await page.screenshot()));
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1000)} kB${size > most ? ': too large' : ''}`);
  if (size > most) process.exitCode = 1;
}

async function open(browser, url, size, colorScheme) {
  const context = await browser.newContext({
    ...{ viewport: sizes[size], colorScheme, locale: 'en', reducedMotion: 'reduce' },
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function draw(browser, url, login) {
  const desk = await open(browser, `${url}lab${login}`, 'desk', 'light');
  await desk.getByRole('heading', { name: 'Lab: office' }).waitFor();
  const isp2 = desk.getByRole('article', { name: 'isp2' });
  // Two minutes of lines, with an outage that is over.
  await wait(50_000);
  await isp2.getByRole('button', { name: 'Pull the cable' }).click();
  await wait(8000);
  await isp2.getByRole('button', { name: 'Plug it in' }).click();
  await wait(45_000);
  await desk.goto(url);
  await desk.getByRole('heading', { name: 'Topology' }).waitFor();
  await wait(15_000);
  await save(desk, 'overview');
  await lookAround(desk, url);

  await desk.goto(`${url}lab`);
  await isp2.getByRole('button', { name: 'Pull the cable' }).click();
  await isp2.getByText(/no link/).waitFor();
  await desk.getByRole('button', { name: 'Run: What happens' }).click();
  await desk.getByRole('progressbar').waitFor();
  await wait(14_000);
  await desk.evaluate(() => scrollTo(0, 0));
  await save(desk, 'lab');
  const dark = await open(browser, `${url}${login}`, 'desk', 'dark');
  const phone = await open(browser, `${url}${login}`, 'phone', 'light');
  for (const page of [dark, phone]) await page.getByText('1 of 2 WANs up').waitFor();
  await wait(15_000);
  await save(dark, 'overview-dark');
  await save(phone, 'overview-phone');
  await desk.getByRole('progressbar').waitFor({ state: 'detached', timeout: 180_000 });
  const result = desk.getByRole('region', { name: /^What happens/ });
  await result.waitFor();
  await result.evaluate(one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 64));
  await wait(1500);
  await save(desk, 'experiment');
  await isp2.getByRole('button', { name: 'Plug it in' }).click();
  await isp2.getByText('No fault').waitFor();
  await change(desk, url);
}

async function lookAround(page, url) {
  await page.goto(`${url}connections`);
  await page
    .getByText(/tracked/)
    .first()
    .waitFor();
  await wait(3000);
  await save(page, 'connections');

  await page.goto(`${url}explain`);
  await page.getByLabel('Comes in by').selectOption('ether4');
  await page.getByLabel('Source', { exact: true }).fill('192.168.0.10');
  await page.getByLabel('Destination').fill('203.0.113.80');
  await page.getByRole('button', { name: 'Follow the packet' }).click();
  await page.getByRole('figure').first().waitFor();
  await wait(1000);
  await save(page, 'explain');
}

async function change(page, url) {
  await page.goto(`${url}config`);
  await page.getByText('It is the configuration in force.').waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(
    '\n/ip firewall filter add action=drop chain=forward comment="guests: no mail" dst-port=25 protocol=tcp\n',
  );
  await page.getByText('It would be taken.').waitFor();
  await wait(1500);
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  const trial = page.getByRole('region', { name: 'On trial' });
  await trial.waitFor();
  await wait(2500);
  await save(page, 'config');
  await trial.getByRole('button', { name: 'Take back' }).click();
  await trial.waitFor({ state: 'detached' });
}

async function drawPlayground(browser) {
  const page = await open(
    browser,
    pathToFileURL(join(root, 'dist/playground/index.html')).href,
    'desk',
    'light',
  );
  await wait(6000);
  await save(page, 'playground');
}

const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const begun = [];
let browser;
try {
  mkdirSync(out, { recursive: true });
  const bench = join(folder, 'office');
  for (const one of ['run', 'office']) mkdirSync(join(folder, one));
  const text = readFileSync(join(root, 'examples/paper-fixed/paper-fixed.rsc'), 'utf8')
    .replace('name=paper-fixed', 'name=office')
    .replaceAll('512k : 256k', '20M : 10M')
    .replaceAll('canary', 'probe')
    .replaceAll('canaries', 'probes');
  writeFileSync(join(bench, 'office.rsc'), text);
  writeFileSync(join(bench, 'topology.yaml'), topology);
  const env = { ...process.env, XDG_RUNTIME_DIR: join(folder, 'run'), LANG: 'C' };
  const at = { cwd: folder, env, begun };
  await jalur(['lab', 'up', 'office', '--pace', 'jalur', '--traffic'], /stays until/, at);
  const serve = ['web', '--lab', 'office', '--port', `${port}`, '--folder', join(folder, 'web')];
  const [, password] = await jalur(serve, /password (\S+)[\s\S]*pages are at/, at);
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  await draw(browser, `http://127.0.0.1:${port}/`, `#login=${password}`);
  await drawPlayground(browser);
} finally {
  await browser?.close();
  for (const child of begun.toReversed()) await stop(child);
  rmSync(folder, { recursive: true, force: true });
}
