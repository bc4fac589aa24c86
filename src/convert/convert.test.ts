import { describe, expect, it } from 'vitest';
import type { Dialect } from '../model/index.ts';
import { leaseRouteComments, readRouterOs } from '../rsc/index.ts';
import { convertRouterOs } from './index.ts';

function convert(text: string, from: Dialect, dialect: Dialect, minor?: number) {
  const read = readRouterOs(text, { file: 'x.rsc', dialect: from });
  const target = { dialect, text: '', evidence: [], ...(minor !== undefined && { minor }) };
  const converted = convertRouterOs(text, read, { file: 'x.rsc', target });
  const said = converted.diagnostics.map(({ id, severity, span }) => `${span.start.line} ${severity} ${id}`);
  // The first line names the version.
  return { ...converted, text: converted.text.split('\n').slice(1).join('\n'), said };
}

const toV7 = (text: string) => convert(text, 'v6', 'v7');
const toV6 = (text: string) => convert(text, 'v7', 'v6');

describe('v6 to v7', () => {
  it('routes of marks and ECMP → tables are stated, a route for each gateway, target-scope of recursive ones', () => {
    const { text, said } = toV7(`/ip route
add dst-address=8.8.4.4/32 gateway=10.0.0.1 scope=10
add dst-address=9.9.9.9/32 gateway=10.0.1.1 scope=10
add check-gateway=ping gateway=8.8.4.4,9.9.9.9 routing-mark=isp1
`);
    expect(text).toBe(`/routing table add fib name=isp1
/ip route
add dst-address=8.8.4.4/32 gateway=10.0.0.1 scope=10
add dst-address=9.9.9.9/32 gateway=10.0.1.1 scope=10
add check-gateway=ping gateway=8.8.4.4 routing-table=isp1 target-scope=11
add check-gateway=ping gateway=9.9.9.9 routing-table=isp1 target-scope=11
`);
    expect(said).toEqual(['4 info routeros/target-scope', '4 info routeros/ecmp-split']);
  });

  it('recursion over two levels → one more on each', () => {
    const { text } = toV7(`/ip route
add dst-address=8.8.8.8/32 gateway=10.1.1.1 scope=10
add dst-address=10.111.0.1/32 gateway=8.8.8.8 scope=10
add gateway=10.111.0.1
`);
    expect(text).toContain('gateway=8.8.8.8 scope=10 target-scope=11\n');
    expect(text).toContain('add gateway=10.111.0.1 target-scope=12\n');
  });

  it('rules, in a menu of their own or by their full path → moved; a client that is off stays off', () => {
    const { text } = toV7(`/ip route rule add src-address=10.1.0.0/16 table=isp1
/ip route
rule
add dst-address=10.2.0.0/16 action=drop
..
add gateway=10.0.0.1
/ip dhcp-client add interface=ether1
`);
    expect(text).toBe(`/routing table add fib name=isp1
/routing rule add src-address=10.1.0.0/16 table=isp1
/ip route
/routing rule
add dst-address=10.2.0.0/16 action=drop
/ip route
add gateway=10.0.0.1
/ip dhcp-client add interface=ether1 disabled=yes
`);
  });

  it('check-gateway that another route asks for → stated, and said', () => {
    const { text, said } = toV7(
      '/ip route\nadd gateway=10.0.0.1 check-gateway=ping\nadd gateway=10.0.0.1 routing-mark=isp1\n',
    );
    expect(text).toContain('add gateway=10.0.0.1 routing-table=isp1 check-gateway=ping\n');
    expect(said).toEqual(['3 info routeros/check-gateway-shared']);
  });

  it('weights → an error; unreachable and prohibit → a blackhole, an error', () => {
    expect(toV7('/ip route add gateway=10.0.0.1,10.0.0.1,10.0.1.1\n')).toMatchObject({
      text: '/ip route add gateway=10.0.0.1\n/ip route add gateway=10.0.1.1\n',
      said: ['1 error routeros/ecmp-weight', '1 info routeros/ecmp-split'],
    });
    expect(toV7('/ip route add dst-address=10.0.0.0/8 type=prohibit\n')).toMatchObject({
      text: '/ip route add dst-address=10.0.0.0/8 blackhole\n',
      said: ['1 error routeros/route-type'],
    });
    expect(toV7('/ip route add dst-address=10.0.0.0/8 type=blackhole\n').said).toEqual([]);
  });

  it('equal distances, a lease among them → the one that is active stays the first', () => {
    const { text, said } = toV7(`/ip address add address=10.1.1.2/24 interface=ether1
/ip dhcp-client add disabled=no interface=ether3
/ip route
add gateway=10.1.1.1
add gateway=10.1.1.7
`);
    expect(text).toContain('interface=ether3 default-route-distance=3\n');
    expect(text).toContain('add gateway=10.1.1.1\nadd gateway=10.1.1.7 distance=2\n');
    expect(said).toEqual(['5 warning routeros/equal-distance', '2 warning routeros/equal-distance']);
  });

  it('a mark that catches what is for the router → exempted and said; one that does not → as it is', () => {
    const text = (more: string) => `/ip address
add address=10.1.1.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether4
/ip firewall mangle
add chain=prerouting action=mark-routing new-routing-mark=to1 in-interface=ether4${more}
/ip route
add gateway=10.1.1.1 routing-mark=to1
add gateway=10.1.1.1
`;
    const caught = toV7(text(''));
    expect(caught.text).toContain('in-interface=ether4 dst-address-type=!local\n');
    expect(caught.said).toEqual(['5 warning routeros/marks-before-local']);
    expect(toV7(text(' dst-address=9.9.9.9')).said).toEqual([]);
    // Without any address nothing can be walked: every mark of what arrives.
    const snippet = '/ip firewall mangle add chain=prerouting action=mark-routing new-routing-mark=to1\n';
    expect(toV7(snippet).said).toEqual(['1 warning routeros/marks-before-local']);
  });

  it('VRF, NTP, mail → by their new names', () => {
    const { text } = toV7(`/ip route vrf
add interfaces=ether5 routing-mark=blue
/system ntp client
set enabled=yes primary-ntp=10.0.0.5 secondary-ntp=0.0.0.0 server-dns-names=pool.ntp.org
/tool e-mail
set address=10.0.0.9
`);
    expect(text).toBe(`/ip vrf
add interfaces=ether5 name=blue
/system ntp client
set enabled=yes
/system ntp client servers add address=10.0.0.5
/system ntp client servers add address=pool.ntp.org
/tool e-mail
set server=10.0.0.9
`);
  });

  it('mac-server and discovery before 6.41 → interface lists', () => {
    const { text } = toV7(`# jan/02/2017 10:00:00 by RouterOS 6.38.5
/ip neighbor discovery
set ether1 discover=no
/tool mac-server
set [ find default=yes ] disabled=yes
add interface=bridge
/tool mac-server mac-winbox
set [ find default=yes ] disabled=yes
`);
    expect(text.split('\n').filter(line => !line.startsWith('# '))).toEqual([
      '/interface list add name=no-discovery',
      '/interface list member add interface=ether1 list=no-discovery',
      '/ip neighbor discovery-settings set discover-interface-list=!no-discovery',
      '/tool mac-server',
      '/interface list add name=mac-server',
      '/interface list member add interface=bridge list=mac-server',
      '/tool mac-server set allowed-interface-list=mac-server',
      '/tool mac-server mac-winbox',
      '/tool mac-server mac-winbox set allowed-interface-list=none',
      '',
    ]);
  });

  it('wireless → kept; protocols that are not converted → said', () => {
    const { text, said } = toV7(`/interface wireless
set [ find default-name=wlan1 ] ssid=office
/routing mme network
add network=10.0.0.0/8
/routing mme unknown
add network=10.0.0.0/8
`);
    expect(text).toContain('/interface wireless\nset [ find default-name=wlan1 ] ssid=office\n');
    expect(text.match(/: add network=10.0.0.0\/8\n/g)).toHaveLength(2);
    expect(said).toEqual(['4 error routeros/no-such-menu', '6 error routeros/no-such-menu']);
  });
});

