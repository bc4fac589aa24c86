import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { commandLineOf, processesIn, run } from '../sys/index.ts';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type DhcpAnswers, good, hour, mask24, routers, withOptions } from './testing/dhcp-answers.ts';

/** Far apart, so that each is an element of its own. */
const listed = Array.from(
  { length: 20_000 },
  (_, i) => `add address=172.${16 + (i >> 14)}.${(i >> 6) & 255}.${(i & 63) * 4} list=blocked`,
);

/** Two DHCP WANs, of which the text watches both, and a list of 20 000. */
const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/routing table add fib name=to_ISP2
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1 add-default-route=no script=":if (\\$bound=1) do={ /ip route set [find comment=probe1] gateway=\\$\\"gateway-address\\" }"
/ip dhcp-client add interface=ether2 add-default-route=no script=":if (\\$bound=1) do={ /ip route set [find comment=probe2] gateway=\\$\\"gateway-address\\" }"
/ip firewall address-list
${listed.join('\n')}
/ip firewall filter
add action=accept chain=input protocol=icmp
add action=drop chain=forward src-address-list=blocked
/ip firewall mangle add action=mark-routing chain=prerouting in-interface=ether4 dst-address-type=!local new-routing-mark=to_ISP2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=probe1 dst-address=8.8.4.4/32 gateway=10.10.10.250 scope=10
add comment=probe2 dst-address=9.9.9.9/32 gateway=20.20.20.250 scope=10
add check-gateway=ping dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping dst-address=0.0.0.0/0 gateway=9.9.9.9 routing-table=to_ISP2 target-scope=11
`;

let bench: GatewayBench;
let answers: DhcpAnswers;
let gateway: Gateway;
const changes: string[] = [];

const onEvent = (event: GatewayEvent): void => {
  if (event.type === 'decision') changes.push(...event.changes);
};

beforeAll(async () => {
  bench = await gatewayBench();
  answers = await bench.answers(0);
  run(['ip', 'addr', 'add', '172.31.7.1/24', 'dev', 'cpe'], { ns: bench.isps[0] });
  const place = { file: bench.config(text), stateDir: bench.stateDir, ns: bench.router };
  const started = await startGateway({ ...place, seed: 1, pace: 'jalur', onEvent });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
  await vi.waitFor(() => expect(gateway.status().world.leases).toHaveProperty('ether2'), { timeout: 10_000 });
  await gateway.settled();
});

afterAll(async () => {
  try {
    await gateway?.stop();
  } finally {
    await bench?.down();
  }
});

const nft = (...words: string[]): string => run(['nft', ...words], { ns: bench.router }).stdout;

/** Every chain, rule, set and counter by its handle, which is another one when it is made anew. */
const handles = (): string => nft('-a', '-s', '-t', 'list', 'table', 'inet', 'jalur');
const near = (): string => nft('list', 'set', 'inet', 'jalur', 'line_near');

/** Pings that the router has let in, as its first rule has counted. */
const pinged = (): number =>
  Number(/icmp counter packets (\d+)/.exec(nft('list', 'chain', 'inet', 'jalur', 'filter_input'))?.[1]);

const ping = (): void => {
  run(['ping', '-c', '3', '-i', '0.01', '-W', '1', '20.20.20.254'], { ns: bench.isps[1] });
};

/** The lease of ether1 leads by this gateway, in all that is asked of it. */
async function leased(via: string): Promise<void> {
  await vi.waitFor(() => expect(bench.ip('route', 'show', 'table', 'main')).toContain(`8.8.4.4 via ${via}`), {
    timeout: 10_000,
  });
  await gateway.settled();
}

it.each([
  ['the first lease of a WAN', good, '10.10.10.1', '10.10.10.0/24'],
  [
    'a lease of another network with another gateway',
    { ...withOptions({ 1: mask24, 3: routers('172.31.7.1'), 51: hour }), address: '172.31.7.9' as const },
    '172.31.7.1',
    '172.31.7.0/24',
  ],
])(
  '%s → elements of sets alone change: rules keep their counts, 20 000 entries stay',
  async (_, next, via, network) => {
    ping();
    const [before, count, generation] = [handles(), pinged(), changes.length];
    expect(count).toBeGreaterThanOrEqual(3);
    answers.say(next, true);
    bench.plug(0, false);
    await vi.waitFor(() => expect(gateway.status().world.interfaces['ether1']?.running).toBe(false));
    bench.plug(0, true);
    await leased(via);
    expect(near()).toContain(network);
    expect(handles()).toBe(before);
    expect(pinged()).toBeGreaterThanOrEqual(count);
    expect(nft('list', 'set', 'inet', 'jalur', 'list_blocked').match(/\d+\.\d+\.\d+\.\d+/g)?.length).toBe(
      listed.length,
    );
    const since = changes.slice(generation);
    expect(since.filter(change => change.includes('nft table'))).toEqual([]);
    expect(since.filter(change => change.includes('line_near')).length).toBeGreaterThan(0);
  },
);

it('the lease is lost → its network goes out of the set, and nothing else', async () => {
  const before = handles();
  answers.say(undefined);
  run(['ip', 'link', 'set', 'cpe', 'down'], { ns: bench.isps[0] });
  const client = processesIn([bench.router]).find(pid => commandLineOf(pid).includes('ether1'));
  // It gives its lease back.
  process.kill(client ?? 0, 'SIGUSR2');
  await vi.waitFor(() => expect(near()).not.toContain('172.31.7'), { timeout: 10_000 });
  await gateway.settled();
  expect(handles()).toBe(before);
  expect(near()).toContain('20.20.20.0/24');
});
