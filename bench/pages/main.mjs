// What the pages take: the gateway and the process of the pages while a page is open, Chromium, the first paint, and a list of very many
// connections that a kernel really tracks. As root:
//   npm run bench:pages [-- --seconds 20 --connections 100000 --no-browser --json FILE]
// Percents are CPU time by the time of the clock, of one core, and `cpuMs` is CPU time: they do not depend on what else the machine does.
// All other milliseconds are by the clock, and do: the load is printed with them.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, release } from 'node:os';
import { parseArgs } from 'node:util';
import { monotonicMs, run, sleep } from '../../dist/sys/index.js';
import { startJalur } from '../gateways/jalur.mjs';
import { cpuMs, memory } from '../scale/processes.mjs';
import { manyWans } from '../scale/site.mjs';
import { scrollOn, startBrowser } from './browser.mjs';
import { fillConnections, startTraffic } from './connections.mjs';
import { firstThreadMs, percents } from './cpu.mjs';
import { pulses } from './pulse.mjs';
import { startWeb } from './web.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '100000' },
    port: { type: 'string', default: '18991' },
    'no-browser': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const ms = Number(values.seconds) * 1000;
const round = number => Math.round(number * 100) / 100;
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const say = text => process.stderr.write(`${text}\n`);

const environment = () => ({
  date: new Date().toISOString(),
  commit: run(['git', 'rev-parse', '--short', 'HEAD'], { allowFailure: true }).stdout.trim(),
  kernel: release(),
  node: process.version,
  chromium: values['no-browser'] ? undefined : run(['/usr/bin/chromium', '--version']).stdout.trim(),
  processor: /^model name\s*: (.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1],
  cores: availableParallelism(),
});
const load = () => loadavg().map(round).join(' ');

const site = manyWans(2);
const ends = [() => site.down()];
const finish = async () => {
  for (const one of ends.splice(0).reverse()) await one();
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void finish().then(() => process.exit(1)));

const found = { environment: environment(), load: { begin: load() } };
try {
  const gateway = await startJalur(site, { file: site.file });
  ends.push(() => gateway.stop());
  const web = await startWeb(site, values.port);
  ends.push(() => web.stop());
  const traffic = startTraffic(site);
  ends.push(() => traffic.stop());
  const looks = {
    daemon: () => cpuMs(gateway.pid),
    daemonThread: () => firstThreadMs(gateway.pid),
    web: () => cpuMs(web.pid),
  };
  const state = { stateDir: `${site.folder}/state`, pid: gateway.pid };
  await sleep(5000);
  say('nobody looks, then somebody hears the stream');
  found.nobody = (await percents(looks, () => sleep(ms))).percent;
  for (const hz of [1, 10]) {
    const heard = await percents(looks, () => web.hearing(`?hz=${hz}`, () => sleep(ms)));
    found[`hearing${hz}Hz`] = {
      ratesPerSecond: round((heard.found * 1000) / heard.tookMs),
      ...heard.percent,
    };
  }
  const browser = values['no-browser'] ? undefined : await startBrowser(web);
  if (browser) {
    ends.push(() => browser.close());
    say('the overview in Chromium');
    found.overview = await paintsOf(browser, '/');
    found.overview.watched = await browser.watch('/', looks, async () => void (await sleep(ms)));
  }
  say(`${values.connections} connections`);
  found.connections = { tracked: await fillConnections(site, Number(values.connections)) };
  found.pulseIdle = (await pulses(state, () => sleep(ms / 2))).pulse;
  const listed = await pulses(state, () => listAll(web, looks));
  found.connections.api = { ...listed.found, pulse: listed.pulse };
  if (browser) {
    say('the list of connections in Chromium');
    Object.assign(found.connections, await paintsOf(browser, '/connections'));
    const shown = await pulses(state, () =>
      browser.watch('/connections', looks, async () => void (await sleep(ms))),
    );
    found.connections.watched = { ...shown.found, pulse: shown.pulse };
    const scrolled = await pulses(state, () =>
      browser.watch('/connections', looks, page => scrollOn(page, ms / 1000)),
    );
    found.connections.scrolled = { ...scrolled.found, pulse: scrolled.pulse };
  }
  found.megabytes = { daemon: round(memory(gateway.pid).all), web: round(memory(web.pid).all) };
  found.load.end = load();
} finally {
  await finish();
}
print(found);
if (values.json) writeFileSync(values.json, `${JSON.stringify(found, undefined, 2)}\n`);

async function paintsOf(browser, path) {
  const paints = [];
  for (let i = 0; i < 5; i++) paints.push({ ...(await browser.paint(path)), load: load() });
  return { usefulMs: median(paints.map(one => one.usefulMs)), paints };
}

/** Pages one after the other as the list asks for them, and the questions that need all connections; what each took of whom. */
async function listAll(web, looks) {
  const asked = {};
  let cursor;
  const pages = [];
  const questions = [
    ['page', () => `/connections?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, 20],
    ['byRate', () => '/connections?limit=500&sort=rate', 3],
    ['ofClient', () => '/connections?limit=500&client=192.168.0.50', 3],
    ['withText', () => '/connections?limit=500&q=203.0.113.7', 3],
    ['wans', () => '/wans', 10],
  ];
  for (const [name, path, times] of questions) {
    const took = [];
    const used = await percents(looks, async () => {
      for (let i = 0; i < times; i++) {
        const beganMs = monotonicMs();
        const answer = await web.ask(path());
        took.push(monotonicMs() - beganMs);
        if (name === 'page') ({ next: cursor } = answer);
      }
    });
    const cpuOf = percent => round((percent * used.tookMs) / 100 / times);
    const cpu = Object.fromEntries(Object.entries(used.percent).map(([who, part]) => [who, cpuOf(part)]));
    if (name === 'page') pages.push(...took);
    asked[name] = {
      medianMs: Math.round(median(took)),
      slowestMs: Math.round(Math.max(...took)),
      cpuMs: cpu,
    };
  }
  return { firstMs: Math.round(pages[0]), ...asked };
}

function print({ environment: where, load: loads, overview, connections, ...rest }) {
  const line = (name, value) => console.log(`${name.padEnd(28)}${JSON.stringify(value)}`);
  line('environment', where);
  line('load', loads);
  for (const [name, value] of Object.entries(rest)) line(name, value);
  for (const [name, part] of Object.entries({ overview, connections }))
    for (const [key, value] of Object.entries(part ?? {})) line(`${name} ${key}`, value);
}
