import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import { type Namespace, privateNamespace, readSysctl, run } from '../../sys/index.ts';
import { applyProgram, type Host, type KernelProgram, openHost, undo } from '../index.ts';

// From every state to every other: where a gateway ends up may not depend on where it came from.

const origin = noOrigin;
const address = (name: string, text: Ipv4, length = 24): KernelProgram['addresses'][number] => ({
  interface: name,
  address: { address: text, length },
  origin,
});
const route = (table: number, via: Ipv4, name: string): KernelProgram['routes'][number] => ({
  table,
  destination: '0.0.0.0/0',
  type: 'unicast',
  nextHops: [{ address: via, interface: name, weight: 1 }],
  origin,
});
const rule = (mark: number): KernelProgram['rules'][number] => ({
  family: 'ipv4',
  priority: 27_000 + mark,
  fwmark: { value: mark, mask: 0xff },
  action: { kind: 'lookup', table: 27_000 + mark },
  origin,
});
const table = (mark: number): KernelProgram['nft'] => ({
  family: 'inet',
  table: 'jalur',
  text: `table inet jalur {\nchain c {\n  meta mark set ${mark}\n}\n}\n`,
});
const queue = (device: string, rate: string): KernelProgram['tc'] => [
  { kind: 'qdisc', device, argv: ['root', 'handle', '1:', 'htb', 'default', '2'], origin },
  { kind: 'class', device, argv: ['parent', '1:', 'classid', '1:2', 'htb', 'rate', rate], origin },
];

const first: KernelProgram = {
  sysctls: [
    { key: 'net.ipv4.ip_forward', value: '1', origin },
    { key: 'net.ipv4.conf.w1.rp_filter', value: '2', origin },
  ],
  devices: [{ name: 'jalur-queue', kind: 'ifb', origin }],
  up: ['w1', 'w2'],
  addresses: [address('w1', '10.1.0.2'), address('w2', '10.2.0.2')],
  rules: [rule(1), rule(2)],
  routes: [route(27_001, '10.1.0.1', 'w1'), route(27_002, '10.2.0.1', 'w2'), route(254, '10.1.0.1', 'w1')],
  nft: table(1),
  tc: queue('jalur-queue', '1mbit'),
};
const states: Readonly<Record<string, KernelProgram>> = {
  'both lines': first,
  'second line only': {
    ...first,
    addresses: first.addresses.slice(1),
    routes: [route(27_001, '10.2.0.1', 'w2'), route(27_002, '10.2.0.1', 'w2'), route(254, '10.2.0.1', 'w2')],
    tc: queue('jalur-queue', '2mbit'),
  },
  'another lease': {
    ...first,
    addresses: [address('w1', '10.1.0.77'), address('w1', '10.1.0.78', 32), address('w2', '10.2.0.2')],
    routes: [{ ...route(254, '10.1.0.1', 'w1'), prefSrc: '10.1.0.77' }],
    rules: [rule(3)],
    nft: table(3),
  },
  'nothing but filters': {
    ...first,
    sysctls: [],
    devices: [],
    up: [],
    addresses: [],
    rules: [],
    routes: [],
    tc: [],
  },
  'queues elsewhere': { ...first, devices: [], tc: queue('w2', '1mbit') },
};

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

function machine(): { readonly ns: Namespace; readonly host: Host } {
  const ns = privateNamespace('kernel-walk');
  const stateDir = mkdtempSync(join(tmpdir(), 'jalur-walk-'));
  const links = ['w1', 'w2'].flatMap(name => [
    `link add name ${name} type veth peer name far-${name}`,
    `link set dev far-${name} up`,
    `link set dev ${name} up`,
  ]);
  run(['ip', '-batch', '-'], { ns, input: ['link set dev lo up', ...links].join('\n') });
  const host = openHost({ ns, stateDir });
  closing.push(() => {
    host.close();
    ns.close();
    rmSync(stateDir, { recursive: true, force: true });
  });
  return { ns, host };
}

/** The whole machine as sorted text. */
function picture({ ns, host }: ReturnType<typeof machine>): string {
  const { port } = host;
  const lines = (rows: readonly unknown[]): string[] => rows.map(row => JSON.stringify(row)).sort();
  const tc = (kind: string, dev: string): string =>
    run(['tc', kind, 'show', 'dev', dev], { ns, allowFailure: true }).stdout.replace(/refcnt \d+/, '');
  const names = port.links().map(({ name, up, alias, kind }) => ({ name, up, alias, kind }));
  return [
    ...lines(names),
    ...lines(port.addresses()),
    ...lines(port.routes()),
    ...lines(port.rules()),
    run(['nft', 'list', 'ruleset'], { ns }).stdout,
    ...['w1', 'w2', 'jalur-queue'].flatMap(dev => [tc('qdisc', dev), tc('class', dev)]),
    ...first.sysctls.map(({ key }) => `${key} ${readSysctl(key, ns)}`),
  ].join('\n');
}

it('reaches the same picture by every way, and undo the first one', () => {
  const walker = machine();
  const clean = picture(walker);
  const expected = new Map(
    Object.entries(states).map(([name, program]) => {
      const direct = machine();
      expect(applyProgram(direct.host, program).problems).toEqual([]);
      return [name, picture(direct)];
    }),
  );
  expect(new Set([...expected.values(), clean]).size).toBe(expected.size + 1);
  for (const [from, before] of Object.entries(states)) {
    for (const [to, after] of Object.entries(states)) {
      applyProgram(walker.host, before);
      const { problems } = applyProgram(walker.host, after);
      expect({ from, to, problems, picture: picture(walker) }).toEqual({
        ...{ from, to, problems: [] },
        picture: expected.get(to),
      });
      expect(applyProgram(walker.host, after).changes).toEqual([]);
    }
  }
  expect(undo(walker.host).problems).toEqual([]);
  expect(picture(walker)).toBe(clean);
});
