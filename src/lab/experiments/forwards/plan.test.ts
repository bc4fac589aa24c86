import { describe, expect, it } from 'vitest';
import { ipv4ToNumber, printIpv4 } from '../../../net/index.ts';
import { assumeWorld, situationOf } from '../../../rib/index.ts';
import { readRouterOs } from '../../../rsc/index.ts';
import { prepare } from '../../../walk/index.ts';
import { planForwards } from './plan.ts';
import { forwardWords } from './say.ts';

const say = forwardWords.en;
const base = `# by RouterOS 7.14
/interface list add name=WAN
/interface list member add list=WAN interface=ether1
/interface list member add list=WAN interface=ether2
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2 default-route-distance=2
/ip address add address=192.168.1.1/24 interface=ether3
/ip dhcp-server add interface=ether3 name=lan
/ip firewall nat
add chain=srcnat out-interface-list=WAN action=masquerade
`;

/** Machines can stand in the LAN alone. */
const inLan = (address: number): boolean => address >>> 8 === ipv4ToNumber('192.168.1.0') >>> 8;

function plan(rules: string) {
  const { router } = readRouterOs(base + rules, { file: 'office.rsc' });
  const { world, rib } = situationOf(router, assumeWorld(router).world);
  return planForwards(prepare(router, rib, world, { engine: 'routeros', seed: 0 }), inLan, say);
}

const targets = ({ forwards }: ReturnType<typeof plan>): readonly string[] =>
  forwards.map(
    ({ name, protocol, target, packets }) =>
      `${name}: ${protocol} to ${printIpv4(target.address)}:${target.port} by ${[...packets.keys()].join(' ')}`,
  );

describe('planForwards', () => {
  it('a forward on both WANs, one on one → a packet for each WAN on which it leads on', () => {
    const found = plan(`
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=3389 action=dst-nat to-addresses=192.168.1.10 comment=desktop
add chain=dstnat in-interface=ether2 protocol=udp dst-port=5060 action=dst-nat to-addresses=192.168.1.11 to-ports=5080
`);
    expect(targets(found)).toEqual([
      'tcp 3389 "desktop": tcp to 192.168.1.10:3389 by ether1 ether2',
      'udp 5060: udp to 192.168.1.11:5080 by ether2',
    ]);
    expect(found.leftOut).toEqual([]);
  });

  it.each([
    [
      'a rule behind one that takes all of it',
      `add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.1.10
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.1.11`,
      say.notFromOutside,
    ],
    [
      'only from the LAN',
      'add chain=dstnat in-interface=ether3 protocol=udp dst-port=53 action=dst-nat to-addresses=192.168.1.5',
      say.notFromOutside,
    ],
    [
      'no network of the bench holds the target',
      'add chain=dstnat in-interface=ether1 protocol=tcp dst-port=80 action=dst-nat to-addresses=10.99.0.1',
      say.noNetwork('10.99.0.1'),
    ],
    [
      'a protocol without servers',
      'add chain=dstnat in-interface=ether1 protocol=gre action=dst-nat to-addresses=192.168.1.10',
      say.noServer('gre'),
    ],
  ])('%s → not tried, with the reason and the place', (_, rules, why) => {
    const { leftOut } = plan(`${rules}\n`);
    const line = base.split('\n').length + rules.split('\n').length - 1;
    expect(leftOut).toEqual([{ what: expect.any(String), place: `office.rsc:${line}`, why }]);
  });

  it('a disabled rule, a redirect → none of it', () => {
    const { forwards, leftOut } = plan(`
add chain=dstnat disabled=yes protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.1.10
add chain=dstnat protocol=udp dst-port=53 action=redirect
`);
    expect([forwards, leftOut]).toEqual([[], []]);
  });

  it('more than forty → a sample from all over; the others are named', () => {
    const rules = Array.from(
      { length: 60 },
      (_, n) =>
        `add chain=dstnat in-interface=ether1 protocol=tcp dst-port=${1000 + n} action=dst-nat to-addresses=192.168.1.10`,
    );
    const { forwards, leftOut } = plan(`${rules.join('\n')}\n`);
    expect(leftOut.filter(({ why }) => why !== say.notInSample)).toEqual([]);
    expect(forwards.length + leftOut.length).toBe(60);
    expect(forwards.length).toBeGreaterThan(35);
    expect(forwards.length).toBeLessThanOrEqual(40);
    expect(new Set(leftOut.map(({ why }) => why))).toEqual(new Set([say.notInSample]));
    const ports = forwards.map(({ target }) => target.port);
    expect(Math.min(...ports)).toBeLessThan(1002);
    expect(Math.max(...ports)).toBeGreaterThan(1057);
  });
});
