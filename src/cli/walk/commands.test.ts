import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { quietly } from '../../../test/hostile/quietly.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function jalur(...words: string[]) {
  const { code, out, err } = await quietly(words);
  return { code, out, err, head: out.split('\n')[0] ?? '' };
}

const web = ['--src', '192.168.0.10', '--dst', '8.8.8.8', '--proto', 'tcp', '--dport', '443'];

describe('--engine linux', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jalur-engine-')), 'office.rsc');
  const paper = readFileSync(join(root, 'examples/paper-fixed/paper-fixed.rsc'), 'utf8');
  const more =
    '/ip firewall mangle\nadd action=change-ttl chain=forward new-ttl=increment:1 passthrough=yes\n';
  const bench = [
    '--lease',
    'ether1=10.10.10.254/24,10.10.10.1',
    '--lease',
    'ether2=20.20.20.254/24,20.20.20.1',
  ];
  writeFileSync(file, `${paper.trimEnd()}\n${more}`);
  const line = paper.trimEnd().split('\n').length + 2;

  it.each([
    ['explain', ['--in', 'ether4', ...web]],
    ['spread', ['--flows', '50']],
    ['prove', []],
  ] as const)('jalur %s: says which rules the Linux program does not have', async (command, words) => {
    const said = `office.rsc:${line}: this rule is not in the Linux program: nftables can set a TTL, not change it by a step.`;
    expect((await jalur(command, file, ...bench, ...words, '--engine', 'linux')).out).toContain(said);
    expect((await jalur(command, file, ...bench, ...words)).out).not.toContain('Linux program');
  });
});

describe('--lease', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jalur-lease-')), 'office.rsc');
  const text = `/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1 disabled=no
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
`;
  writeFileSync(file, text);
  const explain = (lease: string, ...more: string[]) =>
    jalur('explain', file, '--in', 'ether4', ...web, '--lease', `ether1=${lease}`, ...more);

  it('a gateway outside its network → as Linux by it, as RouterOS nowhere', async () => {
    const lease = '10.1.1.2/24,203.0.113.1';
    expect((await explain(lease, '--engine', 'linux')).head).toBe('It leaves by ether1 as 10.1.1.2.');
    expect((await explain(lease)).head).toBe('It is dropped: no route leads to its destination.');
  });

  it('what our gateway would refuse → said, and no lease is assumed in its place', async () => {
    const { head, out } = await explain('192.168.0.7/24,192.168.0.254', '--engine', 'linux');
    expect(head).toBe('It is dropped: no route leads to its destination.');
    expect(out).toContain('its address 192.168.0.7 lies in 192.168.0.0/24, the network of ether4.');
  });
});

