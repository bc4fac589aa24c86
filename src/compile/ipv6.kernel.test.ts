import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { type Namespace, privateNamespace, run } from '../sys/index.ts';
import { compileLinux } from './compile.ts';

// A host of the Internet, the router with an IPv6 address of its own on the WAN, a host of the LAN; the router forwards
// IPv6, as somebody may have switched it on.
const base = `# by RouterOS 7.16
/ip address add address=10.1.1.2/24 interface=ether1
/ip address add address=192.168.0.1/24 interface=ether4
/ip route add gateway=10.1.1.1
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
`;
const ipv4Only = '/ip firewall filter add chain=input in-interface=ether1 action=drop\n';
const rulesOfIpv6 = '/ipv6 firewall filter add chain=forward action=drop\n';

let [far, router, lan]: (Namespace | undefined)[] = [];

const inside = (ns: Namespace | undefined, line: string) => run(line.split(' '), { ns, allowFailure: true });

function cable(name: string, other: Namespace | undefined, here: string, there: string): void {
  const peer = `/proc/${process.pid}/fd/${other?.fd}`;
  inside(router, `ip link add ${name} type veth peer name eth0 netns ${peer}`);
  for (const [ns, device, address] of [
    [router, name, here],
    [other, 'eth0', there],
  ] as const) {
    inside(ns, 'ip link set lo up');
    inside(ns, `ip link set ${device} up`);
    inside(ns, `ip -6 address add ${address} dev ${device} nodad`);
  }
}

beforeEach(() => {
  [far, router, lan] = ['far', 'router', 'lan'].map(name => privateNamespace(`ipv6-${name}`));
  // Without duplicate address detection, which takes a second.
  for (const ns of [far, router, lan]) inside(ns, 'sysctl -qw net.ipv6.conf.default.accept_dad=0');
  cable('ether1', far, 'fd00:1::2/64', 'fd00:1::1/64');
  cable('ether4', lan, 'fd00:4::1/64', 'fd00:4::9/64');
  inside(far, 'ip -6 route add default via fd00:1::2');
  inside(lan, 'ip -6 route add default via fd00:4::1');
  inside(router, 'sysctl -qw net.ipv6.conf.all.forwarding=1');
});

afterEach(() => {
  for (const ns of [far, router, lan]) ns?.close();
});

function apply(text: string): void {
  const { router: read } = readRouterOs(text, { file: 'six.rsc' });
  const { world } = assumeWorld(read);
  const { program } = compileLinux(read, computeRib(read, world), world, { seed: 0 });
  run(['nft', '-f', '-'], { ns: router, input: `flush ruleset\n${program.nft.text}` });
}

/** Nobody listens: that a SYN came to the other end is seen by its refusal. */
const probe = `const socket = require('node:net').connect({ host: process.argv[1], port: Number(process.argv[2]) });
socket.on('error', ({ code }) => { console.log(code); process.exit(); });
setTimeout(() => { console.log('silence'); process.exit(); }, 700);`;

const reach = (from: Namespace | undefined, address: string, port = 4433): string =>
  run([process.execPath, '-e', probe, address, `${port}`], { ns: from, allowFailure: true }).stdout.trim();

const pings = (from: Namespace | undefined, address: string): boolean =>
  run(['ping', '-6', '-n', '-c', '1', '-W', '1', address], { ns: from, allowFailure: true }).code === 0;

const [ownAddress, lanAddress, farAddress] = ['fd00:1::2', 'fd00:4::9', 'fd00:1::1'];

describe('IPv6 on a gateway whose program is about IPv4', () => {
  it('no firewall → as the host has it', () => {
    apply(base);
    expect(reach(far, ownAddress)).toBe('ECONNREFUSED');
    expect(reach(far, lanAddress)).toBe('ECONNREFUSED');
  });

  it('a firewall for IPv4 alone → nothing new by a WAN; the LAN gets out, and answers in', () => {
    apply(`${base}${ipv4Only}`);
    expect(reach(far, ownAddress)).toBe('silence');
    expect(reach(far, lanAddress)).toBe('silence');
    expect(reach(lan, farAddress)).toBe('ECONNREFUSED');
    expect(reach(lan, 'fd00:4::1')).toBe('ECONNREFUSED');
    expect(reach(router, farAddress)).toBe('ECONNREFUSED');
    expect(pings(far, ownAddress)).toBe(true);
  });

  it('a firewall for IPv4 alone that stands in a chain of its own → the same', () => {
    apply(
      `${base}/ip firewall filter\nadd chain=forward action=jump jump-target=guard\nadd chain=guard in-interface=ether1 action=drop\n`,
    );
    expect(reach(far, lanAddress)).toBe('silence');
    expect(reach(lan, farAddress)).toBe('ECONNREFUSED');
  });

  it('/ipv6 settings set forward=no → none of it is forwarded; the router itself is as the host has it', () => {
    apply(`${base}/ipv6 settings set forward=no\n`);
    expect(reach(lan, farAddress)).toBe('silence');
    expect(reach(far, lanAddress)).toBe('silence');
    expect(reach(far, ownAddress)).toBe('ECONNREFUSED');
  });

  it.each([
    ['input', ownAddress],
    ['forward', lanAddress],
  ])('a rule for IPv6 that drops tcp/3389 in chain %s → no packet to that port passes', (chain, address) => {
    apply(base);
    expect(reach(far, address, 3389)).toBe('ECONNREFUSED');
    apply(`${base}/ipv6 firewall filter add chain=${chain} protocol=tcp dst-port=3389 action=drop\n`);
    expect(reach(far, address, 3389)).toBe('silence');
  });

  it('rules for IPv6, which it does not have → nothing new comes in, nothing is forwarded', () => {
    apply(`${base}${rulesOfIpv6}`);
    expect(reach(far, ownAddress)).toBe('silence');
    expect(reach(far, lanAddress)).toBe('silence');
    expect(reach(lan, farAddress)).toBe('silence');
    expect(reach(lan, 'fd00:4::1')).toBe('silence');
    expect(reach(router, farAddress)).toBe('ECONNREFUSED');
    expect(pings(lan, 'fd00:4::1')).toBe(true);
  });
});
