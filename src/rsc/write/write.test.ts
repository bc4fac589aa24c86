import { describe, expect, it } from 'vitest';
import {
  makeInterface,
  makeRoute,
  makeRouter,
  makeRoutingTable,
  type RouterOsVersion,
} from '../../model/index.ts';
import { readRouterOs, writeRouterOs } from '../index.ts';

const v6: RouterOsVersion = { dialect: 'v6', text: '', evidence: [] };
const v7: RouterOsVersion = { dialect: 'v7', text: '', evidence: [] };
const rewrite = (text: string) => {
  const { router, secrets } = readRouterOs(text, { file: 'x.rsc' });
  return writeRouterOs(router, { secrets });
};

describe('writeRouterOs', () => {
  it('writes a route in the words of each version', () => {
    const router = makeRouter({
      routingTables: [makeRoutingTable({ name: 'isp1' })],
      routes: [
        makeRoute({ gateways: [{ address: '10.0.0.1' }], table: 'isp1', checkGateway: 'ping' }),
        makeRoute({ destination: '8.8.8.8/32', type: 'blackhole', distance: 254 }),
      ],
    });
    expect(writeRouterOs(router, { version: v7 })).toBe(`/routing table
add fib name=isp1
/ip route
add check-gateway=ping dst-address=0.0.0.0/0 gateway=10.0.0.1 routing-table=isp1
add blackhole distance=254 dst-address=8.8.8.8/32
`);
    expect(writeRouterOs(router, { version: v6 })).toBe(`/ip route
add check-gateway=ping dst-address=0.0.0.0/0 gateway=10.0.0.1 routing-mark=isp1
add distance=254 dst-address=8.8.8.8/32 type=blackhole
`);
  });

  it('states disabled=no where the version would have the item off', () => {
    const { router } = readRouterOs('/ip dhcp-client add interface=ether1', { file: 'x.rsc', dialect: 'v7' });
    expect(writeRouterOs(router, { version: v6 })).toBe(
      '/ip dhcp-client\nadd disabled=no interface=ether1\n',
    );
  });

  it('does not invent factory ports that are only mentioned', () => {
    const router = makeRouter({ interfaces: [makeInterface({ name: 'ether1', kind: 'ethernet' })] });
    expect(writeRouterOs(router)).toBe('');
  });

  it('quotes and escapes what has a meaning of its own', () => {
    const text = '/system identity\nset name="a \\"b\\" \\$c \\\\ \\r\\n\\t[x]"\n';
    expect(rewrite(text)).toBe(text);
  });

  it('puts secrets back that the router holds masked', () => {
    const text = '/interface pppoe-client\nadd interface=ether1 name=dsl password=hunter2 user=me\n';
    const { router } = readRouterOs(text, { file: 'x.rsc' });
    expect(JSON.stringify(router)).not.toContain('hunter2');
    expect(rewrite(text)).toBe(text);
  });

  it('writes statements that were kept, verbatim and in their menu', () => {
    const text = '/interface wireguard\nadd listen-port=13231 name=wg0\n/ip dns\nset servers=1.1.1.1\n';
    expect(rewrite(text)).toBe(text);
  });

  it('writes defaults when asked', () => {
    const { router } = readRouterOs('/ip route add gateway=10.0.0.1', { file: 'x.rsc' });
    expect(writeRouterOs(router, { verbose: true })).toContain('scope=30 target-scope=10');
  });
});
