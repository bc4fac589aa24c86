import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ReadResult, readRouterOs } from '../../src/rsc/index.ts';

const read = (file: string): ReadResult =>
  readRouterOs(readFileSync(new URL(file, import.meta.url), 'utf8'), { file });

/** Lines with a finding of that severity or worse. */
function linesOf({ diagnostics }: ReadResult, ...severities: readonly string[]): number[] {
  const lines = diagnostics
    .filter(({ severity }) => severities.includes(severity))
    .map(({ span }) => span.start.line);
  return [...new Set(lines)];
}

const errorsOf = (result: ReadResult) => linesOf(result, 'error');

describe('what RouterOS takes', () => {
  it.each(['mac-server.rsc', 'nat.rsc', 'values.rsc', 'ipv6-hop.rsc'])('%s → no error', file => {
    const result = read(file);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.counts.notUnderstood).toBe(0);
  });

  it('mac-server.rsc: the menus of before 6.41 → kept, every other statement modelled', () => {
    expect(read('mac-server.rsc').counts).toMatchObject({ statements: 6, modelled: 2, kept: 4 });
  });

  it('values.rsc: items without a name → the names that the router gives', () => {
    const { router } = read('values.rsc');
    expect(router.interfaces.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['bridge1', 'vlan1', 'pppoe-out1']),
    );
    expect(router.pools[0]?.name).toBe('pool1');
    expect(router.queueTrees[0]?.name).toBe('queue1');
  });

  it('an interface with blanks as gateway, alone and behind an address → taken, and mentioned', () => {
    const text = `# by RouterOS 7.16
/interface bridge add name="LAN lantai 2"
/interface ethernet set [ find default-name=ether1 ] name="ether1 - WAN"
/ip route add gateway="10.0.0.1%ether1 - WAN" dst-address=0.0.0.0/0
/ip route add gateway="LAN lantai 2" dst-address=10.9.0.0/16
`;
    const { router, diagnostics } = readRouterOs(text, { file: 'blanks.rsc' });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(router.routes.map(({ gateways: [one] }) => one)).toEqual([
      { address: '10.0.0.1', interface: 'ether1 - WAN' },
      { interface: 'LAN lantai 2' },
    ]);
  });

  it('commands-not-menus.rsc: commands with properties → not evaluated, no error', () => {
    const result = read('commands-not-menus.rsc');
    expect(errorsOf(result)).toEqual([]);
    expect(result.counts).toMatchObject({ statements: 6, modelled: 1, notEvaluated: 5 });
  });
});

describe('what RouterOS refuses', () => {
  it('wrongly-accepted.rsc: properties that the table has not → errors, and not in the model', () => {
    const result = read('wrongly-accepted.rsc');
    expect(errorsOf(result)).toEqual(expect.arrayContaining([3, 4, 10, 11, 12, 15, 20, 25]));
    expect(result.router.firewall.ipv4.raw.map(({ origin }) => origin.span.start.line)).toEqual([13]);
    expect(result.counts.notUnderstood).toBe(errorsOf(result).length);
  });

  it.each([
    [3, 'connection-state', 'rsc/unknown-property'],
    [4, 'connection-nat-state', 'rsc/unknown-property'],
    [4, 'tcp-flags', 'rsc/unknown-property'],
    [10, 'connection-state', 'rsc/unknown-property'],
    [11, 'connection-mark', 'rsc/unknown-property'],
    [12, 'routing-mark', 'rsc/unknown-property'],
    [15, 'new-routing-mark', 'rsc/unknown-property'],
    [15, 'to-addresses', 'rsc/unknown-property'],
    [15, 'passthrough', 'rsc/unknown-property'],
    [17, 'out-interface', 'rsc/wrong-direction'],
    [18, 'in-interface', 'rsc/wrong-direction'],
    [19, 'dst-port', 'rsc/port-without-protocol'],
    [20, 'hw-offload', 'rsc/other-version'],
    [23, 'nosuchtable', 'rsc/unknown-table'],
    [24, 'out-interface', 'rsc/wrong-direction'],
    [25, 'reject-with', 'rsc/unknown-property'],
    [26, 'p2p', 'rsc/deprecated-property'],
    [28, 'nosuchtable', 'rsc/unknown-table'],
    [30, 'nosuchtable', 'rsc/unknown-table'],
    [35, 'nosuchif', 'rsc/undeclared-interface'],
    [37, 'nosuchlist', 'rsc/unknown-interface-list'],
    [39, 'nosuchparent', 'rsc/unknown-queue'],
    [40, 'nosuchtype', 'rsc/unknown-queue-type'],
    [42, 'nosuchpool', 'rsc/unknown-pool'],
  ])('wrongly-accepted.rsc:%i: %s → %s', (line, word, id) => {
    const found = read('wrongly-accepted.rsc').diagnostics.filter(one => one.span.start.line === line);
    expect(found.filter(one => one.id === id && one.what.includes(`'${word}'`))).toHaveLength(1);
  });

  it.each([
    ['7.21', '/routing settings set policy-rules=local,mangle,main', 'policy-rules'],
    [
      '7.9',
      '/ip dhcp-server add name=d interface=ether1 address-pool=static-only address-lists=x',
      'address-lists',
    ],
    ['7.22', '/ip route add gateway=10.0.0.1 suppress-hw-offload=yes', 'suppress-hw-offload'],
  ])('%s: %s → said that its console has no %s', (version, text, property) => {
    const { diagnostics } = readRouterOs(`# by RouterOS ${version}\n${text}\n`, { file: 'other.rsc' });
    const found = diagnostics.filter(({ id }) => id === 'rsc/other-version');
    expect(found.map(({ what }) => what.split(' ')[0])).toEqual([`'${property}'`]);
    const { diagnostics: none } = readRouterOs(`${text}\n`, { file: 'no-version.rsc' });
    expect(none.filter(({ id }) => id === 'rsc/other-version')).toEqual([]);
  });

  it('wrongly-accepted.rsc: names that nothing defines, and conditions that cannot be → findings', () => {
    const findings = linesOf(read('wrongly-accepted.rsc'), 'error', 'warning');
    for (const line of [17, 18, 19, 23, 24, 26, 28, 30, 35, 37, 39, 40, 42]) expect(findings).toContain(line);
  });

  it('unknown-list.rsc: unknown lists and tables → findings', () => {
    expect(linesOf(read('unknown-list.rsc'), 'warning')).toEqual([7, 8, 10, 12]);
  });

  it('port-without-protocol.rsc: a port without tcp or udp → refused', () => {
    const result = read('port-without-protocol.rsc');
    expect(errorsOf(result)).toEqual([2, 3]);
    expect(result.router.firewall.ipv4.nat).toEqual([]);
  });
});

