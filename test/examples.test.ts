import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { quietly } from './hostile/quietly.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function jalur(command: string, example: string, ...words: string[]) {
  const { code, out } = await quietly([command, `examples/${example}`, ...words]);
  return { code, out, head: out.split('\n')[0] ?? '' };
}

const web = ['--dst', '9.9.9.9', '--proto', 'tcp', '--dport', '443'];

describe('two PPPoE lines and an LTE modem', () => {
  const name = 'dual-pppoe-lte';
  const from = ['--in', 'bridge', '--src', '192.168.88.20', ...web];

  it('prove → holds, and says which addresses it assumes', async () => {
    const { code, head, out } = await jalur('prove', name);
    expect(head).toMatch(/^All holds: /);
    expect(out).toContain('Assumed: pppoe-a has 100.64.1.3, peer 100.64.1.1, from its provider');
    expect(code).toBe(0);
  });

  it('explain → by the hash; with a fibre unplugged by the other; with both dead by the modem', async () => {
    expect((await jalur('explain', name, ...from)).head).toMatch(/50\.0 %/);
    expect((await jalur('explain', name, ...from, '--down', 'ether1')).head).toMatch(
      /^It leaves by pppoe-b /,
    );
    const both = ['--dead', 'pppoe-a', '--dead', 'pppoe-b'];
    expect((await jalur('explain', name, ...from, ...both)).head).toMatch(
      /^It leaves by lte1 as 100\.64\.0\.2/,
    );
  });

  it('spread → half and half', async () => {
    expect((await jalur('spread', name)).head).toMatch(
      /lte1 0\.0 %, pppoe-a (49|50)\.\d %, pppoe-b (49|50)\.\d %/,
    );
  });

  it('routes → a stated lease gives the peer route', async () => {
    const { out } = await jalur('routes', name, '--lease', 'pppoe-a=203.0.113.5/32,100.64.9.9');
    expect(out).toMatch(/DAc +100\.64\.9\.9\/32 +pppoe-a reachable +0 +main +203\.0\.113\.5/);
  });

  it('plan → both lines masqueraded, the MSS clamped', async () => {
    const { code, out } = await jalur('plan', name);
    expect(out).toContain('masquerade');
    expect(out).toContain('maxseg');
    expect(code).toBe(0);
  });
});

describe('three static lines and a hotspot', () => {
  const name = 'static-pcc-hotspot';
  const guest = ['--in', 'guests', '--src', '10.5.50.20', ...web];

  it('prove → each line that dies behind its gateway is not noticed, by clients and by the DNS of the router', async () => {
    const { code, out } = await jalur('prove', name, '--json');
    const { violations } = JSON.parse(out) as {
      violations: { invariant: string; alsoBreaks?: string[] }[];
    };
    const broken = violations.flatMap(({ invariant, alsoBreaks = [] }) => [invariant, ...alsoBreaks]);
    expect([...new Set(broken)]).toEqual(['lan-reaches-internet', 'router-reaches-servers']);
    expect(violations).toMatchObject([{ alike: [{}, {}] }]);
    expect(code).toBe(1);
  });

  it('explain → a guest who has logged in, as topology.yaml says; --assume asks for one who has not', async () => {
    const granted = await jalur('explain', name, ...guest);
    expect(granted.head).toBe('It leaves by wan3 as 192.0.2.66, because wan3 → to_wan3.');
    expect(granted.out).toContain('hotspot=auth, as topology.yaml says.');
    const other = await jalur('explain', name, ...guest, '--assume', 'hotspot=login');
    expect(other.head).toMatch(/^It is rejected by the hotspot until its user logs in/);
    expect(other.out).not.toContain('as topology.yaml says');
  });

  it('explain of the file alone, beside which topology.yaml lies → the same', async () => {
    expect((await jalur('explain', `${name}/${name}.rsc`, ...guest)).head).toBe(
      'It leaves by wan3 as 192.0.2.66, because wan3 → to_wan3.',
    );
  });

  it('spread → the office 2:1:1, guests by the third line', async () => {
    expect((await jalur('spread', name)).head).toMatch(/wan1 2\d\.\d %, wan2 1\d\.\d %, wan3 6\d\.\d %/);
  });

  it('routes → in the style of RouterOS 6; an unplugged line is not active', async () => {
    const { out } = await jalur('routes', name, '--down', 'wan1');
    expect(out).toMatch(/AS +0\.0\.0\.0\/0 +192\.0\.2\.33 reachable wan2 +2 +to_wan1/);
  });

  it('plan → source NAT by line', async () => {
    const { code, out } = await jalur('plan', name, '--skip-unsupported', 'hotspot');
    expect(out).toContain('192.0.2.34');
    expect(code).toBe(0);
  });
});

