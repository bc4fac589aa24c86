import { describe, expect, it } from 'vitest';
import { changesBetween, changeText, writtenChanges } from '../../src/diff/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';

const file = 'office.rsc';

/** What `jalur diff` prints of the changes between two texts. */
function diff(before: string, after: string): readonly string[] {
  const [old, now] = [readRouterOs(before, { file }), readRouterOs(after, { file })];
  const secrets = { before: old.secrets, after: now.secrets };
  const changes = changesBetween(old.router, now.router, secrets);
  const written = writtenChanges(new Map([[file, before]]), new Map([[file, after]]), changes);
  return [...changes, ...written].map(change => changeText(change, 'en'));
}

const seven = '# by RouterOS 7.15\n';

describe('what a diff says', () => {
  it('one property of a rule → the rule by its number and comment, and that property', () => {
    const forward = (to: string) =>
      `/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=dstnat action=dst-nat protocol=tcp dst-port=3389 to-addresses=${to} comment="remote desktop"
`;
    expect(diff(forward('10.5.50.6'), forward('10.5.50.7'))).toEqual([
      '~ /ip firewall nat #1 "remote desktop"  office.rsc:3  to-addresses: 10.5.50.6 → 10.5.50.7',
    ]);
  });

  it.each([
    [
      '/interface wireguard\nadd name=wg1 listen-port=13231',
      '13231',
      '13232',
      /\/interface wireguard #0 "wg1".*listen-port: 13231 → 13232/,
    ],
    ['/ip service\nset www-ssl disabled=no port=443', '443', '8443', /\/ip service .*port: 443 → 8443/],
    ['/system ntp client\nset enabled=yes', 'yes', 'no', /\/system ntp client .*enabled: yes → no/],
    [
      '/ip hotspot user profile\nset default rate-limit=2M/2M',
      '2M/2M',
      '5M/5M',
      /\/ip hotspot user profile .*2M\/2M.*5M\/5M/,
    ],
    [
      '/ipv6 firewall filter\nadd chain=input action=drop',
      'drop',
      'accept',
      /\/ipv6 firewall filter #0 .*action: drop → accept/,
    ],
    [
      '/routing ospf instance\nadd name=o1 router-id=10.0.0.1',
      '10.0.0.1',
      '10.0.0.2',
      /\/routing ospf instance .*10\.0\.0\.1.*10\.0\.0\.2/,
    ],
  ])('%s: %s → %s', (text, was, is, said) => {
    const changes = diff(`${seven}${text}\n`, `${seven}${text.replace(was, is)}\n`);
    expect(changes).toEqual([expect.stringMatching(said)]);
  });

  it('a default that is no longer stated → said as the default', () => {
    const add = (more: string) => `${seven}/ip dhcp-client\nadd interface=ether1${more}\n`;
    expect(diff(add(' add-default-route=no'), add(''))).toEqual([
      '~ /ip dhcp-client #0  office.rsc:3  add-default-route: no → yes (default)',
    ]);
  });

  it('a password → that it changed, and not what it was', () => {
    const secret = (word: string) => `${seven}/ppp secret\nadd name=anna password=${word}\n`;
    const [said = '', ...more] = diff(secret('pineapple'), secret('grapefruit'));
    expect(more).toEqual([]);
    expect(said).toContain('"anna"');
    expect(said).toContain('password: changed (not shown)');
    expect(said).not.toMatch(/pineapple|grapefruit/);
  });

  it('a password in a statement that is only kept → masked', () => {
    const kept = (word: string) =>
      `${seven}/interface wireless security-profiles\nset default wpa2-pre-shared-key=${word}\n`;
    const said = diff(kept('pineapple'), kept('grapefruit')).join();
    expect(said).toContain('wpa2-pre-shared-key=REDACTED');
    expect(said).not.toMatch(/pineapple|grapefruit/);
  });

  it('a line of a script → that line', () => {
    const script = (host: string) =>
      `${seven}/system script\nadd name=watch source=":log info start\\r\\n:ping ${host}\\r\\n:log info end"\n`;
    expect(diff(script('1.1.1.1'), script('9.9.9.9'))).toEqual([
      '~ /system script #0 "watch"  office.rsc:3  source line 2: ":ping 1.1.1.1" → ":ping 9.9.9.9"',
    ]);
  });

  it('a rule that is moved and changed → both, in one line', () => {
    const [a, b, c] = [
      'add chain=input action=accept protocol=icmp',
      'add chain=input action=accept src-address=10.0.0.0/8 comment=office',
      'add chain=input action=drop',
    ];
    const rules = (...lines: readonly (string | undefined)[]) =>
      `${seven}/ip firewall filter\n${lines.join('\n')}\n`;
    expect(diff(rules(a, c, b), rules(b?.replace('10.0.0.0/8', '10.1.0.0/16'), a, c))).toEqual([
      '~ /ip firewall filter #0 "office"  office.rsc:3  src-address: 10.0.0.0/8 → 10.1.0.0/16; moved: #2 → #0',
    ]);
  });

  it('one of two equal rules removed → one removal', () => {
    const rule = 'add chain=forward action=drop protocol=udp\n';
    const accept = 'add chain=forward action=accept protocol=tcp\n';
    const menu = `${seven}/ip firewall filter\n`;
    expect(diff(menu + rule + accept + rule, menu + accept + rule)).toHaveLength(1);
  });

  it('a variable → the items that use it, and the line that sets it', () => {
    const text = (gateway: string) => `${seven}:global gw ${gateway}\n/ip route add gateway=$gw\n`;
    expect(diff(text('10.1.1.1'), text('10.1.1.2'))).toEqual([
      expect.stringContaining('/ip route #0  office.rsc:3  gateway: 10.1.1.1 → 10.1.1.2'),
      expect.stringContaining(':global gw 10.1.1.1 → :global gw 10.1.1.2'),
    ]);
  });

  it('only the order of words, wraps and blanks → nothing', () => {
    const before = `${seven}/ip route\nadd gateway=10.1.1.1 distance=2\n`;
    const after = `${seven}/ip route\nadd   distance=2 \\\n    gateway=10.1.1.1\n`;
    expect(diff(before, after)).toEqual([]);
  });

  it('another version → said', () => {
    expect(
      diff('# by RouterOS 6.49.7\n/ip dns set servers=1.1.1.1\n', `${seven}/ip dns set servers=1.1.1.1\n`),
    ).toEqual(['~ RouterOS v6 (6.49.7) → v7 (7.15)']);
  });
});
