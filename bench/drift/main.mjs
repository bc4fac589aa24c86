// How long it takes until what somebody else took away is back: from the change until the kernel holds it again, and
// whether the gateway said so. As root:
//   node tools/setup.mjs && node bench/drift/main.mjs [--wans 2] [--times 10] [--json FILE]
// ms; the goal is a second at most (`share`: the slowest as a share of it). `steps`: of the slowest, how long the gateway waited until
// it read the kernel, decided, and changed it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openNetlinkPort } from '../../dist/kernel/index.js';
import { monotonicMs, run, sleep } from '../../dist/sys/index.js';
import { startJalur } from '../gateways/jalur.mjs';
import { manyWans } from '../scale/site.mjs';

const { values } = parseArgs({
  options: {
    wans: { type: 'string', default: '2' },
    times: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});

const goalMs = 1000;
const site = manyWans(Number(values.wans));
const port = openNetlinkPort(site.router);
const inRouter = (...argv) => run(argv, { ns: site.router });
const ofRoutes = () => port.routes().length;
const ofRules = () => port.rules().length;
const ofAddresses = () => port.addresses().length;

/** `count`: what is there; it is back when there is as much as before. */
const faults = [
  {
    name: 'nft flush ruleset',
    count: () => Number(port.hasTable('jalur')),
    fault: () => inRouter('nft', 'flush', 'ruleset'),
  },
  {
    name: 'nft delete chain',
    count: () => inRouter('nft', '-t', 'list', 'table', 'inet', 'jalur').stdout.split('\n').length,
    fault: () => inRouter('nft', 'flush', 'chain', 'inet', 'jalur', 'filter_input'),
  },
  {
    name: 'a routing rule',
    count: ofRules,
    fault: () => inRouter('ip', 'rule', 'del', 'priority', '27001'),
  },
  {
    name: 'a route',
    count: ofRoutes,
    fault: () => inRouter('ip', 'route', 'del', 'default', 'table', '27001'),
  },
  {
    name: 'an address',
    count: ofAddresses,
    fault: () => inRouter('ip', 'addr', 'del', `${site.network(1)}.2/24`, 'dev', 'wan1'),
  },
  {
    name: 'a setting',
    count: () => Number(inRouter('sysctl', '-n', 'net.ipv4.ip_forward').stdout),
    fault: () => inRouter('sysctl', '-qw', 'net.ipv4.ip_forward=0'),
  },
];

const quantile = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))];

async function series(gateway, { name, count, fault }) {
  const took = [];
  const steps = [];
  let said = 0;
  for (let i = 0; i < Number(values.times); i++) {
    const before = count();
    const sinceMs = monotonicMs();
    fault();
    const doneMs = monotonicMs();
    // Each look is a process where nft says it, and costs what it measures.
    while (count() < before && monotonicMs() - doneMs < 10_000) await sleep(10);
    took.push(count() < before ? Number.POSITIVE_INFINITY : monotonicMs() - doneMs);
    await sleep(700);
    const decided = gateway.events.filter(one => one.type === 'decision' && one.atMs >= sinceMs);
    const changed = decided.filter(({ changes }) => changes.length > 0);
    if (changed.length > 0) said += 1;
    steps.push(changed.map(one => one.steps));
  }
  const slowest = steps[took.indexOf(Math.max(...took))] ?? [];
  took.sort((a, b) => a - b);
  const figures = { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
  return {
    fault: name,
    n: took.length,
    p50: Number(figures.p50.toFixed(1)),
    p99: Number(figures.p99.toFixed(1)),
    share: Number((figures.p99 / goalMs).toFixed(2)),
    decided: said,
    steps: slowest.map(one => Object.values(one).map(Math.round).join('+')).join(', '),
  };
}

const rows = [];
try {
  const gateway = await startJalur(site, { file: site.file });
  await sleep(3000);
  for (const fault of faults) rows.push(await series(gateway, fault));
  await gateway.stop();
} finally {
  port.close();
  site.down();
}
console.table(rows);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