describe('recursive failover with netwatch', () => {
  const name = 'recursive-netwatch';
  const from = ['--in', 'ether3', '--src', '192.168.1.20', ...web];

  it('prove → holds; the probe addresses are remarks', async () => {
    const { code, head, out } = await jalur('prove', name);
    expect(head).toMatch(/^All holds: /);
    expect(out).toContain('Only packets to 8.8.8.8 are lost');
    expect(code).toBe(0);
  });

  it('explain → by A; with A dead behind its gateway by B', async () => {
    expect((await jalur('explain', name, ...from)).head).toMatch(
      /^It leaves by ISP A \(ether1\) as 192\.0\.2\.6/,
    );
    expect((await jalur('explain', name, ...from, '--dead', 'ether1')).head).toMatch(
      /^It leaves by ISP B \(ether2\)/,
    );
  });

  it('spread → all by A', async () => {
    expect((await jalur('spread', name)).head).toMatch(/ISP A \(ether1\) 100\.0 %/);
  });

  it('routes → recursive, with the way it resolves', async () => {
    expect((await jalur('routes', name)).out).toMatch(
      /As +0\.0\.0\.0\/0 +8\.8\.8\.8 recursive via 192\.0\.2\.5 ether1/,
    );
  });

  it('plan → a Linux program', async () => {
    const { code, out } = await jalur('plan', name);
    expect(out).toContain('table inet');
    expect(code).toBe(0);
  });
});

describe('two DHCP lines, VLANs, WireGuard', () => {
  const name = 'dhcp-vlan-wireguard';

  it('prove → only a line that is dead behind its live modem is wrong', async () => {
    const { code, out } = await jalur('prove', name, '--json');
    const { violations } = JSON.parse(out) as { violations: { invariant: string }[] };
    expect([...new Set(violations.map(({ invariant }) => invariant))]).toEqual(['lan-reaches-internet']);
    expect(code).toBe(1);
  });

  it('explain → staff by ISP1, guests by ISP2, guests by ISP1 when ISP2 is unplugged', async () => {
    const guest = ['--in', 'guests', '--src', '10.30.0.20', ...web];
    expect((await jalur('explain', name, '--in', 'staff', '--src', '10.10.0.20', ...web)).head).toMatch(
      /by ether1 /,
    );
    expect((await jalur('explain', name, ...guest)).head).toMatch(/by ether2 as 20\.20\.20\.254/);
    expect((await jalur('explain', name, ...guest, '--down', 'ether2')).head).toMatch(/by ether1 /);
  });

  it('spread → two of three VLANs by ISP1', async () => {
    expect((await jalur('spread', name)).head).toMatch(/ether1 \d\d\.\d %, ether2 \d\d\.\d %/);
  });

  it('routes → the second line has its default in main and in to_ISP2', async () => {
    const { out } = await jalur('routes', name);
    expect(out).toMatch(/Dd +0\.0\.0\.0\/0 +20\.20\.20\.1 reachable ether2 +2 +main/);
    expect(out).toMatch(/DAd +0\.0\.0\.0\/0 +20\.20\.20\.1 reachable ether2 +2 +to_ISP2/);
  });

  it('plan → a Linux program', async () => {
    expect((await jalur('plan', name)).code).toBe(0);
  });
});

describe('the paper as an intent', () => {
  const from = ['--in', 'ether4', '--src', '192.168.0.10', ...web];
  const seeds = Array.from({ length: 6 }, (_, at) => ['--seed', `${at + 1}`]);

  it.each(['prove', 'spread'])('%s → the same as the repaired configuration', async command => {
    const intent = await jalur(command, 'paper-intent');
    expect(intent.out).toBe((await jalur(command, 'paper-fixed')).out);
  });

  it('explain → the same line for the same seed, with the lines of the YAML', async () => {
    for (const seed of seeds) {
      const intent = await jalur('explain', 'paper-intent', ...from, ...seed);
      expect(intent.head).toBe((await jalur('explain', 'paper-fixed', ...from, ...seed)).head);
      expect(intent.out).toMatch(/gateway\.yaml:[56] {2}ISP[12]: \{ interface: ether[12], rate: /);
    }
  });

  it('lint → no mistake, as in the repaired configuration', async () => {
    const { code, head } = await jalur('lint', 'paper-intent');
    expect([code, head]).toEqual([0, (await jalur('lint', 'paper-fixed/paper-fixed.rsc')).head]);
  });
});

describe('the office in a few lines', () => {
  it('has twelve lines at most, and everything holds', async () => {
    const text = readFileSync(`${root}examples/office/gateway.yaml`, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    expect(await jalur('prove', 'office')).toMatchObject({
      code: 0,
      head: expect.stringMatching(/^All holds: /),
    });
  });

  it('has DHCP, DNS, masquerading, halves of the connections and backups', async () => {
    expect((await jalur('spread', 'office')).head).toMatch(
      /isp1 \(ether1\) (49|50)\.\d %, isp2 \(ether2\) (49|50)\.\d %/,
    );
    const { out } = await jalur('plan', 'office');
    for (const part of ['dns on ether4', 'masquerade', 'dhcp-server ether4', 'dhcp-client ether2'])
      expect(out).toContain(part);
    const down = await jalur(
      'explain',
      'office',
      '--in',
      'ether4',
      '--src',
      '192.168.88.9',
      ...web,
      '--down',
      'ether1',
    );
    expect(down.head).toMatch(/^It leaves by isp2 /);
  });
});