describe('v7 to v6', () => {
  it('what v6 has no words for → a comment, and said', () => {
    const { said, text } = toV6(`/routing table
add fib name=isp1
add name=nofib
/ip route
add gateway=10.0.0.1 routing-table=isp1
add gateway=10.0.0.1@isp1
/routing rule
add min-prefix=0 table=main
/queue type
add kind=cake name=c
/tool netwatch
add host=1.1.1.1 type=icmp interval=1m timeout=1s
/ip service
set www-ssl disabled=no
`);
    expect(said).toEqual([
      '6 error routeros/gateway-table',
      '3 error routeros/table-without-fib',
      '8 error routeros/routing-rule',
      '10 error routeros/queue-kind',
      '12 error routeros/cannot-say',
    ]);
    expect(text).toContain(': add min-prefix=0 table=main\n');
    expect(text).toContain('/ip service\nset www-ssl disabled=no\n');
  });

  it('WireGuard → a comment, and what names it as well', () => {
    const { text, said } = toV6(`/interface wireguard
add listen-port=13231 name=wg1
/ip address
add address=10.99.0.1/24 interface=wg1
add address=10.0.0.2/24 interface=ether1
`);
    expect(text.split('\n').filter(line => !line.startsWith('#'))).toEqual([
      '/ip address',
      'add address=10.0.0.2/24 interface=ether1',
      '',
    ]);
    expect(said).toEqual(['2 error routeros/no-such-menu', '4 error routeros/orphan']);
  });

  it('routes of equal distance → joined; those that differ in more → an error', () => {
    const text = '/ip route\nadd gateway=10.0.0.1\nadd dst-address=9.9.9.9/32 gateway=10.0.0.1\n';
    expect(toV6(`${text}add comment=second gateway=10.0.1.1\n`).text).toBe(`/ip route
add gateway=10.0.0.1,10.0.1.1
add dst-address=9.9.9.9/32 gateway=10.0.0.1
# joined into the route of line 2: add comment=second gateway=10.0.1.1
`);
    expect(toV6(`${text}add check-gateway=ping gateway=10.0.1.1\n`).said).toEqual([
      '4 error routeros/ecmp-join',
    ]);
  });

  it('default-route-tables → routes that follow the lease', () => {
    const { text, after, said } = toV6(
      '/ip dhcp-client add interface=ether1 check-gateway=ping default-route-tables=main:2,isp1:1\n',
    );
    const [client] = after.dhcpClients;
    expect(client).toMatchObject({ addDefaultRoute: 'yes', defaultRouteDistance: 2, disabled: false });
    expect(leaseRouteComments(client?.script ?? '')).toEqual(['lease of ether1 in isp1']);
    expect(after.routes).toMatchObject([
      { comment: 'lease of ether1 in isp1', table: 'isp1', disabled: true, checkGateway: 'ping' },
    ]);
    expect(text).not.toContain('default-route-tables');
    expect(said).toEqual(['1 warning routeros/default-route-tables', '1 error routeros/cannot-say']);
  });

  it('servers of NTP → two addresses and the names', () => {
    const { text } = toV6(`/system ntp client
set enabled=yes
/system ntp client servers
add address=10.0.0.5
add address=pool.ntp.org
`);
    expect(text).toContain('/system ntp client set primary-ntp=10.0.0.5 server-dns-names=pool.ntp.org\n');
  });
});