describe('jalur explain', () => {
  it("answers in its first line: the paper's packets all leave by ISP1", async () => {
    const { code, head, out } = await jalur('explain', 'examples/paper', '--in', 'ether4', ...web);
    expect(code).toBe(0);
    expect(head).toMatch(/^It leaves by ISP1 \(ether1\) as 10\.10\.10\.254, whatever the hash says: /);
    expect(out).toContain('10.111.0.1 lies in no connected network');
    expect(out).toContain('172.16.0.1 lies in no connected network');
    expect(out).toContain('paper.rsc:25  add chain=prerouting connection-mark=ISP1_conn');
    expect(out).toContain('Assumed: all interfaces running');
  });

  it('says what jalur run does otherwise with what leaves by a line, as Linux alone', async () => {
    const ask = (...more: string[]) =>
      jalur('explain', 'examples/paper-fixed', '--in', 'lan', ...web, ...more);
    const note = 'connections carry the number of the line that they leave by';
    expect((await ask('--engine', 'linux')).out).toContain(note);
    expect((await ask('--engine', 'linux', '--lang', 'id')).out).toContain('koneksi membawa nomor saluran');
    expect(JSON.parse((await ask('--engine', 'linux', '--json')).out).notes).toHaveLength(1);
    expect((await ask('--engine', 'routeros')).out).not.toContain(note);
  });

  it('says which seed an answer for Linux hangs on, and only where it does', async () => {
    const ask = async (...more: string[]) => {
      const words = ['--in', 'lan', ...web, '--engine', 'linux', ...more];
      return (await jalur('explain', 'examples/paper-fixed', ...words)).out;
    };
    const note = 'PCC is that of a gateway with seed 0';
    expect(await ask()).toContain(note);
    expect(await ask('--through', 'isp1')).toContain(note);
    expect(await ask('--lang', 'id')).toContain('PCC dihitung untuk gateway dengan seed 0');
    for (const more of [
      ['--seed', '0'],
      ['--down', 'isp1'],
      ['--engine', 'routeros'],
    ])
      expect(await ask(...more)).not.toContain(note);
  });

  it('follows a packet in a chosen boot, with its answer', async () => {
    const { head, out } = await jalur(
      'explain',
      'examples/paper-fixed',
      '--in',
      'lan',
      ...web,
      '--seed',
      '1',
      '--reply',
    );
    expect(head).toBe(
      'It leaves by ISP2 (ether2) as 20.20.20.254, because PCC remainder 2 → ISP2_conn → to_ISP2.',
    );
    expect(out).toContain('The answer: It goes to 192.168.0.10:40000 on LAN (ether4)');
  });

  it('takes faults by the name of the line', async () => {
    const { head } = await jalur('explain', 'examples/paper-fixed', '--in', 'LAN', ...web, '--down', 'isp1');
    expect(head).toMatch(/^It leaves by ISP2 \(ether2\) as 20\.20\.20\.254/);
  });

  it('says why rules did not match', async () => {
    const { out } = await jalur(
      'explain',
      'examples/paper',
      '--in',
      'ether4',
      ...web,
      '--seed',
      '0',
      '--why-not',
      '18',
    );
    expect(out).toContain('did not match, because in-interface=ether1 and it came in by ether4');
  });

  it('follows a connection while its line goes down and comes back: v6 leaves it stuck', async () => {
    const words = ['--in', 'lan', ...web, '--through', 'isp1'];
    const { head, out } = await jalur('explain', 'examples/paper-fixed/paper-fixed-v6.rsc', ...words);
    expect(head).toContain('the client must connect anew.');
    expect(out).toContain(
      'leaves by ISP1 (ether1) as 20.20.20.254, which is an address of ISP2 (ether2): no answer can come',
    );
    expect((await jalur('explain', 'examples/paper-fixed', ...words)).out).not.toContain(
      'no answer can come',
    );
  });

  it('gives data', async () => {
    const { out } = await jalur(
      'explain',
      'examples/paper',
      '--in',
      'ether4',
      ...web,
      '--seed',
      '0',
      '--json',
    );
    const said = JSON.parse(out) as { ways: { ending: unknown }[] };
    expect(said.ways[0]?.ending).toMatchObject({
      kind: 'forwarded',
      out: 'ether1',
      src: { address: '10.10.10.254' },
    });
  });

  it('without --in → a source of a network comes in where that lies, an own address is the router, others are said', async () => {
    const from = async (src: string) =>
      (await jalur('explain', 'examples/paper-fixed', '--src', src, '--dst', '8.8.8.8', '--seed', '0')).out;
    expect(await from('192.168.0.10')).toContain('1. It comes in by LAN (ether4).');
    expect(await from('192.168.0.10')).toContain(
      'Assumed: 192.168.0.10 comes in by ether4, where 192.168.0.0/24 lies',
    );
    expect(await from('192.168.0.1')).toContain('1. The router makes it');
    expect(await from('192.168.0.1')).not.toContain('Assumed: 192.168.0.1');
    expect(await from('203.0.113.9')).toContain('Assumed: the router makes it with source 203.0.113.9');
  });

  it.each([
    [['--in', 'ether9', ...web], 'there is no interface ether9'],
    [['--in', 'ether4', '--src', 'here', '--dst', '8.8.8.8'], '--src here is no IPv4 address'],
  ])('refuses %j', async (words, sentence) => {
    const { code, err } = await jalur('explain', 'examples/paper', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('--lang id', () => {
  const id = ['--lang', 'id'];

  it.each([
    [
      ['explain', 'examples/paper-fixed', '--in', 'lan', ...web, '--seed', '1'],
      'Paket keluar lewat ISP2 (ether2) dengan alamat 20.20.20.254, karena sisa PCC 2 → ISP2_conn → to_ISP2.',
    ],
    [['prove', 'examples/paper'], '3 syarat dilanggar, dengan 4 cara; '],
    [['spread', 'examples/paper-fixed', '--flows', '50'], 'Perkiraan pembagian koneksi: ISP1 (ether1)'],
    [
      ['diff', 'examples/paper-fixed', 'examples/paper-fixed', '--flows', '50'],
      'Tidak ada perubahan; selagi semua WAN hidup, dari 50 koneksi 0 berpindah',
    ],
    [['routes', 'examples/paper'], '10.111.0.1 tidak ada di jaringan mana pun yang terhubung langsung'],
    [['plan', 'examples/paper-fixed'], '# Diasumsikan: semua interface running'],
    [['parse', 'examples/paper/paper.rsc'], 'dimodelkan'],
  ])('%j → Indonesian', async (words, sentence) => {
    expect((await jalur(...words, ...id)).out).toContain(sentence);
  });

  it('explain: the same steps and places as in English', async () => {
    const words = ['explain', 'examples/paper', '--in', 'ether4', ...web, '--seed', '0', '--why-not', 'all'];
    const places = (out: string) => out.match(/paper\.rsc:\d+/g);
    const [english, indonesian] = [(await jalur(...words)).out, (await jalur(...words, ...id)).out];
    expect(places(indonesian)).toEqual(places(english));
    expect(indonesian).not.toMatch(/\b(the|leaves|because|is|does)\b/);
  });
});

describe('the world that all commands look at', () => {
  it.each(['routes', 'plan', 'prove', 'spread', 'explain', 'diff'])(
    '%s: options of the world → said in the same words',
    async command => {
      const more = { explain: ['--in', 'ether4', ...web], diff: ['examples/paper-fixed'] }[command] ?? [];
      const world = [
        '--down',
        'ISP2',
        '--unreachable',
        '8.8.4.4',
        '--wan',
        'ether1,ether2',
        '--lan',
        'ether4',
      ];
      const { out } = await jalur(command, 'examples/paper-fixed', ...more, ...world);
      for (const sentence of [
        'ether1 has 10.10.10.254/24, gateway 10.10.10.1, as topology.yaml says.',
        'ether2 is unplugged.',
        '8.8.4.4 does not answer.',
        'Assumed: all other interfaces running (say otherwise with --down <interface>).',
      ])
        expect(out).toContain(sentence);
    },
  );

  it('plan: WANs that the user states → the packets that the router makes itself are re-routed towards those alone', async () => {
    const guard = async (...more: string[]) =>
      /oifname (.+) ct mark & \S+ vmap/.exec((await jalur('plan', 'examples/paper-fixed', ...more)).out)?.[1];
    expect(await guard()).toBe('{ "ether1", "ether2" }');
    expect(await guard('--wan', 'ether2')).toBe('"ether2"');
  });

  it.each([
    [['--unreachable', '10.9.9.9'], 'no route checks a gateway 10.9.9.9'],
    [['--down', 'ether9'], 'there is no interface ether9'],
    [['--lan', 'ether9'], 'has no interface ether9, which --wan or --lan names'],
  ])('%j → refused with what there is', async (words, sentence) => {
    const { code, err } = await jalur('routes', 'examples/paper-fixed', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('jalur spread', () => {
  it('shows two to one', async () => {
    const { code, out } = await jalur('spread', 'examples/paper-fixed', '--flows', '600', '--json');
    const { shares } = JSON.parse(out) as { shares: { way: string; connections: number }[] };
    expect(code).toBe(0);
    expect(shares[0]?.connections).toBeGreaterThan(0.6);
    expect(shares[1]?.connections).toBeGreaterThan(0.28);
  });
});

describe('jalur diff', () => {
  it('says who moves when a line goes down', async () => {
    const { code, head, out } = await jalur(
      'diff',
      'examples/paper-fixed',
      'examples/paper-fixed',
      '--down',
      'ISP1',
    );
    expect(code).toBe(0);
    expect(head).toMatch(
      /^No change; of 2000 connections 1[23]\d\d move; of \d+ other kinds of packets \d+ end in another way\.$/,
    );
    expect(out).toContain('change their WAN: ISP1 (ether1) → ISP2 (ether2)');
  });
});

describe('jalur prove', () => {
  it('gives 1 and counter-examples for the paper', async () => {
    const { code, head, out } = await jalur('prove', 'examples/paper');
    expect(code).toBe(1);
    expect(head).toMatch(/^3 invariants are violated, in 4 ways; \d+ hold\.$/);
    expect(out).toContain('Packets are marked for table to_ISP1, which holds no active route');
    expect(out).toMatch(/It begins with tcp \S+ → 20\.20\.20\.254:443, in by ether2 \(seed 0\)\./);
  });

  it('gives 0 for its repair', async () => {
    const { code, head } = await jalur('prove', 'examples/paper-fixed');
    expect(code).toBe(0);
    expect(head).toMatch(/^All holds: \d+ kinds of packets in 7 states of the WANs\.$/);
  });

  it('gives 2 for what cannot be read', async () => {
    expect((await jalur('prove', 'examples/none.rsc')).code).toBe(2);
  });

  it('gives 2 for a text about which there is nothing to say, and says what it lacks', async () => {
    const { code, head, out } = await jalur('prove', 'test/errors/property-unknown-in-settings.rsc');
    expect(code).toBe(2);
    expect(head).toBe(
      'Nothing to judge: this text has no WAN, no LAN, no route, no rule that marks for a table.',
    );
    expect(out).not.toContain('Not judged');
  });

  it('--json → why there is no answer is data too', async () => {
    const missing = await jalur('prove', 'examples/none.rsc', '--json');
    expect(missing.code).toBe(2);
    expect(JSON.parse(missing.out)).toMatchObject({
      file: 'examples/none.rsc',
      verdict: 'not-judged',
      why: expect.stringContaining('cannot be read'),
    });
    const empty = await jalur('prove', 'README.md', '--json');
    expect(JSON.parse(empty.out)).toMatchObject({
      verdict: 'not-judged',
      answer: expect.stringMatching(/^Nothing to judge: this text has no WAN/),
    });
  });
});
