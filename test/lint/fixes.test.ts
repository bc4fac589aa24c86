import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/text/index.ts';
import { judge, mended } from './mending.ts';

/** What is wrong on the page of a rule. */
function wrongOf(id: string): string {
  const page = fileURLToPath(new URL(`../../src/lint/rules/${id}.md`, import.meta.url));
  return /## Wrong[\s\S]*?```rsc\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
}

const findingOf = (id: string, text: string): Diagnostic | undefined =>
  judge(text).diagnostics.find(one => one.id === id);

/** Lines that are in the text with all fixes and not in the text before. */
const added = (text: string): string[] =>
  mended(text, 'all')
    .text.split('\n')
    .filter(line => line !== '' && !text.split('\n').includes(line));

describe('the fix of a mistake', () => {
  it.each([
    ['routes/lease-gateway-fixed', /^add gateway=10\.0\.1\.1 comment="gateway of ether1"$/],
    ['routes/no-main-default', /^add dst-address=0\.0\.0\.0\/0 gateway=\S+ distance=1 check-gateway=ping/],
    ['probes/is-dns', /^add dst-address=9\.9\.9\.9\/32 gateway=10\.0\.1\.1 scope=10$/],
    ['probes/leaks', /^add gateway=8\.8\.8\.8 distance=1 target-scope=10 /],
    ['probes/shared', /^add dst-address=0\.0\.0\.0\/0 gateway=1\.1\.1\.1 distance=2 target-scope=11 /],
    ['probes/next-hop-only', /^add dst-address=8\.8\.8\.8\/32 gateway=10\.0\.2\.1 scope=10$/],
    ['nat/stuck-connections', /^add host=10\.0\.1\.1 interval=10s down-script=.*connection-mark=c1\]"$/],
    ['firewall/ipv6-open', /^add chain=forward in-interface=ether1 action=drop$/],
    ['queues/mark-unset', /packet-mark=voice/],
  ])('%s → needs a look, is applied, and the finding is gone', (id, line) => {
    const text = wrongOf(id);
    const { text: after, leftOut } = mended(text, 'all');
    expect(findingOf(id, text)?.fix).toMatchObject({ isSafe: false, note: expect.stringMatching(/\w/) });
    expect(leftOut.filter(({ finding }) => finding.id === id)).toEqual([]);
    expect(findingOf(id, after)).toBeUndefined();
    expect(added(text).filter(one => line.test(one))).toHaveLength(1);
  });
});

describe('where the text does not tell what is right → no fix', () => {
  it.each([
    [
      'a DHCP client with a script of its own',
      'routes/lease-gateway-fixed',
      '/ip dhcp-client\nadd interface=ether1 add-default-route=no script=":log info x"\n/ip route\nadd gateway=10.0.1.1\n',
    ],
    [
      'a probe address that a script names as well',
      'probes/is-dns',
      `${wrongOf('probes/is-dns')}/tool netwatch\nadd host=8.8.8.8 down-script=":log info down"\n`,
    ],
    [
      'a gateway that a lease names',
      'probes/next-hop-only',
      wrongOf('probes/next-hop-only').replace(
        'add address=10.0.2.2/24 interface=ether2',
        'add address=10.9.9.2/24 interface=ether2\n/ip dhcp-client\nadd interface=ether2 add-default-route=no',
      ),
    ],
    [
      'connections of one line without a mark',
      'nat/stuck-connections',
      wrongOf('nat/stuck-connections').replaceAll(/.*mark=c2.*\n/g, ''),
    ],
    ['a PPTP server that users may dial', 'services/weak-vpn', wrongOf('services/weak-vpn')],
    ['a jump to a chain that nothing is near', 'firewall/jump-nowhere', wrongOf('firewall/jump-nowhere')],
  ])('%s: %s', (_, id, text) => {
    const found = findingOf(id, text);
    expect(found).toMatchObject({ id, do: expect.stringMatching(/\w/) });
    expect(found?.fix).toBeUndefined();
  });
});

const vpn = '# 2025-06-01 by RouterOS 7.12\n/interface pptp-server server\nset enabled=yes\n';

it('services/weak-vpn, and no user of a whole export may dial in by PPTP → it is turned off, safely', () => {
  const text = `${vpn}/ppp secret\nadd name=ana service=l2tp\n`;
  expect(findingOf('services/weak-vpn', text)?.fix).toMatchObject({ isSafe: true });
  expect(mended(text, 'safe').text).toBe(text.replace('enabled=yes', 'enabled=no'));
  expect(
    findingOf('services/weak-vpn', `${vpn}/ppp secret\nadd name=ana service=any\n`)?.fix,
  ).toBeUndefined();
});

it('services/dns-refused: the resolver is off, and the filter drops questions → both are mended', () => {
  const text = `/ip address
add address=192.168.88.1/24 interface=bridge
add address=10.0.1.2/24 interface=ether1
/ip dhcp-server network
add address=192.168.88.0/24 gateway=192.168.88.1 dns-server=192.168.88.1
/ip dns
set servers=9.9.9.9
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input action=drop
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip route
add gateway=10.0.1.1
`;
  const { text: after, leftOut } = mended(text, 'all');
  expect(leftOut).toEqual([]);
  expect(after).toContain('\nset servers=9.9.9.9 allow-remote-requests=yes\n');
  expect(after).toMatch(
    /add chain=input src-address=192\.168\.88\.0\/24 protocol=udp dst-port=53 action=accept\n[^\n]*protocol=tcp[^\n]*\nadd chain=input action=drop/,
  );
  expect(findingOf('services/dns-refused', after)).toBeUndefined();
});

describe('words that are misspelt', () => {
  const text = `# 2025-06-01 by RouterOS 7.12
/ip pool
add name=dhcp ranges=10.0.0.10-10.0.0.99
/ip dhcp-server
add address-pool=dchp interface=ether2 name=d
/ip address
add address=10.0.0.1/24 interface=ether2
/ip firewall filter
add action=acept chain=forward connection-state=establised
add action=jump chain=forward jump-target=viruss
add action=drop chain=virus dst-port=135 protocol=tcp
`;

  it('with all fixes → all are corrected, though they hid other mistakes', () => {
    const after = mended(text, 'all').text;
    for (const word of ['dhcp interface', 'action=accept', 'established', 'jump-target=virus\n'])
      expect(after).toContain(word);
  });

  it('with the safe ones alone → none is', () => {
    expect(mended(text, 'safe').text).toBe(text);
  });

  it('the note is in the language of the finding', () => {
    expect(findingOf('rsc/unknown-pool', text)?.fix?.note).toBe(
      'It is taken for a slip of the pen for dhcp.',
    );
  });
});
