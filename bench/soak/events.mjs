// Everything that happens in a soak, by name. `hits`: whose packets may be lost: of the `line` it is about, of `none`, or of
// `all` for a moment. `act` makes it happen and resolves when it is over.
import { packagePath, run, runAsync, sleep } from '../../dist/sys/index.js';
import { leaseClient } from './processes.mjs';

/** A fault of the lab, for a while. */
const labFault = (kind, lastsMs, options) => ({
  hits: 'line',
  async act({ lab, random, line }) {
    const fault = await lab.fault(kind, lab.isps[line].name, options);
    await sleep(lastsMs * (0.5 + random()));
    await fault.repair();
  },
});

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Rules of our table by chain, as `nft -a` numbers them. */
function rulesOf(ns) {
  let chain = '';
  return run(['nft', '-a', 'list', 'table', 'inet', 'jalur'], { ns })
    .stdout.split('\n')
    .flatMap(line => {
      chain = /^\s*chain (\S+)/.exec(line)?.[1] ?? chain;
      const handle = /# handle (\d+)$/.exec(line)?.[1];
      return handle && !/^\s*(chain|table|set|map|counter|type)/.test(line) ? [{ chain, handle }] : [];
    });
}

const deletions = {
  'nft rule': ({ ns, random }) => {
    const { chain, handle } = pick(random, rulesOf(ns));
    run(['nft', 'delete', 'rule', 'inet', 'jalur', chain, 'handle', handle], { ns });
  },
  'routing rule': ({ ns, random }) => {
    const rules = run(['ip', 'rule'], { ns })
      .stdout.split('\n')
      .filter(line => /^2[67]\d{3}:/.test(line));
    const [priority] = pick(random, rules).split(':');
    run(['ip', 'rule', 'del', 'pref', priority], { ns });
  },
  route: ({ ns, random }) => {
    const routes = run(['ip', 'route', 'show', 'table', 'all', 'proto', '27'], { ns })
      .stdout.split('\n')
      .filter(line => line.startsWith('default') && !line.includes('\t'));
    run(['ip', 'route', 'del', ...pick(random, routes).trim().split(/\s+/)], { ns });
  },
};

const jalur = (...args) => [process.execPath, packagePath('bin/jalur'), ...args];

/** Does this jalur have the command? */
export const hasCommand = name =>
  run(jalur(name, '--help'), { allowFailure: true }).stdout.includes(`jalur ${name}`);

const stopsDhcp = port =>
  `table netdev nolease { chain in { type filter hook ingress device "${port}" priority -400; udp dport 67 drop; }; }`;

export const events = {
  unplug: labFault('unplug', 2000),
  blackhole: labFault('blackhole', 2500),
  'gateway-dead': labFault('gateway-dead', 2500),
  lossy: labFault('lossy', 3000, { loss: 15 }),
  slow: labFault('slow', 3000, { delay: 200, jitter: 40 }),
  flap: labFault('flap', 3000, { downMs: 250, upMs: 400, times: 4 }),
  'gateway-change': labFault('gateway-change', 2500),
  'lease-lost': {
    hits: 'line',
    async act({ site, line }) {
      const pid = leaseClient(site.router, site.lines[line].name);
      if (pid === undefined) throw new Error('there is no DHCP client');
      process.kill(pid, 'SIGUSR2');
      await sleep(1500);
      process.kill(pid, 'SIGUSR1');
    },
  },
  /** Two minutes: the shortest lease there is. */
  'lease-expiry': {
    hits: 'line',
    isLong: true,
    async act({ lab, gateway, site, line, nowMs }) {
      const { ns, ports } = lab.isps[line];
      const sinceMs = nowMs();
      run(['nft', '-f', '-'], { ns, input: stopsDhcp(ports.lan) });
      const { name } = site.lines[line];
      const isLost = event =>
        event.type === 'lease' && event.interface === name && !event.lease && event.atMs > sinceMs;
      const lost = await gateway.until(isLost, 140_000);
      run(['nft', 'delete', 'table', 'netdev', 'nolease'], { ns });
      if (!lost) throw new Error('the lease was not lost within 140 s');
    },
  },
  'nft-flush': {
    hits: 'all',
    async act({ ns }) {
      run(['nft', 'flush', 'ruleset'], { ns });
    },
  },
  'rule-deletion': {
    hits: 'all',
    async act({ ns, random, note }) {
      const what = pick(random, Object.keys(deletions));
      note(what);
      deletions[what]({ ns, random });
    },
  },
  'kill-9': {
    hits: 'none',
    async act({ gateway, random }) {
      await gateway.kill();
      await sleep(800 * random());
      await gateway.start();
    },
  },
  'two-starts': {
    hits: 'none',
    async act({ gateway, random, note }) {
      const isAfterDeath = random() < 0.5;
      note(isAfterDeath ? 'both at once' : 'beside a running one');
      if (isAfterDeath) {
        await gateway.kill();
        await Promise.all([gateway.start(), sleep(5 * random()).then(() => gateway.second())]);
      } else await gateway.second();
    },
  },
  reload: {
    hits: 'none',
    needs: 'reload',
    async act({ gateway }) {
      await runAsync(jalur('reload', '--state', gateway.stateDir));
    },
  },
};
