import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GatewayCheck } from '../rib/index.ts';
import { allowPing, createNamespace, deleteNamespace, type Namespace, run } from '../sys/index.ts';
import { type Prober, startProber, type Verdict } from './index.ts';

const [routerName, ispName] = [`probe-r-${process.pid}`, `probe-i-${process.pid}`];
let router: Namespace;
let isp: Namespace;
let prober: Prober | undefined;

const ip = (ns: Namespace, ...args: string[]) => run(['ip', ...args], { ns });

beforeAll(() => {
  router = createNamespace(routerName);
  isp = createNamespace(ispName);
  ip(router, 'link', 'add', 'ether1', 'type', 'veth', 'peer', 'name', 'cpe', 'netns', ispName);
  ip(router, 'addr', 'add', '10.10.10.254/24', 'dev', 'ether1');
  ip(isp, 'addr', 'add', '10.10.10.1/24', 'dev', 'cpe');
  ip(router, 'link', 'set', 'dev', 'ether1', 'up');
  ip(isp, 'link', 'set', 'dev', 'cpe', 'up');
  allowPing(router);
});

afterAll(() => {
  prober?.close();
  for (const ns of [router, isp]) ns?.close();
  for (const name of [routerName, ispName]) deleteNamespace(name);
});

const check = (method: 'ping' | 'arp', address: string): GatewayCheck => ({
  key: `${method} ${address}`,
  address,
  method,
  interface: 'ether1',
  ...{ interval: 100, timeout: 80, count: 2 },
});

/** Watches until `enough` says so about the verdicts and the keys that answered. */
function watch(
  checks: readonly GatewayCheck[],
  enough: (verdicts: readonly Verdict[], answered: ReadonlySet<string>) => boolean,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly answered: ReadonlySet<string> }> {
  const verdicts: Verdict[] = [];
  const answered = new Set<string>();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (enough(verdicts, answered)) resolve({ verdicts, answered });
    };
    prober?.close();
    prober = startProber({
      ns: router,
      mark: 0x4000_0000,
      onVerdict: verdict => {
        verdicts.push(verdict);
        look();
      },
      onReply: ({ key }) => {
        answered.add(key);
        look();
      },
      onTrouble: (_, error) => reject(error),
    });
    prober.set(checks);
  });
}

it('hears who answers, by ping and by ARP, and who does not', async () => {
  const good = [check('ping', '10.10.10.1'), check('arp', '10.10.10.1')];
  const bad = [check('ping', '10.10.10.9'), check('arp', '10.10.10.9')];
  const { verdicts, answered } = await watch(
    [...good, ...bad],
    (told, heard) => told.length >= 2 && heard.size >= 2,
  );
  expect([...answered].sort()).toEqual(good.map(({ key }) => key).sort());
  expect(verdicts.map(({ check: { key } }) => key).sort()).toEqual(bad.map(({ key }) => key).sort());
  expect(prober?.unreachable().toSorted()).toEqual(bad.map(({ key }) => key).sort());
});

it('sees a gateway fall silent and come back while the link stays up', async () => {
  const mute = (yes: boolean) =>
    run(['nft', '-f', '-'], {
      ns: isp,
      input: yes
        ? 'table netdev m { chain c { type filter hook ingress device cpe priority 0; ip protocol icmp drop; }; }'
        : 'delete table netdev m',
    });
  let phase: 'fine' | 'silent' | 'mended' = 'fine';
  const { verdicts } = await watch([check('ping', '10.10.10.1')], (told, heard) => {
    if (phase === 'fine' && heard.size > 0) {
      phase = 'silent';
      mute(true);
    } else if (phase === 'silent' && told.length === 1) {
      phase = 'mended';
      mute(false);
    }
    return told.length >= 2;
  });
  expect(verdicts.map(({ reachable }) => reachable)).toEqual([false, true]);
});

it('forgets what it is no longer told to watch', () => {
  prober?.set([]);
  expect(prober?.unreachable()).toEqual([]);
});
