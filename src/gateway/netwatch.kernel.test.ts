import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

// Two lines whose routes netwatch switches: each host is pinned to its line, as it has to be.
const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.254/24 interface=ether1
/ip address add address=20.20.20.254/24 interface=ether2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=A distance=1 dst-address=0.0.0.0/0 gateway=10.10.10.1
add comment=B distance=2 dst-address=0.0.0.0/0 gateway=20.20.20.1
add dst-address=8.8.4.4/32 gateway=10.10.10.1
add dst-address=9.9.9.9/32 gateway=20.20.20.1
/tool netwatch
add host=8.8.4.4 interval=300ms timeout=200ms start-delay=1s down-script="/ip route disable [find comment=A]; /ip firewall connection remove [find]" up-script="/ip route enable [find comment=A]"
add host=9.9.9.9 type=icmp interval=300ms timeout=100ms packet-count=3 packet-interval=20ms start-delay=1s down-script="/ip route set [find comment=B] distance=\\$x"
add host=1.1.1.7 type=tcp-conn port=9 interval=1s timeout=200ms src-address=172.31.0.1 down-script=":put never"
/system scheduler
add name=once start-time=startup on-event="/ip route set [find comment=B] comment=second"
add name=often interval=1s on-event="/ip route add dst-address=1.2.3.0/24 gateway=20.20.20.1; /system scheduler disable often"
`;

let bench: GatewayBench;
let gateway: Gateway;
const events: GatewayEvent[] = [];
const listeners = new Set<() => void>();

beforeAll(async () => {
  bench = await gatewayBench();
});

afterAll(async () => {
  try {
    await gateway?.stop();
  } finally {
    await bench?.down();
  }
});

function until(after: number, fits: (event: GatewayEvent) => boolean): Promise<GatewayEvent> {
  return new Promise(resolve => {
    const look = (): void => {
      const found = events.slice(after).find(fits);
      if (!found) return;
      listeners.delete(look);
      resolve(found);
    };
    listeners.add(look);
    look();
  });
}

const way = (): string | undefined =>
  gateway
    .routes()
    .fib.find(({ destination, table }) => destination === '0.0.0.0/0' && table === 'main')
    ?.nextHops.map(hop => hop.interface)
    .join();

const script = (property: string, outcome: string) => (event: GatewayEvent) =>
  event.type === 'script' && event.property === property && event.outcome === outcome;

it('starts with what its scheduler does at startup, and hears of its hosts', async () => {
  const started = await startGateway({
    file: bench.config(text),
    stateDir: bench.stateDir,
    ns: bench.router,
    skipUnsupported: ['scripts'],
    onEvent(event) {
      events.push(event);
      for (const look of [...listeners]) look();
    },
  });
  if (typeof started === 'string') throw new Error(JSON.stringify(events));
  gateway = started;
  await until(0, event => event.type === 'host' && event.host === '8.8.4.4' && event.status === 'up');
  expect(gateway.status().hosts).toContainEqual({ host: '8.8.4.4', status: 'up' });
  expect(way()).toBe('ether1');
  expect(gateway.routes().rib.routes.map(({ comment }) => comment)).toContain('second');
});

it('the upstream of a live link is cut → the down-script moves the traffic, the up-script moves it back', async () => {
  const before = events.length;
  bench.mute(0, true);
  await until(before, script('down-script', 'changed'));
  await gateway.settled();
  expect(way()).toBe('ether2');
  const cut = events.length;
  bench.mute(0, false);
  await until(cut, script('up-script', 'changed'));
  await gateway.settled();
  expect(way()).toBe('ether1');
  const scripts = events.flatMap(event => (event.type === 'decision' ? event.scripts : []));
  expect(scripts).toContainEqual(
    expect.stringMatching(/^down-script of .*gateway\.rsc:15 has run, connections are removed$/),
  );
});

it('a script that is not certain → not carried out, and a condition with its line', async () => {
  const before = events.length;
  bench.mute(1, true);
  await until(before, script('down-script', 'uncertain'));
  await gateway.settled();
  expect(gateway.status().conditions).toMatchObject([
    { code: 'gateway/script-uncertain', facts: { line: 16 } },
  ]);
  expect(way()).toBe('ether1');
  bench.mute(1, false);
});

it('the scheduler → its script has run once an interval is over', async () => {
  await until(0, script('on-event', 'changed'));
  await gateway.settled();
  expect(gateway.routes().fib.map(({ destination }) => destination)).toContain('1.2.3.0/24');
});
