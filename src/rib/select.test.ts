import { describe, expect, it } from 'vitest';
import { actives, first, gateway, keys, read, rib, ribOf, v6 } from '../../test/rib/ribs.ts';

describe('routes of one prefix', () => {
  it('v7: equal distances → all, the nearest alone; blackholes never join', () => {
    const two = '/ip route add gateway=10.1.0.1\n/ip route add gateway=10.2.0.1';
    expect(
      rib(two)
        .routes.slice(0, 2)
        .map(({ ecmp }) => ecmp),
    ).toEqual([true, true]);
    expect(
      rib(`${two} distance=2`)
        .routes.slice(0, 2)
        .map(({ active, ecmp }) => [active, ecmp]),
    ).toEqual([
      [true, false],
      [false, false],
    ]);
    const hole =
      '/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1\n/ip route add dst-address=9.0.0.0/8 blackhole';
    expect(actives(rib(hole))).toEqual(['9.0.0.0/8 10.1.0.1']);
    expect(actives(rib(hole.split('\n').reverse().join('\n')))).toEqual(['9.0.0.0/8 blackhole']);
  });

  it('the same prefix in two tables → both are active, neither balances', () => {
    const found = rib('/ip route add gateway=10.1.0.1\n/ip route add gateway=10.2.0.1 routing-table=t2');
    expect(found.routes.slice(0, 2).map(({ active, ecmp }) => [active, ecmp])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('two ports in one network → they balance among themselves, a static route of distance 0 beside them does not', () => {
    const { routes } = ribOf(
      read(`/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.1.0.3/24 interface=ether2
/ip route add dst-address=10.1.0.0/24 gateway=ether3 distance=0
/interface ethernet set [find default-name=ether3] name=ether3`),
    );
    const group = routes.filter(({ destination }) => destination === '10.1.0.0/24');
    expect(group.filter(({ source, active }) => source === 'connect' && active)).toHaveLength(2);
    expect(group.find(({ source }) => source === 'static')?.active).toBe(false);
  });

  it('v6: one route with two gateways balances while both live', () => {
    const list = '/ip route add gateway=10.1.0.1,10.2.0.1';
    expect(first(v6(list))).toMatchObject({ active: true, ecmp: true });
    expect(first(v6(list, { down: ['ether2'] }))).toMatchObject({ active: true, ecmp: false });
    expect(first(v6(list, { down: ['ether1', 'ether2'] }))).toMatchObject({ active: false, ecmp: false });
  });
});

describe('checks', () => {
  const silent = (...unreachable: string[]) => ({ unreachable });

  it('v6: of a disabled route → holds for no other; of an enabled one → for all with that gateway', () => {
    const pair = (more: string) =>
      `/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=ping${more}\n/ip route add gateway=10.1.0.1`;
    expect(keys(v6(pair('')))).toEqual(['ping 10.1.0.1']);
    expect(
      v6(pair(''), silent('ping 10.1.0.1'))
        .routes.slice(0, 2)
        .map(({ active }) => active),
    ).toEqual([...[false, false]]);
    expect(keys(v6(pair(' disabled=yes')))).toEqual([]);
  });

  it('v6: two methods for one gateway → the first written', () => {
    const found = v6(`/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=arp
/ip route add gateway=10.1.0.1 check-gateway=ping`);
    expect(keys(found)).toEqual(['arp 10.1.0.1']);
    expect(found.routes.slice(0, 2).map(({ gateways }) => gateways[0]?.check)).toEqual([
      ...['arp 10.1.0.1', 'arp 10.1.0.1'],
    ]);
  });

  it('v7: two methods for one gateway → each its own; one method on two routes → one check', () => {
    const two = (method: string) => `/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=arp
/ip route add gateway=10.1.0.1 check-gateway=${method}`;
    expect(keys(rib(two('ping')))).toEqual(['arp 10.1.0.1%ether1', 'ping 10.1.0.1%ether1']);
    expect(keys(rib(two('arp')))).toEqual(['arp 10.1.0.1%ether1']);
  });

  it('of a disabled route, of a gateway that does not resolve → none', () => {
    expect(keys(rib('/ip route add gateway=10.1.0.1 check-gateway=ping disabled=yes'))).toEqual([]);
    expect(keys(rib('/ip route add gateway=9.9.9.9 check-gateway=ping'))).toEqual([]);
    expect(keys(rib('/ip route add gateway=10.1.0.1 check-gateway=ping', { down: ['ether1'] }))).toEqual([]);
  });

  it('a gateway that answers → its own reason; that is silent → the check', () => {
    const route = '/ip route add gateway=10.1.0.1 check-gateway=ping';
    expect(gateway(rib(route))).toBe('reachable: 10.1.0.1 is on the network of ether1.');
    expect(gateway(rib(route, silent('ping 10.1.0.1%ether1')))).toBe(
      'unreachable: 10.1.0.1 does not answer ping (check-gateway).',
    );
    expect(gateway(rib(route, silent('arp 10.1.0.1%ether1')))).toMatch(/^reachable/);
  });
});

describe('target-scope of v6', () => {
  const pair = (more: string) => `/ip route add dst-address=8.0.0.0/8 gateway=9.9.9.9 target-scope=10${more}
/ip route add dst-address=7.0.0.0/8 gateway=9.9.9.9 target-scope=20
/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=20`;

  it('of a disabled route → counts for no other', () => {
    expect(v6(pair('')).routes[1]?.active).toBe(false);
    expect(v6(pair(' disabled=yes')).routes[1]?.active).toBe(true);
  });
});
