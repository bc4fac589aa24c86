import { describe, expect, it } from 'vitest';
import { assumedLeases, assumedWorld } from '../../rib/index.ts';
import { readRouterOs, writeRouterOs } from '../index.ts';

const read = (text: string) => readRouterOs(text, { file: 'office.rsc', dialect: 'v7' }).router;

const bridged = `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 disabled=yes
`;

const on = (name: string) => `${bridged}/ip address\nadd address=192.168.88.1/24 interface=${name}\n`;

describe('an address on a port of a bridge', () => {
  it.each([
    ['ether2', 'bridge'],
    ['ether3', 'ether3'],
    ['ether4', 'ether4'],
    ['bridge', 'bridge'],
  ])('%s → acts on %s', (stated, actual) => {
    expect(read(on(stated)).addresses.map(one => one.interface)).toEqual([actual]);
  });

  it('it is written as it is stated', () => {
    expect(writeRouterOs(read(on('ether2')))).toMatch(/address=192.168.88.1\/24 interface=ether2/);
  });

  it('the bridge needs no other address, and the port has none', () => {
    const { interfaces } = assumedWorld(read(on('ether2')), {});
    expect(interfaces['bridge']?.addresses.map(({ address }) => address)).toEqual(['192.168.88.1']);
    expect(interfaces['ether2']?.addresses ?? []).toEqual([]);
  });

  it('a DHCP client there has no lease', () => {
    const leasesOn = (name: string) =>
      assumedLeases(read(`${on('bridge')}/ip dhcp-client\nadd interface=${name} disabled=no\n`)).map(
        lease => lease.interface,
      );
    expect([leasesOn('ether2'), leasesOn('ether1')]).toEqual([[], ['ether1']]);
  });
});
