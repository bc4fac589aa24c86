import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';
import { joinTexts } from '../source/join-texts.ts';
import { listingOf } from './listing.ts';

const file = 'paste.txt';

/** The statements that a listing stands for. */
const statements = (text: string): readonly string[] =>
  (listingOf({ file, text })?.text.text ?? '').split('\n').filter(line => line !== '');

/** What is read of it, and what is said. */
function read(text: string) {
  const listing = listingOf({ file, text });
  if (!listing) throw new Error('no listing');
  const { router, diagnostics } = readRouterOs(listing.text.text, { ...joinTexts([listing.text]) });
  return { router, said: [...listing.notes, ...diagnostics], notes: listing.notes };
}

const routes6 = `[admin@MikroTik] > /ip route print detail
Flags: X - disabled, A - active, D - dynamic, 
C - connect, S - static, r - rip, b - bgp, o - ospf, m - mme, 
B - blackhole, U - unreachable, P - prohibit 
 0 A S  dst-address=0.0.0.0/0 gateway=192.168.1.1 
        gateway-status=192.168.1.1 reachable via  ether1 check-gateway=ping distance=1 scope=30 target-scope=10 
        routing-mark=isp1 

 1 X S  ;;; spare "line"
        dst-address=0.0.0.0/0 gateway=192.168.2.1 
        gateway-status=192.168.2.1 unreachable distance=2 scope=30 target-scope=10 

 2 ADC  dst-address=192.168.1.0/24 pref-src=192.168.1.2 gateway=ether1 
        gateway-status=ether1 reachable distance=0 scope=10 

 3 ADC  dst-address=10.64.0.1/32 pref-src=10.64.3.4 gateway=pppoe-out1 distance=0 scope=10 
`;