describe('what admins paste', () => {
  it('md-fences.md: each fence starts at the root; what is no RouterOS is skipped and counted', () => {
    const { counts, router, diagnostics } = read('md-fences.md');
    expect(counts).toMatchObject({ statements: 2, modelled: 2, notUnderstood: 0 });
    expect(router.firewall.ipv4.mangle).toHaveLength(1);
    expect(diagnostics.find(({ id }) => id === 'rsc/skipped-fence')?.what).toContain('1 more');
  });

  it.each([
    ['bash', 'ip route add default via 10.0.0.1 dev eth0\nexport A=b', 0],
    ['sh', 'set -e\nip addr add 10.0.0.1/24 dev eth0', 0],
    ['json', '{ "a": 1 }\nadd gateway=10.0.0.9', 0],
    ['python', 'import os\n/ip route add gateway=10.0.0.9', 0],
    ['bash', '/ip route add gateway=10.0.0.9', 1],
    ['shell', '/ip/route\nadd gateway=10.0.0.9', 1],
    ['console', '[admin@MikroTik] > /ip route add gateway=10.0.0.9', 1],
    ['routeros', '/ip route\nadd gateway=10.0.0.9', 1],
    ['rsc', 'ip route add gateway=10.0.0.9', 1],
  ])('a fence of %s: %j → %i routes, no error', (language, inside, count) => {
    const text = `\`\`\`\n/ip address\nadd address=10.0.0.2/24 interface=ether1\n\`\`\`\n\`\`\`${language}\n${inside}\n\`\`\`\n`;
    const { router, diagnostics } = readRouterOs(text, { file: 'x.md' });
    expect(router.routes).toHaveLength(count);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.some(({ id }) => id === 'rsc/skipped-fence')).toBe(count === 0);
  });

  it('a fence that goes on where the last one ended → read in its menu', () => {
    const text = '```\n/ip route\nadd gateway=10.0.0.1\n```\nand\n```\nadd gateway=10.0.0.2\n```\n';
    expect(readRouterOs(text, { file: 'x.md' }).router.routes).toHaveLength(2);
  });

  it('a page with its tags → tags skipped and counted, the rest read', () => {
    const text = '<pre>\n/ip route\nadd gateway=10.0.0.1\n</pre>\n<br/>\n';
    const { router, diagnostics } = readRouterOs(text, { file: 'x.html' });
    expect(router.routes).toHaveLength(1);
    expect(diagnostics.map(({ id, severity }) => [id, severity])).toEqual([['rsc/skipped-markup', 'info']]);
  });

  it('a forum post with its tags → the same', () => {
    const text = '[code]\n/ip route\nadd gateway=10.0.0.1\n[/code]\n';
    const { router, counts } = readRouterOs(text, { file: 'x.txt' });
    expect(router.routes).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 1, notUnderstood: 0 });
  });

  it('one-broken-quote.rsc → one error, and the next statement is read', () => {
    const { router, counts, diagnostics } = read('one-broken-quote.rsc');
    expect(diagnostics.map(({ id }) => id)).toEqual(['rsc/unclosed-quote']);
    expect(counts).toMatchObject({ statements: 2, modelled: 1, notUnderstood: 1 });
    expect(router.routes).toHaveLength(1);
  });

  it('v6-read-as-v7.rsc: a property of v6 alone → read as v6', () => {
    expect(read('v6-read-as-v7.rsc').version).toMatchObject({
      dialect: 'v6',
      evidence: [expect.objectContaining({ en: 'server-dns-names in /system ntp client exists in v6 only' })],
    });
  });
});
