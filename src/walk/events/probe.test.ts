import { describe, expect, it } from 'vitest';
import { assumedWorld, type Fault, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prepare } from '../prepare.ts';
import { statusOf } from './probe.ts';

const office = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip dhcp-server
add interface=ether2 name=lan
/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether3
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface-list=WAN
`;

/** What the probe of this text finds. */
function status(probe: string, faults: readonly Fault[] = [], more = '') {
  const { router } = readRouterOs(`${office}${more}/tool netwatch\nadd ${probe}\n`, {
    file: 'office.rsc',
    dialect: 'v7',
  });
  const { world, rib, dead } = situationOf(router, assumedWorld(router, {}), faults);
  const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0, dead });
  const [one] = router.netwatch;
  if (!one) throw new Error('there is a probe');
  return statusOf(prepared, one, faults);
}

const fault = (kind: Fault['kind'], name = 'ether1'): readonly Fault[] => [{ kind, interface: name }];

describe('what a probe finds', () => {
  it('all is well → up', () => {
    expect(status('host=8.8.8.8')).toBe('up');
    expect(status('host=203.0.113.1')).toBe('up');
    expect(status('host=192.168.0.1')).toBe('up');
  });

  it('its WAN is dead behind the gateway → down, but the gateway and its network answer', () => {
    expect(status('host=8.8.8.8', fault('upstream'))).toBe('down');
    expect(status('host=203.0.113.1', fault('upstream'))).toBe('up');
    expect(status('host=203.0.114.1', fault('upstream'))).toBe('down');
    expect(status('host=8.8.8.8', fault('upstream', 'ether3'))).toBe('up');
    expect(status('host=203.0.113.1', fault('gateway'))).toBe('down');
  });

  it('its WAN is unplugged → down', () => {
    expect(status('host=203.0.113.1', fault('unplugged'))).toBe('down');
    expect(status('host=8.8.8.8', fault('unplugged'))).toBe('down');
  });

  it('a source → must be an address that the router has', () => {
    expect(status('host=8.8.8.8 src-address=203.0.113.2')).toBe('up');
    expect(status('host=8.8.8.8 src-address=203.0.113.9')).toBe('down');
  });

  it('no address, or DNS → open', () => {
    expect(status('host=example.com')).toBe('open');
    expect(status('host=8.8.8.8 type=dns')).toBe('open');
  });

  it.each([
    ['type=simple', 'protocol=icmp', 'down'],
    ['type=icmp', 'protocol=icmp', 'down'],
    ['type=tcp-conn port=99', 'protocol=icmp', 'up'],
    ['type=tcp-conn port=99', 'protocol=tcp dst-port=99', 'down'],
    ['type=tcp-conn port=99', 'protocol=tcp dst-port=98', 'up'],
    ['type=http-get', 'protocol=tcp dst-port=80', 'down'],
    ['type=http-get', 'protocol=tcp dst-port=443', 'up'],
    ['type=https-get', 'protocol=tcp dst-port=443', 'down'],
    ['type=https-get', 'protocol=tcp dst-port=80', 'up'],
  ])('%s where %s is dropped → %s', (type, matcher, expected) => {
    const rule = `/ip firewall filter\nadd chain=output ${matcher} action=drop\n`;
    expect(status(`host=8.8.8.8 ${type}`, [], rule)).toBe(expected);
  });

  it('its answer is dropped → down; chance decides → open', () => {
    const input = (more: string) =>
      `/ip firewall filter\nadd chain=input protocol=icmp ${more} action=drop\n`;
    expect(status('host=8.8.8.8', [], input(''))).toBe('down');
    expect(status('host=8.8.8.8', [], input('random=50'))).toBe('open');
  });
});
