import { expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';

const office = `# by RouterOS 7.20
/ip address
add address=203.0.113.5/24 interface=ether1
add address=192.168.1.1/24 interface=ether2
/ip route add gateway=203.0.113.1
/ip pool add name=p ranges=192.168.1.10-192.168.1.99
/ip dhcp-server add name=s interface=ether2 address-pool=p
/ip dhcp-server network add address=192.168.1.0/24 gateway=192.168.1.1
/ip dns set allow-remote-requests=yes servers=9.9.9.9
`;

function unserved(more: string): readonly string[] {
  const { router } = readRouterOs(`${office}${more}`, { file: 'office.rsc' });
  const { world } = assumeWorld(router);
  const { diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  return diagnostics.filter(({ id }) => id === 'compile/not-served').map(({ what }) => what);
}

it('what DHCP server and forwarder do → nothing is said', () => {
  expect(
    unserved(`/ip dhcp-server lease add address=192.168.1.50 mac-address=02:00:00:00:00:01
/ip dns static
add name=a.lan address=192.168.1.9
add name=b.lan type=AAAA address=2001:db8::1
`),
  ).toEqual([]);
});

it.each([
  [
    '/ip dhcp-server lease add address=192.168.1.50 client-id=1:2',
    'A DHCP lease without mac-address is given to nobody.',
  ],
  [
    '/ip dhcp-server lease add address=192.168.1.50 mac-address=02:00:00:00:00:01 block-access=yes',
    'block-access of a DHCP lease has no effect.',
  ],
  [
    '/ip dhcp-server network set [find address=192.168.1.0/24] next-server=192.168.1.9',
    'next-server of a DHCP network has no effect.',
  ],
  [
    '/ip dhcp-server network set [find address=192.168.1.0/24] netmask=32',
    "A DHCP network's netmask that is not its address's has no effect.",
  ],
  ['/ip dhcp-server set s relay=10.0.0.1', 'relay of a DHCP server has no effect.'],
  [
    '/ip dns set use-doh-server=https://dns.example/dns-query',
    'Names are asked of the servers in the clear, not by use-doh-server.',
  ],
  ['/ip dns static add name=x.lan type=NXDOMAIN', 'A static DNS entry of type NXDOMAIN is not answered.'],
  ['/ip dns static add regexp=lan address=192.168.1.9', 'A static DNS entry with regexp is not answered.'],
  [
    '/ip dns static add name=x.lan address=192.168.1.9 match-subdomain=yes',
    'match-subdomain of a static DNS entry has no effect.',
  ],
])('%s → said', (statement, expected) => {
  expect(unserved(statement)).toEqual([expected]);
});

it('many of a kind → once, with how many there are', () => {
  const names = ['a', 'b', 'c'].map(name => `add name=${name}.lan type=NXDOMAIN`).join('\n');
  expect(unserved(`/ip dns static\n${names}`)).toEqual([
    'A static DNS entry of type NXDOMAIN is not answered, here and in 2 more statements.',
  ]);
});

it('a forwarder that answers nobody → nothing of its names', () => {
  expect(
    unserved('/ip dns set allow-remote-requests=no\n/ip dns static add name=x.lan type=NXDOMAIN'),
  ).toEqual([]);
});
