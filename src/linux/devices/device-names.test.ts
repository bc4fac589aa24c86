import { describe, expect, it } from 'vitest';
import { interfaceNames } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { deviceNames, isDeviceName, onDevices } from '../index.ts';

const text = `# by RouterOS 7.16
/interface ethernet
set [ find default-name=ether1 ] name="ether1 - WAN IndiHome"
set [ find default-name=ether2 ] name=ether2
/interface bridge add name="jembatan/rumah lantai dua"
/interface bridge add name="jembatan/rumah lantai satu"
/interface bridge add name="réseau local"
/interface bridge port add bridge="jembatan/rumah lantai dua" interface=ether2
/interface vlan add name=vlan-of-the-neighbours interface="ether1 - WAN IndiHome" vlan-id=10
/interface list member add list=WAN interface="ether1 - WAN IndiHome"
/ip address add address=192.168.1.1/24 interface="jembatan/rumah lantai dua"
/ip route add gateway="10.0.0.1%ether1 - WAN IndiHome"
/ip firewall filter add chain=forward in-interface=a-port-that-no-menu-names action=drop
/queue simple add target="réseau local" max-limit=1M/1M
/queue tree add parent="ether1 - WAN IndiHome" name=up
`;
const { router } = readRouterOs(text, { file: 'names.rsc' });
const found = deviceNames(router);

describe('deviceNames', () => {
  it('a port → its default name; what the host makes → a name made from its own, each once', () => {
    expect(found.devices.map(one => [one.interface, one.device, one.why])).toEqual([
      ['ether1 - WAN IndiHome', 'ether1', 'default-name'],
      ['jembatan/rumah lantai dua', 'jembatan-rumah', 'shortened'],
      ['jembatan/rumah lantai satu', 'jembatan-ruma-2', 'shortened'],
      ['réseau local', 'reseau-local', 'shortened'],
      ['vlan-of-the-neighbours', 'vlan-of-the-nei', 'shortened'],
    ]);
    expect(found.devices.filter(({ device }) => !isDeviceName(device))).toEqual([]);
  });

  it('a port that nothing tells about → missing, until it is stated', () => {
    const name = 'a-port-that-no-menu-names';
    expect(found.missing).toEqual([name]);
    const stated = deviceNames(router, new Map([[name, 'eth7']]));
    expect(stated.missing).toEqual([]);
    expect(stated.devices[0]).toEqual({ interface: name, device: 'eth7', why: 'stated' });
  });

  it('stated by default name, also where the name would do; a device twice → said', () => {
    const swapped = deviceNames(
      router,
      new Map([
        ['ether1', 'ether2'],
        ['ether2', 'ether1'],
      ]),
    );
    expect(swapped.devices.slice(0, 2).map(({ device }) => device)).toEqual(['ether2', 'ether1']);
    expect(swapped.twice).toEqual([]);
    expect(deviceNames(router, new Map([['ether1', 'ether2']])).twice).toEqual(['ether2']);
  });

  it('the default name is the name of another port → not taken from it', () => {
    const text = `/interface ethernet
set [ find default-name=ether1 ] name="the port of ISP1"
set [ find default-name=ether2 ] name=ether1`;
    expect(deviceNames(readRouterOs(text, { file: 'swap.rsc' }).router)).toMatchObject({
      devices: [],
      missing: ['the port of ISP1'],
    });
  });
});

describe('onDevices', () => {
  const linux = onDevices(router, found.devices);

  it('every item → the device; no name of before but as routerName', () => {
    const { missing, devices } = found;
    expect(interfaceNames(linux).filter(name => !isDeviceName(name))).toEqual(missing);
    const bare = JSON.stringify(linux, (name, value) => (name === 'routerName' ? undefined : value));
    for (const one of devices) expect(bare).not.toContain(JSON.stringify(one.interface));
    expect(linux.interfaces.find(({ name }) => name === 'ether1')?.routerName).toBe('ether1 - WAN IndiHome');
    expect(linux.bridgePorts[0]).toMatchObject({ bridge: 'jembatan-rumah', interface: 'ether2' });
    expect(linux.routes[0]?.gateways[0]).toMatchObject({ interface: 'ether1', address: '10.0.0.1' });
    expect(linux.queueTrees[0]?.parent).toBe('ether1');
  });

  it('nothing to rename → the very same Router', () => {
    expect(onDevices(router, [])).toBe(router);
  });
});

describe('isDeviceName', () => {
  it.each([
    ['ether1', true],
    ['a234567890123456', false],
    ['é2345678901234', true],
    ['éé34567890123', true],
    ['ééééééé8', true],
    ['éééééééé', false],
    ['.', false],
    ['..', false],
    ['ppp%d', false],
    ['a/b', false],
    ['a b', false],
    ['', false],
  ])('%s → %s', (name, is) => {
    expect(isDeviceName(name)).toBe(is);
  });
});
