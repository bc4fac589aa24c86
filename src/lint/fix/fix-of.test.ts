import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../rsc/index.ts';
import { lintText } from '../testing.ts';

/** What the first finding of a rule proposes. */
function fixOf(id: string, text: string) {
  const fix = lintText(text, [id]).find(one => one.id === id)?.fix;
  const edits = (fix?.edits ?? []).map(({ span, text: put }) => ({
    start: span.start.offset,
    end: span.end.offset,
    text: put,
  }));
  return { ...fix, text: applyEdits(text, edits).text };
}

const pcc =
  'chain=prerouting in-interface=bridge connection-mark=no-mark per-connection-classifier=src-address:2';
const balance = `/ip firewall mangle
add ${pcc}/0 action=mark-connection new-connection-mark=a
add ${pcc}/0 action=mark-connection new-connection-mark=b
`;

describe('a fix', () => {
  it('a property that is stated → its value is replaced, and found by few words', () => {
    const { text, commands, isSafe } = fixOf('pcc/remainder-missing', balance);
    expect(text).toBe(balance.replace(/2\/0(?= action=mark-connection new-connection-mark=b)/, '2/1'));
    expect(commands).toEqual([
      '/ip firewall mangle set [find new-connection-mark=b] per-connection-classifier=src-address:2/1',
    ]);
    expect(isSafe).toBe(true);
  });

  it('a property that is not stated → behind its statement, in wrapped lines that end in CR LF, too', () => {
    const wrapped = balance
      .replace('2/0 action', '2/0 \\\n    action')
      .replace('2/0 action', '2/1 action')
      .replaceAll('\n', '\r\n');
    expect(fixOf('pcc/mid-life', wrapped).text).toBe(
      wrapped.replaceAll(/(new-connection-mark=\w)/g, '$1 connection-state=new'),
    );
  });

  const route = 'add dst-address=0.0.0.0/0 gateway=10.0.0.1';
  const address = '/ip address\nadd address=10.0.0.2/24 interface=ether1\n';

  it('a statement that goes → its whole line, the rest as it was; told from its like by its number', () => {
    const text = `${address}/ip route\n${route} # first\n  ${route};\n# last\n`;
    const fix = fixOf('routes/duplicate', text);
    expect(fix.text).toBe(`${address}/ip route\n${route} # first\n# last\n`);
    expect(fix.commands).toEqual([
      '/ip route remove [:pick [find dst-address=0.0.0.0/0 gateway=10.0.0.1] 1]',
    ]);
  });

  it('a statement on a line of others → it alone', () => {
    const text = `${address}/ip route ${route}; /ip route ${route}; /ip dns set servers=8.8.8.8\n`;
    expect(fixOf('routes/duplicate', text).text).toBe(
      `${address}/ip route ${route}; ; /ip dns set servers=8.8.8.8\n`,
    );
  });

  it('in a script → no edit, as its quotes are not ours to write', () => {
    const text = `${address}:if (true) do={\n/ip route ${route}\n/ip route ${route}\n}\n`;
    const fix = lintText(text, ['routes']).find(({ id }) => id === 'routes/duplicate')?.fix;
    expect(fix?.edits ?? []).toEqual([]);
  });
});

it('rules that are put before all → before the first one, each before those of lines above it', () => {
  const text = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
add address=192.168.0.1/24 interface=bridge
/ip route
add dst-address=0.0.0.0/0 gateway=203.0.113.1 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=198.51.100.1 distance=2 check-gateway=ping
/ip firewall mangle
add chain=forward action=mark-packet new-packet-mark=x
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
add chain=dstnat in-interface=ether2 protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.9
`;
  const { text: after, commands = [] } = fixOf('marks/answers-not-pinned', text);
  expect(after).toMatch(
    /mangle\nadd [^\n]*in-interface=ether1[^\n]*mark-connection[^\n]*\nadd [^\n]*mark-routing[\s\S]*\nadd chain=forward/,
  );
  expect(
    commands.filter(line => line.includes('mangle')).every(line => / place-before=\[find /.test(line)),
  ).toBe(true);
  expect(lintText(after).filter(({ id }) => id === 'marks/answers-not-pinned')).toEqual([]);
});

it('a value that a variable stands for → no edit, as the text would lose it', () => {
  const text = `:local gw 10.0.1.1
/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=$gw distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`;
  const fix = lintText(text, ['probes/next-hop-only']).find(({ id }) => id === 'probes/next-hop-only')?.fix;
  expect(fix?.edits ?? []).toEqual([]);
});

describe('lines of a menu that the text does not have', () => {
  const open = (before: string, after: string) => `${before}/ip address
add address=10.0.1.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether3
/ip dhcp-server network
add address=192.168.0.0/24 dns-server=192.168.0.1
${after}`;
  const dns = (text: string) => fixOf('services/dns-refused', text).text;
  const header = '# 2025-06-01 by RouterOS 7.12\n';
  const section = '/ip dns\nset allow-remote-requests=yes\n';

  it('before the first menu that exports print later, above its comments', () => {
    const after = '# what answers\n/ip route\nadd gateway=10.0.1.1\n';
    expect(dns(open(header, after))).toBe(open(header, section + after));
  });

  it('behind all, where none comes later', () => {
    expect(dns(open(header, ''))).toBe(open(header, section));
  });

  it('empty lines part sections → this one, too', () => {
    const text = open(header, '/ip route\nadd gateway=10.0.1.1\n').replaceAll(/\n(?=\/)/g, '\n\n');
    expect(dns(text)).toBe(text.replace('/ip route', `${section}\n/ip route`));
  });

  it('each line names its menu → this one, too', () => {
    const text = `${header}/ip address add address=192.168.0.1/24 interface=ether3
/ip dhcp-server network add address=192.168.0.0/24 dns-server=192.168.0.1
/ip route add gateway=192.168.0.9
`;
    expect(dns(text)).toContain('192.168.0.1\n/ip dns set allow-remote-requests=yes\n/ip route add');
  });
});