describe('scripts', () => {
  it('marks and paths in strings, blocks and brackets → converted where they stand, nothing else moves', () => {
    const text = (table: string, rules: string, tables: string) => `:local gw 10.0.0.1
:do { /ip route remove [find ${table}=isp1] } on-error={ :log warning "none" }
# what follows is the way back
:if ([:len [/ip route find ${table}=isp1 disabled=no]] = 0) do={
  /ip route add gateway=$gw ${table}=isp1
  :put [/ip route get [find comment=x] ${table}]
}
${tables}/system scheduler
add name=x on-event="${rules} disable [find table=isp1]\\r\\
    \\n/ip route set [find ${table}=\\"isp1\\"] disabled=yes"
`;
    const [v6, v7] = [text('routing-mark', '/ip route rule', ''), text('routing-table', '/routing rule', '')];
    const there = toV7(v6);
    expect(there.text).toBe(v7.replace(':do {', '/routing table add fib name=isp1\n:do {'));
    expect(there.said).toEqual([]);
    expect(toV6(v7).text).toBe(v6);
  });

  it('ping through a table → said', () => {
    const text = ':local ok [/ping 8.8.8.8 routing-table=isp1 count=3]\n';
    expect(toV7(text)).toMatchObject({ text, said: ['1 error routeros/ping'] });
    const scheduled =
      '/system scheduler add name=x on-event="/tool ping 1.1.1.1 count=1 routing-table=isp1"\n';
    expect(toV7(scheduled).said).toEqual(['1 error routeros/ping']);
  });

  it('what cannot be converted in a script → said with its line', () => {
    const { text, said } = toV7(`/system script
add name=x source="/ip accounting set enabled=yes\\r\\n/ip route add gateway=10.0.0.1,10.0.1.1"
/ip route
set [find comment=x] gateway=10.0.0.1,10.0.1.1
`);
    expect(text).toContain(
      'source="/ip accounting set enabled=yes\\r\\n/ip route add gateway=10.0.0.1,10.0.1.1"',
    );
    expect(said).toEqual([
      '2 error routeros/ecmp-split',
      '4 error routeros/ecmp-split',
      '2 error routeros/no-such-menu',
    ]);
  });
});