describe('routes as RouterOS 6 prints them', () => {
  it('static ones → routes, connected ones → the addresses that make them; what only shows a state is left out', () => {
    expect(statements(routes6)).toEqual([
      '# as RouterOS 6 prints it',
      '/ip route',
      'add dst-address=0.0.0.0/0 gateway=192.168.1.1 check-gateway=ping distance=1 scope=30 target-scope=10 routing-mark=isp1',
      'add dst-address=0.0.0.0/0 gateway=192.168.2.1 distance=2 scope=30 target-scope=10 disabled=yes comment="spare \\"line\\""',
      '/ip address',
      'add address=192.168.1.2/24 interface=ether1',
      'add address=10.64.3.4/32 network=10.64.0.1 interface=pppoe-out1',
    ]);
  });

  it('each item → the place of its row, each property its own', () => {
    const { router, said } = read(routes6);
    expect(router.version.dialect).toBe('v6');
    expect(router.routes.map(({ origin }) => origin.span.start)).toMatchObject([
      { line: 5, column: 2 },
      { line: 9, column: 2 },
    ]);
    expect(router.routes[0]?.table).toBe('isp1');
    expect(said.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const wrong = read(routes6.replace('distance=2', 'distance=900')).said.find(
      one => one.severity === 'error',
    );
    expect(wrong?.span.start).toMatchObject({ line: 11 });
  });

  it('lines that end as those of Windows → the same', () => {
    expect(statements(routes6.replaceAll('\n', '\r\n'))).toEqual(statements(routes6));
  });
});

const routes7 = `Flags: D - dynamic; X - disabled, I - inactive, A - active; 
c - connect, s - static, r - rip, d - dhcp, v - vpn, y - bgp-mpls-vpn; 
H - hw-offloaded; + - ecmp 
   DAd   dst-address=0.0.0.0/0 routing-table=main pref-src="" gateway=100.70.1.1 immediate-gw=100.70.1.1%ether1 distance=1 

 0  Is   dst-address=0.0.0.0/0 routing-table=main pref-src="" gateway=100.70.2.1 immediate-gw="" distance=2 

   DAc   dst-address=192.168.88.0/24 routing-table=main gateway=bridge distance=0 local-address=192.168.88.1%bridge 
`;

describe('routes as RouterOS 7 prints them', () => {
  it('those without a number → read as well; without a command the menu is known by the properties', () => {
    expect(statements(routes7)).toEqual([
      '# as RouterOS 7 prints it',
      '/ip route',
      'add dst-address=0.0.0.0/0 routing-table=main gateway=100.70.1.1 distance=1',
      'add dst-address=0.0.0.0/0 routing-table=main gateway=100.70.2.1 distance=2',
      '/ip address',
      'add address=192.168.88.1/24 interface=bridge',
    ]);
  });

  it('an inactive dynamic one, lines that lost their indentation → read; the first row beside the flags → said', () => {
    expect(
      statements(`Flags: D - dynamic; A - active; d - dhcp 
   D d   dst-address=0.0.0.0/0 gateway=192.168.0.1 
immediate-gw=192.168.0.1%ether1 distance=20 
`),
    ).toContain('add dst-address=0.0.0.0/0 gateway=192.168.0.1 distance=20');
    const flat = `Flags: A - active 0 A S dst-address=0.0.0.0/0 gateway=10.0.0.1 distance=1
1 A S dst-address=9.9.9.9/32 gateway=10.0.0.1 distance=1
`;
    expect(read(flat).router.routes).toHaveLength(1);
    expect(read(flat).said.map(({ id }) => id)).toContain('rsc/print-output');
  });

  it('addresses stand in the text → they are not made of routes', () => {
    const addresses = `[admin@R] > /ip address print
Flags: D - DYNAMIC
Columns: ADDRESS, NETWORK, INTERFACE
#   ADDRESS          NETWORK       INTERFACE
;;; defconf
0   192.168.88.1/24  192.168.88.0  bridge   
1 D 100.70.1.2/30    100.70.1.0    ether1   
`;
    const { router, notes } = read(addresses + routes7);
    expect(router.addresses.map(one => `${one.address.address} ${one.interface} ${one.disabled}`)).toEqual([
      '192.168.88.1 bridge false',
      '100.70.1.2 ether1 false',
    ]);
    expect(notes.map(({ what }) => what)).toEqual([
      'What print shows here is read as 2 items of /ip address.',
      'What print shows here is read as 3 items of /ip route.',
    ]);
  });
});

it('addresses as RouterOS 6 prints them, one disabled and one with a comment → those', () => {
  const text = ` #   ADDRESS            NETWORK         INTERFACE                                  
 0   ;;; office
     192.168.88.1/24    192.168.88.0    bridge                                     
 1 X 10.0.0.1/24        10.0.0.0        ether5                                     
`;
  expect(statements(text)).toEqual([
    '/ip address',
    'add address=192.168.88.1/24 network=192.168.88.0 interface=bridge comment="office"',
    'add address=10.0.0.1/24 network=10.0.0.0 interface=ether5 disabled=yes',
  ]);
});

describe('rules', () => {
  it('what the router makes itself → left out and counted; a list that goes on below → whole', () => {
    const { router, notes } = read(`[admin@MikroTik] /ip firewall filter> print
Flags: X - disabled, I - invalid, D - dynamic 
 0  D ;;; special dummy rule to show fasttrack counters
      chain=forward action=passthrough 

 1    chain=forward action=accept connection-state=established,
      related log=no log-prefix="" 

 2 X  chain=forward action=drop log=yes log-prefix="drop it" 
`);
    expect(router.firewall.ipv4.filter.map(({ action, disabled }) => `${action.kind} ${disabled}`)).toEqual([
      'accept false',
      'drop true',
    ]);
    expect(router.firewall.ipv4.filter[0]?.matchers).toMatchObject([{ states: ['established', 'related'] }]);
    expect(notes[0]?.what).toBe(
      'What print shows here is read as 2 of 3 items of /ip firewall filter; the router makes the others itself.',
    );
  });

  it('commands before and behind a listing → they stay where they are', () => {
    const text = `/ip firewall nat
add chain=srcnat action=accept
[admin@MikroTik] > ip fire nat pr
 0    chain=srcnat action=masquerade out-interface=ether1 

/ip address
add address=10.0.0.1/24 interface=ether2
`;
    const { router, said } = read(text);
    expect(router.firewall.ipv4.nat.map(({ action }) => action.kind)).toEqual(['accept', 'masquerade']);
    expect(router.addresses[0]?.origin.span.start).toMatchObject({ line: 7, column: 1 });
    expect(said.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('DHCP clients that are not shown as disabled → on, in every version', () => {
    const text = `[admin@MikroTik] > /ip dhcp-client print detail
 0   interface=ether1 add-default-route=yes default-route-distance=1 use-peer-dns=yes use-peer-ntp=yes 
     dhcp-options=hostname,clientid status=bound address=10.1.1.5/24 gateway=10.1.1.1 dhcp-server=10.1.1.1 
`;
    expect(statements(text)).toEqual([
      '/ip dhcp-client',
      'add interface=ether1 add-default-route=yes default-route-distance=1 use-peer-dns=yes use-peer-ntp=yes dhcp-options=hostname,clientid disabled=no',
    ]);
  });
});

it.each([
  ['an export', '/ip route\nadd gateway=10.0.0.1\n'],
  [
    'a table of routes',
    ' #      DST-ADDRESS        GATEWAY            DISTANCE\n 0 A S  0.0.0.0/0          192.168.1.1        1\n',
  ],
  ['rows of which nobody knows the menu', ' 0   quux=1 frob=2\n'],
  ['a script with numbers', '/system script\nadd name=a source="\n 1 2 3\n"\n'],
  ['a menu that is only kept', '[admin@MikroTik] > /caps-man print\n 0   name="x" a=b\n'],
])('%s → no listing', (_, text) => expect(listingOf({ file, text })).toBeUndefined());
