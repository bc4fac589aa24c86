import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ipv4 } from '../net/index.ts';
import { run } from '../sys/index.ts';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import {
  answer,
  type DhcpAnswer,
  type DhcpAnswers,
  good,
  hour,
  mask24,
  routers,
  withOptions,
} from './testing/dhcp-answers.ts';
import { addressesOf, isPinged, mtuOf, routesBy } from './testing/line-reading.ts';

/** Two DHCP WANs and a LAN. The server of ether1 answers as it likes, that of ether2 is a good one. */
const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1 disabled=no
/ip dhcp-client add interface=ether2 disabled=no default-route-distance=2
/ip route add dst-address=198.18.0.0/15 gateway=10.10.10.1
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
`;

let bench: GatewayBench;
let answers: DhcpAnswers;
let gateway: Gateway;
let asFound: string;
let look: () => void = () => {};
const problems: string[] = [];

const onEvent = (event: GatewayEvent): void => {
  if (event.type === 'problem') problems.push(event.condition.code);
  look();
};

const start = async (): Promise<Gateway> => {
  const place = { file: bench.config(text), stateDir: bench.stateDir, ns: bench.router };
  const started = await startGateway({ ...place, seed: 1, pace: 'jalur', onEvent });
  if (typeof started === 'string') throw new Error(started);
  return started;
};

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
  answers = await bench.answers(0);
  const extra = ['203.0.113.77/32', '198.51.100.1/32'];
  for (const one of extra) run(['ip', 'addr', 'add', one, 'dev', 'cpe'], { ns: bench.isps[0] });
  answers.say(good);
  gateway = await start();
  await until(() => isGood() && gateway.status().world.leases['ether2'] !== undefined);
});

afterAll(async () => {
  try {
    await gateway?.stop();
  } finally {
    await bench?.down();
  }
});

/** Resolves when it is so, looked at whenever the gateway says something. */
function until(holds: () => boolean): Promise<void> {
  return new Promise(resolve => {
    look = () => {
      if (!holds()) return;
      look = () => {};
      resolve();
    };
    look();
  });
}

const isRunning = (): boolean => gateway.status().world.interfaces['ether1']?.running === true;

/** Resolves when the client has asked so many times. */
async function asks(times: number): Promise<void> {
  while (answers.asked.length < times) await new Promise(resolve => setTimeout(resolve, 50));
}

/** The cable leads to a server that answers so. `anew`: what was leased before is lost. */
async function replug(next: DhcpAnswer, anew: boolean, holds: () => boolean): Promise<void> {
  answers.say(next, anew);
  bench.plug(0, false);
  await until(() => !isRunning());
  const asked = answers.asked.length;
  bench.plug(0, true);
  // Where the link ran already nothing else says that the new answer came.
  await asks(asked + 1);
  await until(holds);
  await gateway.settled();
}

const open = (about: string): string[] =>
  gateway
    .status()
    .conditions.filter(one => one.about.startsWith(about))
    .map(({ code, what }) => `${code}: ${what}`);
const refusal = (): string | undefined => open('ether1').find(one => one.startsWith('gateway/lease-refused'));
const addresses = (): string[] => addressesOf(bench, 'ether1');
const routes = (): string[] => routesBy(bench, 'ether1').filter(line => !line.startsWith('198.18.'));
const mtu = (): number => mtuOf(bench, 'ether1');
const answersPing = (host: Ipv4, by: string): boolean => isPinged(bench, host, by);
const isLeased = (address: string) => () =>
  gateway.status().world.leases['ether1']?.address.address === address &&
  addresses().some(one => one.startsWith(`${address}/`));

const isGood = (): boolean =>
  refusal() === undefined && isLeased('10.10.10.254')() && JSON.stringify(routes()) === JSON.stringify(main);

const main = ['default via 10.10.10.1'];
const offLink = (host: Ipv4): string[] => [`default via ${host} onlink`, `${host} scope link`];

describe('used where it works', () => {
  it.each<[string, DhcpAnswer, string, readonly string[]]>([
    [
      'several gateways',
      withOptions({ 1: mask24, 3: routers('10.10.10.1', '10.10.10.2', '10.10.10.3'), 51: hour }),
      '10.10.10.254/24',
      main,
    ],
    [
      'as many gateways as one option holds',
      withOptions({
        ...{ 1: mask24, 51: hour },
        3: routers(...Array.from({ length: 63 }, (_, i): Ipv4 => `10.10.10.${i + 1}`)),
      }),
      '10.10.10.254/24',
      main,
    ],
    [
      'one address, its gateway outside (/32)',
      withOptions({ 1: 'ffffffff', 3: routers('10.10.10.1'), 51: hour }),
      '10.10.10.254/32',
      offLink('10.10.10.1'),
    ],
    [
      'no mask',
      withOptions({ 3: routers('10.10.10.1'), 51: hour }),
      '10.10.10.254/32',
      offLink('10.10.10.1'),
    ],
    [
      'a gateway off the link',
      withOptions({ 1: mask24, 3: routers('203.0.113.77'), 51: hour }),
      '10.10.10.254/24',
      offLink('203.0.113.77'),
    ],
    [
      'classless routes alone (option 121)',
      withOptions({ 1: mask24, 121: `00${routers('10.10.10.9')}`, 51: hour }),
      '10.10.10.254/24',
      ['default via 10.10.10.9'],
    ],
    [
      'classless routes beside a gateway',
      withOptions({
        1: mask24,
        3: routers('10.10.10.1'),
        121: `00${routers('10.10.10.9')}18c63364${routers('10.10.10.1')}`,
        51: hour,
      }),
      '10.10.10.254/24',
      ['198.51.100.0/24 via 10.10.10.1', 'default via 10.10.10.9'],
    ],
    [
      'classless routes by a gateway off the link',
      withOptions({ 1: 'ffffffff', 121: `00${routers('203.0.113.77')}`, 51: hour }),
      '10.10.10.254/32',
      offLink('203.0.113.77'),
    ],
    [
      'static routes of old beside a gateway (option 33)',
      withOptions({
        1: mask24,
        3: routers('10.10.10.1'),
        33: routers('198.51.100.0', '10.10.10.9'),
        51: hour,
      }),
      '10.10.10.254/24',
      ['198.51.100.0/24 via 10.10.10.9', ...main],
    ],
    [
      'a second that lasts',
      withOptions({ 1: mask24, 3: routers('10.10.10.1'), 51: '00000001' }),
      '10.10.10.254/24',
      main,
    ],
    [
      'no time',
      withOptions({ 1: mask24, 3: routers('10.10.10.1'), 51: '00000000' }),
      '10.10.10.254/24',
      main,
    ],
    [
      'for ever',
      withOptions({ 1: mask24, 3: routers('10.10.10.1'), 51: 'ffffffff' }),
      '10.10.10.254/24',
      main,
    ],
    [
      'names that a shell would run',
      withOptions({
        1: mask24,
        3: routers('10.10.10.1'),
        51: hour,
        12: Buffer.from('$(touch /tmp/pwn);`id`').toString('hex'),
        15: Buffer.from('a"; flush ruleset\n{}').toString('hex'),
      }),
      '10.10.10.254/24',
      main,
    ],
  ])('%s', async (_, next, address, wanted) => {
    const same = JSON.stringify([...wanted].sort());
    await replug(next, false, () => addresses()[0] === address && JSON.stringify(routes()) === same);
    expect(addresses()).toEqual([address]);
    expect([gateway.routes().differences, open('ether1')]).toEqual([[], []]);
    expect(answersPing('8.8.4.4', 'ether1')).toBe(true);
    expect(answersPing('9.9.9.9', 'ether2')).toBe(true);
  });

  it.each([
    ['no gateway', { 1: mask24, 51: hour }],
    ['a gateway of three bytes', { 1: mask24, 3: '0a0a0a', 51: hour }],
  ])('%s → its address alone, and the other line carries on; said until there is one', async (_, options) => {
    await replug(
      withOptions(options),
      false,
      () => open('ether1').some(one => one.startsWith('gateway/lease-part')) && addresses().length > 0,
    );
    expect(open('ether1')).toEqual([
      'gateway/lease-part: The lease of ether1 is used, but its gateway is missing: nothing but its own network is reached by it.',
    ]);
    expect([addresses(), routes()]).toEqual([['10.10.10.254/24'], []]);
    expect(bench.ip('route', 'get', '8.8.4.4')).toContain('dev ether2');
    await replug(good, false, () => routes().length === 1);
    expect(open('ether1')).toEqual([]);
  });
});

const withMtu = (bytes: number): DhcpAnswer =>
  withOptions({ 1: mask24, 3: routers('10.10.10.1'), 26: bytes.toString(16).padStart(4, '0'), 51: hour });

describe('the largest packet of a line (option 26)', () => {
  it('a lease says it → the interface has it; another does not → as it was', async () => {
    await replug(good, false, isGood);
    expect(mtu()).toBe(1500);
    await replug(withMtu(1400), false, () => mtu() === 1400);
    expect([gateway.routes().differences, open('ether1')]).toEqual([[], []]);
    await replug(good, false, () => mtu() === 1500);
  });

  it.each([
    [68, 'its MTU 68 is below 576'],
    [9000, 'its MTU 9000 is more than the interface takes (1500)'],
  ])('%d → not used, said until there is a better one', async (bytes, why) => {
    await replug(withMtu(bytes), false, () => open('ether1').some(one => one.includes(why)));
    expect(open('ether1')[0]).toContain('gateway/lease-part');
    expect([mtu(), routes()]).toEqual([1500, main]);
    await replug(good, false, () => open('ether1').length === 0);
  });
});

const via = (one: Ipv4): DhcpAnswer => withOptions({ 1: mask24, 3: routers(one), 51: hour });
const masked = (mask: string): DhcpAnswer => withOptions({ 1: mask, 3: routers('10.10.10.1'), 51: hour });

describe('refused where it must not be', () => {
  it.each<[string, DhcpAnswer, RegExp]>([
    [
      'the address of the LAN',
      answer({ address: '192.168.0.1' }),
      /its address 192\.168\.0\.1 lies in 192\.168\.0\.0\/24, the network of ether4/,
    ],
    [
      'an address in the LAN, mask /8',
      { address: '192.168.0.77', options: { 1: 'ff000000', 3: routers('192.168.1.1'), 51: hour } },
      /its address 192\.168\.0\.77 lies in/,
    ],
    [
      'a loopback address',
      answer({ address: '127.0.0.1' }),
      /its address 127\.0\.0\.1 is no address that a host/,
    ],
    ['a broadcast address', answer({ address: '255.255.255.255' }), /255\.255\.255\.255 is no address/],
    ['a multicast address', answer({ address: '224.0.0.9' }), /224\.0\.0\.9 is no address/],
    ['mask /0', masked('00000000'), /its mask \/0 is wider than \/8/],
    ['mask /1', masked('80000000'), /its mask \/1 is wider than \/8/],
    ['a mask with gaps', masked('ff00ff00'), /its mask 255\.0\.255\.0 is no mask/],
    [
      'a gateway that is the LAN address',
      via('192.168.0.1'),
      /its gateway 192\.168\.0\.1 is an address of this router \(ether4\)/,
    ],
    ['a gateway that is a host of the LAN', via('192.168.0.10'), /its gateway 192\.168\.0\.10 lies in/],
    [
      'a gateway that is its own address',
      via('10.10.10.254'),
      /its gateway 10\.10\.10\.254 is an address of this router \(ether1\)/,
    ],
    ['gateway 0.0.0.0', via('0.0.0.0'), /its gateway 0\.0\.0\.0 is no address/],
    ['gateway 255.255.255.255', via('255.255.255.255'), /its gateway 255\.255\.255\.255 is no address/],
  ])('%s → nothing of it in the kernel, said; what was good before stays', async (_, next, why) => {
    await replug(good, false, isGood);
    await replug(next, false, () => why.test(refusal() ?? ''));
    expect(refusal()).toMatch(/10\.10\.10\.254\/24 from before is used/);
    expect([addresses(), routes()]).toEqual([['10.10.10.254/24'], main]);
    expect(answersPing('8.8.4.4', 'ether1')).toBe(true);
    expect(bench.ip('-4', 'addr', 'show', 'ether4')).toContain('192.168.0.1/24');
    expect(open('ether1')).toHaveLength(1);
  });
});

describe('what changes and what is lost', () => {
  it('another address, another gateway, another mask → each in the kernel, nothing of the old one left', async () => {
    await replug(good, false, isGood);
    expect(refusal()).toBeUndefined();
    await replug(
      withOptions({ 1: mask24, 3: routers('10.10.10.9'), 51: hour }),
      false,
      () => routes()[0] === 'default via 10.10.10.9',
    );
    await replug(
      withOptions({ 1: 'fffffe00', 3: routers('10.10.10.9'), 51: hour }),
      false,
      () => addresses()[0] === '10.10.10.254/23' && addresses().length === 1,
    );
    await replug(
      answer({ address: '10.10.10.77' }),
      false,
      () => addresses()[0] === '10.10.10.77/24' && addresses().length === 1,
    );
    expect(routes()).toEqual(main);
    expect(bench.ip('route', 'show', '198.18.0.0/15')).toContain('via 10.10.10.1 dev ether1');
    expect([gateway.routes().differences, open('ether1')]).toEqual([[], []]);
  });

  it('a link that flaps faster than its server answers → the lease stays', async () => {
    await replug(good, false, isGood);
    const seen = problems.length;
    answers.say(undefined);
    for (let times = 0; times < 2; times++) {
      bench.plug(0, false);
      await until(() => !isRunning());
      bench.plug(0, true);
      await until(isRunning);
    }
    answers.say(good);
    await asks(answers.asked.length + 1);
    expect(addresses()).toEqual(['10.10.10.254/24']);
    expect(problems.slice(seen).filter(code => code !== 'gateway/line-down')).toEqual([]);
  });

  it('a lease is lost and comes again → one condition, and no error beside it', async () => {
    await replug(good, false, isGood);
    const seen = problems.length;
    answers.say(good, true);
    bench.plug(0, false);
    await until(() => !isRunning());
    bench.plug(0, true);
    await until(() => problems.slice(seen).includes('gateway/lease-lost'));
    await until(() => open('ether1').length === 0);
    await until(isLeased('10.10.10.254'));
    await gateway.settled();
    expect(problems.slice(seen).filter(code => code !== 'gateway/line-down')).toEqual(['gateway/lease-lost']);
  });
});

it('two WANs in one network with one gateway → both work', async () => {
  const [, isp2] = bench.isps;
  run(['ip', 'addr', 'add', '10.10.10.1/24', 'dev', 'cpe'], { ns: isp2 });
  const others = await bench.answers(1);
  others.say(answer({ address: '10.10.10.253' }));
  bench.plug(1, false);
  await until(() => gateway.status().world.interfaces['ether2']?.running === false);
  bench.plug(1, true);
  await until(() => gateway.status().world.leases['ether2']?.address.address === '10.10.10.253');
  await gateway.settled();
  expect(gateway.status().conditions).toEqual([]);
  expect([answersPing('8.8.4.4', 'ether1'), answersPing('9.9.9.9', 'ether2')]).toEqual([true, true]);
  expect([answersPing('9.9.9.9', 'ether1'), answersPing('8.8.4.4', 'ether2')]).toEqual([false, false]);
});

it('leaves the namespace as it was found', async () => {
  expect(await gateway.stop()).toEqual({ undone: true });
  expect(bench.dump()).toBe(asFound);
});
