import { describe, expect, it } from 'vitest';
import { first, rib, said, v6 } from '../../test/rib/ribs.ts';

describe('why a route is not active', () => {
  const canary = (more = '') =>
    `/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=10${more}\n/ip route add gateway=9.9.9.9 target-scope=11`;

  it('its host route is disabled → that it is, not where its gateway lies', () => {
    expect(said(rib(canary(' disabled=yes')).routes[1]?.why)).toMatch(
      /scope 11 or less leads to it\. Its host route \(a\.rsc:5\) is down: It is disabled\.$/,
    );
  });

  it('its host route stands → the gateway alone', () => {
    const silent = { unreachable: ['ping 9.9.9.9%ether1'] };
    expect(said(rib(`${canary()} check-gateway=ping`, silent).routes[1]?.why)).toBe(
      '9.9.9.9 does not answer ping (check-gateway).',
    );
  });

  it('only the route itself would lead to its gateway → the gateway alone', () => {
    expect(said(first(rib('/ip route add dst-address=9.0.0.0/8 gateway=9.9.9.9')).why)).toBe(
      '9.9.9.9 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });

  it('its gateway is an address of our own on a link that is down → the router itself', () => {
    expect(said(first(rib('/ip route add gateway=10.1.0.2', { down: ['ether1'] })).why)).toBe(
      '10.1.0.2 is this router itself.',
    );
  });

  it('another is nearer, by one → its distance and place', () => {
    const found = rib('/ip route add gateway=10.1.0.1 distance=3\n/ip route add gateway=10.2.0.1 distance=2');
    expect(said(first(found).why)).toBe('Distance 3: 10.2.0.1 (a.rsc:6) has distance 2.');
    expect(found.routes[1]?.why).toBeUndefined();
  });

  it('two gateways that both fail → one sentence for each', () => {
    const found = v6('/ip route add gateway=10.1.0.1,8.8.8.8', { down: ['ether1'] });
    expect(said(first(found).why)).toBe(
      'ether1 is not running. 8.8.8.8 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });
});
