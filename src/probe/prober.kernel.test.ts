import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ipv4 } from '../net/index.ts';
import type { GatewayCheck } from '../rib/index.ts';
import { allowPing, createNamespace, deleteNamespace, type Namespace, run } from '../sys/index.ts';
import {
  arpLink,
  type Checks,
  echoLink,
  type ProbeReport,
  runChecks,
  startProber,
  type Verdict,
} from './index.ts';

const [routerName, ispName] = [`probe-r-${process.pid}`, `probe-i-${process.pid}`];
let router: Namespace;
let isp: Namespace;
let checks: Checks | undefined;
const mark = 0x4000_0000;

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
  checks?.close();
  for (const ns of [router, isp]) ns?.close();
  for (const name of [routerName, ispName]) deleteNamespace(name);
});

const check = (method: 'ping' | 'arp', address: Ipv4): GatewayCheck => ({
  key: `${method} ${address}`,
  address,
  method,
  interface: 'ether1',
  ...{ interval: 100, timeout: 80, count: 2 },
});

/** Watches until `enough` says so about the verdicts and the keys that answered. */
function watch(
  wanted: readonly GatewayCheck[],
  enough: (verdicts: readonly Verdict[], answered: ReadonlySet<string>) => boolean,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly answered: ReadonlySet<string> }> {
  const verdicts: Verdict[] = [];
  const answered = new Set<string>();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (enough(verdicts, answered)) resolve({ verdicts, answered });
    };
    checks?.close();
    checks = runChecks(
      ({ method, interface: device }) =>
        method === 'arp' ? arpLink({ ns: router, device, mark }) : echoLink({ ns: router, device, mark }),
      {
        onVerdict: verdict => {
          verdicts.push(verdict);
          look();
        },
        onReply: ({ key }) => {
          answered.add(key);
          look();
        },
        onSendError: (_, error) => reject(error),
      },
    );
    checks.set(wanted);
  });
}

it('checks: some gateways answer ping and ARP, some do not → verdicts for the silent ones', async () => {
  const good = [check('ping', '10.10.10.1'), check('arp', '10.10.10.1')];
  const bad = [check('ping', '10.10.10.9'), check('arp', '10.10.10.9')];
  const { verdicts, answered } = await watch(
    [...good, ...bad],
    (found, heard) => found.length >= 2 && heard.size >= 2,
  );
  expect([...answered].sort()).toEqual(good.map(({ key }) => key).sort());
  expect(verdicts.map(({ check: { key } }) => key).sort()).toEqual(bad.map(({ key }) => key).sort());
});

it('checks: a gateway falls silent and answers again, its link up → two verdicts', async () => {
  const mute = (yes: boolean) =>
    run(['nft', '-f', '-'], {
      ns: isp,
      input: yes
        ? 'table netdev m { chain c { type filter hook ingress device cpe priority 0; ip protocol icmp drop; }; }'
        : 'delete table netdev m',
    });
  let phase: 'fine' | 'silent' | 'mended' = 'fine';
  const { verdicts } = await watch([check('ping', '10.10.10.1')], (found, heard) => {
    if (phase === 'fine' && heard.size > 0) {
      phase = 'silent';
      mute(true);
    } else if (phase === 'silent' && found.length === 1) {
      phase = 'mended';
      mute(false);
    }
    return found.length >= 2;
  });
  expect(verdicts.map(({ reachable }) => reachable)).toEqual([false, true]);
});

it('prober: a silent gateway → its thread reports it, with the time of the verdict', async () => {
  const silent = check('ping', '10.10.10.9');
  const report = await new Promise<ProbeReport>(resolve => {
    const prober = startProber({
      ns: router,
      mark,
      onReport(one) {
        void prober.close().then(() => resolve(one));
      },
    });
    prober.set({ checks: [silent], hosts: [], lines: [] });
  });
  expect(report).toMatchObject({ kind: 'verdict', verdict: { check: silent, reachable: false } });
});

it('prober: the interface does not exist → its thread reports the refusal', async () => {
  const report = await new Promise<ProbeReport>(resolve => {
    const prober = startProber({
      ns: router,
      mark,
      onReport(one) {
        void prober.close().then(() => resolve(one));
      },
    });
    prober.set({ checks: [{ ...check('ping', '10.10.10.1'), interface: 'nowhere' }], hosts: [], lines: [] });
  });
  expect(report).toMatchObject({ kind: 'send-error', error: { what: 'bind a socket to nowhere: ENODEV' } });
});
