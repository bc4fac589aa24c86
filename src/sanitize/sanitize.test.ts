import { describe, expect, it } from 'vitest';
import { ipv4ToNumber, isPrivateNetwork, printIpv4 } from '../net/index.ts';
import { sanitize } from './index.ts';
import { AddressMap } from './ipv4.ts';
import { Keyed } from './prf.ts';

const key = Uint8Array.from({ length: 16 }, (_, i) => 3 * i + 1);
const clean = (text: string): string => sanitize(text, 'a.rsc', key).text;

describe('sanitize', () => {
  it('a name → the same wherever it stands: in scripts, nested quotes, wrapped lines and remarks', () => {
    const text = `# Biznet is our provider
/interface list add name=Biznet
/ip firewall filter add chain=input in-interface-list=Biznet action=drop comment="from Biznet only"
/system script add name=x source="/interface list set [find name=\\"Biznet\\"] comment=\\"see Biznet\\\\r\\\\nBiznet\\""
/ip firewall nat add chain=srcnat out-interface-list=Biz\\
    net action=masquerade
`;
    const made = clean(text);
    const [, name = ''] = /list add name=(\w+)/.exec(made) ?? [];
    expect(made).not.toMatch(/biznet/i);
    expect(made.split(name).length).toBe(9);
    expect(made).toContain(`\\"${name}\\"`);
    expect(made).toContain(`out-interface-list=${name}\\\n    action`.replace(/ {4}/, '     '));
    expect(made.split('\n').length).toBe(text.split('\n').length);
  });

  it("numbers of customers, tokens and chats of messengers → replaced; ports, rates and a rule's numbers → kept", () => {
    const made =
      clean(`/interface pppoe-client add name=p interface=ether1 user="1234567890@telkom.net" password=x
/system script add name=tell source=":local token \\"123456:AAFxyz_abcDEF\\"; /tool fetch url=\\"https://api.telegram.org/bot\\$token/sendMessage?chat_id=-1001234567\\""
/ip firewall filter add chain=input protocol=tcp dst-port=8291,50000 action=drop
/queue simple add name=q target=ether1 max-limit=10000000/2000000
`);
    expect(made).not.toMatch(/1234567890|123456:|AAFxyz|1001234567/);
    expect(made).toMatch(/user="\d{10}@/);
    expect(made).toContain('dst-port=8291,50000');
    expect(made).toContain('max-limit=10000000/2000000');
  });

  it('names that differ in capitals alone → still do', () => {
    const [one = '', two = '', three = ''] = clean('biznet Biznet BIZNET').split(' ');
    expect(two.toLowerCase()).toBe(one);
    expect(three).toBe(one.toUpperCase());
    expect(two).not.toBe(one);
  });

  it('words of RouterOS and of the trade, shortened ones too → kept', () => {
    const text =
      '/ip fire man add ch=prerouting in-interface=ether1-WAN action=mark-connection new-connection-mark=ISP1_conn\n';
    expect(clean(text)).toBe(text);
  });

  it.each([
    ['password=geheim', 'geheim'],
    ['wpa2-pre-shared-key="two words"', 'two words'],
    ['ipsec-secret="a\\"b"', 'a\\"b'],
    ['on-up="/ppp secret add name=x password=\\"geheim\\""', 'geheim'],
    ['private-key="QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY="', 'QUJDREVGR0hJ'],
  ])('%s → another secret of the same shape', (stated, secret) => {
    const made = clean(`/x add ${stated} disabled=no\n`);
    expect(made).not.toContain(secret);
    expect(made.length).toBe(`/x add ${stated} disabled=no\n`.length);
    expect(made).toMatch(/ disabled=no\n$/);
  });

  it('prose on a page → no name stays, also before a =', () => {
    expect(clean('Our Biznet=10.1.2.3 is dead, says Budi:\n')).not.toMatch(/Biznet|Budi|10\.1\.2/);
  });

  it('MAC addresses, numbers of devices, telephones, bytes of other scripts → others', () => {
    const text = `# serial number = 8D3A0B1C2D3E
# software id = ABCD-1234
# model = RB750Gr3
/ip dhcp-server lease add mac-address=AA:BB:CC:11:22:33 comment="Budi 0812-3456-7890 \\D0\\9F\\D1\\80"
`;
    const made = clean(text);
    for (const own of ['8D3A0B1C2D3E', 'ABCD-1234', 'AA:BB:CC', 'Budi', '0812', '\\D0'])
      expect(made).not.toContain(own);
    expect(made).toContain('model = RB750Gr3');
    expect(made).toMatch(/mac-address=(?:[0-9A-F]{2}:){5}[0-9A-F]{2} /);
  });

  it('what has no owner → kept, and said', () => {
    const { text, kept } = sanitize(
      '/ip dns set servers=8.8.8.8 # mulai 127.0.0.1 255.255.255.0 wan',
      'a',
      key,
    );
    expect(text).toContain('servers=8.8.8.8');
    expect(kept.addresses).toEqual(['127.0.0.1', '255.255.255.0', '8.8.8.8']);
    expect(kept.words).toContain('wan');
  });

  it('IPv6 → networks stay networks, hosts numbered by hand keep their number', () => {
    const made = clean(
      '/ipv6 address add address=2400:8901:1:2::1/64\n/ipv6 route add dst-address=2400:8901:1::/48\n',
    );
    const [, host = ''] = /address=([^\n]*)::1\/64/.exec(made) ?? [];
    const [, network = ''] = /dst-address=([^\n]*)::\/48/.exec(made) ?? [];
    expect(made).not.toContain('2400:8901');
    expect(host.startsWith(`${network}:`)).toBe(true);
  });

  it('another key → other names; the same → the same', () => {
    const text = '/system identity set name=Biznet\n';
    expect(clean(text)).toBe(clean(text));
    expect(sanitize(text, 'a', new Uint8Array(16)).text).not.toBe(clean(text));
  });
});

describe('AddressMap', () => {
  const addresses = [
    '10.1.0.1',
    '10.1.0.77',
    '10.1.200.9',
    '10.2.0.1',
    '10.77.3.4',
    '172.16.5.1',
    '172.31.5.1',
    '192.168.1.1',
    '192.168.88.1',
    '192.168.88.254',
    '100.64.3.1',
    '100.100.3.1',
    '36.66.1.2',
    '36.66.1.9',
    '36.67.0.1',
    '103.5.6.7',
    '203.80.1.1',
    '8.8.8.8',
    '8.8.4.1',
  ].map(text => ipv4ToNumber(text as never));
  const seen = [
    ...addresses.map(value => ({ value, length: 32 })),
    { value: ipv4ToNumber('10.0.0.0'), length: 8 },
    { value: ipv4ToNumber('10.1.0.0'), length: 16 },
    { value: ipv4ToNumber('192.168.88.0'), length: 24 },
  ];
  const bits = (a: number, b: number): number => Math.clz32((a ^ b) >>> 0);

  it.each(Array.from({ length: 30 }, (_, n) => n))(
    'key %i → common bits, order within a class and kind stay',
    n => {
      const map = new AddressMap(
        new Keyed(new Uint8Array(16).fill(n)),
        seen,
        new Set([ipv4ToNumber('8.8.8.8')]),
      );
      const made = addresses.map(value => map.pseudonym(value));
      for (const [i, a] of addresses.entries()) {
        expect(isPrivateNetwork(`${printIpv4(made[i] ?? 0)}/32`)).toBe(
          isPrivateNetwork(`${printIpv4(a)}/32`),
        );
        for (const [j, b] of addresses.entries()) {
          const [x = 0, y = 0] = [made[i], made[j]];
          const common = bits(a, b);
          // Public addresses of different first octets have but their first bit in common for sure.
          if (common >= 8) expect(bits(x, y)).toBe(common);
          if (common >= 8 && a < b) expect(x).toBeLessThan(y);
        }
      }
      expect(map.pseudonym(ipv4ToNumber('10.0.0.0'), 8)).toBe(ipv4ToNumber('10.0.0.0'));
      const network = map.pseudonym(ipv4ToNumber('10.1.0.0'), 16);
      expect(network % 2 ** 16).toBe(0);
      expect(map.pseudonym(ipv4ToNumber('10.1.200.9')) - network).toBe(200 * 256 + 9);
      expect(map.pseudonym(ipv4ToNumber('8.8.8.8'))).toBe(ipv4ToNumber('8.8.8.8'));
    },
  );
});