describe('the text', () => {
  it('comments, order and layout → stay; the header names the target', () => {
    const read = (text: string) => readRouterOs(text, { file: 'x.rsc' });
    const text = `# jan/02/2021 10:00:00 by RouterOS 6.48.6
# uplink notes: call 555 when ISP1 is down

/ip route
# primary
add gateway=10.1.1.1 distance=1   # fibre
# backup
add gateway=10.2.2.1 distance=2
`;
    const target = { dialect: 'v7', text: '', evidence: [], minor: 18 } as const;
    const converted = convertRouterOs(text, read(text), { file: 'x.rsc', target });
    expect(converted.text).toBe(text.replace('6.48.6', '7.18 (converted by jalur from 6.48.6)'));
    expect(read(converted.text).version).toMatchObject({ dialect: 'v7', minor: 18 });
    const bare = convertRouterOs('/ip dns set servers=1.1.1.1\n', read('/ip dns\n'), {
      file: 'x.rsc',
      target: { ...target, dialect: 'v6', minor: 48 },
    });
    expect(bare.text).toBe('# for RouterOS 6.48, converted by jalur from 7\n/ip dns set servers=1.1.1.1\n');
    expect(read(bare.text).version).toMatchObject({ dialect: 'v6', minor: 48, text: '' });
  });

  it('line ends of Windows, a byte order mark → stay', () => {
    const text = '/ip route\r\nadd gateway=10.0.0.1 routing-mark=isp1\r\n';
    expect(toV7(text).text).toBe(
      '/routing table add fib name=isp1\r\n/ip route\r\nadd gateway=10.0.0.1 routing-table=isp1\r\n',
    );
    const marked = '\ufeff/ip dns set servers=1.1.1.1\n';
    const read = readRouterOs(marked, { file: 'x.rsc' });
    const target = { dialect: 'v6', text: '', evidence: [] } as const;
    expect(convertRouterOs(marked, read, { file: 'x.rsc', target }).text).toMatch(/^\ufeff# for RouterOS 6/);
  });

  it('a condition that the target does not have → the rule as a whole goes into a comment', () => {
    const { text, said } = toV6(
      '/ip firewall filter\nadd action=drop chain=forward tos=16\nadd action=accept chain=forward\n',
    );
    expect(text.split('\n').filter(line => !line.startsWith('#'))).toEqual([
      '/ip firewall filter',
      'add action=accept chain=forward',
      '',
    ]);
    expect(said).toEqual(['2 error routeros/cannot-say']);
  });

  it('a statement beside others on its line → alone in the comment', () => {
    expect(toV7('/ip accounting set enabled=yes; /ip dns set servers=1.1.1.1\n').text).toBe(
      '# not converted, /ip accounting exists in RouterOS 6 only: /ip accounting set enabled=yes\n/ip dns set servers=1.1.1.1\n',
    );
  });
});

it('an older v7 lacks what came later', () => {
  const { said } = convert(
    '/ip settings set ipv4-multipath-hash-policy=l4 tcp-syncookies=yes\n',
    'v7',
    'v7',
    15,
  );
  expect(said).toEqual(['1 error routeros/cannot-say']);
});

it('a text that wraps long lines → those that grow are wrapped; one that does not → none', () => {
  const short = 'add check-gateway=ping distance=1 gateway=10.111.111.111 routing-mark=abcdefghij';
  const wrapped = `/ip route\n${short}\nadd comment="${'x'.repeat(40)}" distance=2 gateway=10.0.0.1 routing-mark=\\\n    b\n`;
  expect(toV7(wrapped).text).toContain('gateway=10.111.111.111 \\\n    routing-table=abcdefghij\n');
  expect(toV7(`/ip route\n${short}\n`).text).toContain(`${short.replace('mark=', 'table=')}\n`);
});
