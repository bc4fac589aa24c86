import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { checkConversion } from './index.ts';

const router = (text: string, dialect: 'v6' | 'v7') =>
  readRouterOs(text, { file: `${dialect}.rsc`, dialect }).router;

const routes = `/ip route
add dst-address=0.0.0.0/0 gateway=192.168.101.254 routing-table=one
add dst-address=0.0.0.0/0 gateway=192.168.102.254 routing-table=two
`;

describe('a part that states no networks', () => {
  it('routes of tables that nothing asks → walked with a LAN, WANs, and a host for each table', () => {
    const old = routes.replaceAll('routing-table', 'routing-mark');
    const { assumed, walked, differences } = checkConversion(router(routes, 'v7'), router(old, 'v6'));
    expect(assumed).toEqual({
      ports: [
        { name: 'wan-192.168.101.254', address: { address: '192.168.101.253', length: 24 } },
        { name: 'wan-192.168.102.254', address: { address: '192.168.102.253', length: 24 } },
        { name: 'lan', address: { address: '192.168.88.1', length: 24 } },
      ],
      tables: [
        { name: 'one', host: '192.168.88.254' },
        { name: 'two', host: '192.168.88.253' },
      ],
    });
    expect(walked).toBeGreaterThan(100);
    expect(differences).toEqual([]);
  });

  it('one of them has another gateway in the result → a difference', () => {
    const other = routes.replace('192.168.102.254', '192.168.101.254').replaceAll('-table', '-mark');
    const { differences } = checkConversion(router(routes, 'v7'), router(other, 'v6'));
    expect(differences[0]).toMatchObject({ direction: 'lan-to-internet' });
  });

  it('a text that states its networks → nothing is assumed', () => {
    const whole = `/ip address add address=10.0.0.1/24 interface=ether2
/ip dhcp-server add interface=ether2 name=lan
/ip dhcp-client add interface=ether1
`;
    const { assumed } = checkConversion(router(whole, 'v7'), router(whole, 'v7'));
    expect(assumed).toEqual({ ports: [], tables: [] });
  });
});
