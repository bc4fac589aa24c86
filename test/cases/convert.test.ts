import { describe, expect, it } from 'vitest';
import { checkConversion, convertRouterOs, verdictOf } from '../../src/convert/index.ts';
import type { RouterOsVersion } from '../../src/model/index.ts';
import { formatRouterOs, readRouterOs } from '../../src/rsc/index.ts';
import { caseText } from './read.ts';

/** A file of this folder for the other RouterOS; what is said of it, and what a walk of both finds. */
function convert(file: string, minor?: number) {
  const text = caseText(file);
  const read = readRouterOs(text, { file });
  expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const target: RouterOsVersion = {
    dialect: read.version.dialect === 'v6' ? 'v7' : 'v6',
    text: '',
    evidence: [],
    ...(minor !== undefined && { minor }),
  };
  const converted = convertRouterOs(text, read, { file, target });
  const check = checkConversion(converted.before, converted.after, { flows: 100 });
  const said = converted.diagnostics.map(({ span, severity, id }) => `${span.start.line} ${severity} ${id}`);
  const read2 = readRouterOs(converted.text, { file });
  expect(read2.version.dialect).toBe(target.dialect);
  expect(read2.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { text: converted.text, said, verdict: verdictOf(converted, check), check };
}

const linesOf = (text: string): readonly string[] => text.trim().split('\n').slice(1);

describe('RouterOS 6 → 7', () => {
  it('marks-to-v7.rsc: marks come before local → exempted, said, and then the same', () => {
    const { text, said, verdict } = convert('marks-to-v7.rsc');
    expect(said).toEqual(['9 warning routeros/marks-before-local', '10 warning routeros/marks-before-local']);
    expect(text.match(/new-routing-mark=to[12] passthrough=yes dst-address-type=!local/g)).toHaveLength(2);
    expect(text).toContain(
      '/routing table add fib name=to1\n/routing table add fib name=to2\n/ip firewall mangle\n',
    );
    expect(verdict).toBe('same');
  });

  it('recursive-to-v7.rsc: two levels → target-scope 11, then 12: the default route is active in both', () => {
    const { text, verdict, check } = convert('recursive-to-v7.rsc');
    expect(text.match(/target-scope=\d+/g)).toEqual([
      'target-scope=11',
      'target-scope=11',
      'target-scope=12',
    ]);
    expect(verdict).toBe('same');
    expect(check.walked).toBeGreaterThan(0);
  });

  it('route-types-to-v7.rsc: unreachable and prohibit → blackholes, said with their lines, exit 1', () => {
    const { text, said, verdict, check } = convert('route-types-to-v7.rsc');
    expect(said).toEqual(['6 error routeros/route-type', '7 error routeros/route-type']);
    expect(text).toContain('add dst-address=172.16.0.0/12 blackhole distance=250\n');
    expect(text).toContain('/routing rule\nadd action=unreachable dst-address=10.99.0.0/16\n');
    expect(verdict).toBe('different');
    expect(check.differences[0]?.before.trace.ending).toMatchObject({ kind: 'discarded', type: 'prohibit' });
    expect(check.differences[0]?.after.trace.ending).toMatchObject({ kind: 'discarded', type: 'blackhole' });
  });

  it('services-to-v7.rsc: defaults are stated, scripts speak of tables, NTP has a menu of servers', () => {
    const { text, said } = convert('services-to-v7.rsc');
    expect(linesOf(text)).toEqual([
      '/ip pool',
      'add name=p1 ranges=192.168.0.10-192.168.0.100',
      '/ip dhcp-server',
      'add address-pool=p1 disabled=no interface=ether4 name=s1 lease-time=10m',
      'add address-pool=p1 interface=ether5 name=s2 disabled=yes lease-time=10m',
      '/ip dhcp-client',
      'add disabled=no interface=ether1',
      'add interface=ether2 disabled=yes',
      '/routing table add fib name=to1',
      '/tool netwatch',
      'add host=8.8.8.8 interval=5s up-script="/ip route enable 0" down-script="/ip route set [find routing-table=to1] disabled=yes" timeout=1s',
      '/routing table add fib name=to2',
      '/system scheduler',
      'add name=chk interval=1m on-event="/ip route set [find comment=x] routing-table=to2"',
      '/system ntp client',
      'set enabled=yes',
      '/system ntp client servers add address=1.2.3.4',
    ]);
    expect(said).toEqual([]);
  });

  it('equal-distance-to-v7.rsc: v7 would balance → distance 2, said, and then the same', () => {
    const { text, said, verdict } = convert('equal-distance-to-v7.rsc');
    expect(text).toContain('add gateway=10.2.2.1 check-gateway=ping distance=2\n');
    expect(said).toEqual(['7 warning routeros/equal-distance']);
    expect(verdict).toBe('same');
  });

  it.each(['queue-marks-no-target.rsc', 'pcc-remarks-replies-v6.fixed.rsc'])(
    '%s: nothing differs → the same',
    file => {
      const { said, verdict, text } = convert(file);
      expect(said.filter(one => !one.includes(' info '))).toEqual([]);
      expect(verdict).toBe('same');
      expect(text).not.toContain('# not converted');
    },
  );

  it('mac-server.rsc: items of before 6.41 → lists of interfaces', () => {
    const { text, said } = convert('mac-server.rsc');
    expect(text).toContain(
      '/interface list member add interface=bridge list=mac-server\n/tool mac-server set allowed-interface-list=mac-server\n',
    );
    expect(text).toContain('/tool mac-server mac-winbox set allowed-interface-list=mac-winbox\n');
    expect(said).toEqual(['8 info routeros/access-list', '11 info routeros/access-list']);
  });
});

describe('RouterOS 7 → 6', () => {
  it('everything-to-v6.rsc: each line is in the result, converted or in a comment that says why', () => {
    const { text, said, verdict } = convert('everything-to-v6.rsc');
    const live = linesOf(text).filter(line => !line.startsWith('#'));
    expect(live.join('\n')).not.toMatch(
      /routing-table=|wireguard|\/routing |cake|blackhole(?! )|@main|thr-loss/,
    );
    expect(text).toContain('/ip route vrf\nadd routing-mark=vrfB interfaces=ether5\n');
    expect(text).toContain('add gateway=10.1.1.1,10.2.2.1');
    expect(text).toContain('down-script="/ip route set [find routing-mark=to1] disabled=yes"');
    expect(text).toContain('/system ntp client set server-dns-names=pool.ntp.org\n');
    for (const line of [3, 10, 12, 18, 32, 35, 39])
      expect(said.filter(one => one.startsWith(`${line} error`))).not.toEqual([]);
    expect(verdict).toBe('different');
  });

  it('wireguard-to-v6.rsc: WireGuard cannot be converted → it and its address in comments, exit 1', () => {
    const { text, said, verdict } = convert('wireguard-to-v6.rsc');
    expect(text).toContain(': add name=wg1 listen-port=13231\n');
    expect(text).toContain(
      '# not converted, there is no wg1 any more: add address=10.99.0.1/24 interface=wg1\n',
    );
    expect(text).toContain('up-script="/ip route set [find routing-mark=main] disabled=no"');
    for (const line of [3, 5, 7, 9, 11, 13, 15])
      expect(said.filter(one => one.startsWith(`${line} error`))).not.toEqual([]);
    expect(verdict).toBe('different');
  });

  it('nat.rsc: NAT is the same in both', () => {
    const { said, verdict } = convert('nat.rsc');
    expect(said).toEqual([]);
    expect(verdict).toBe('same');
  });
});

describe('scripts and comments', () => {
  it('script-variables.rsc: variables in use → stay', () => {
    const text = caseText('script-variables.rsc');
    const read = readRouterOs(text, { file: 'script-variables.rsc' });
    for (const dialect of ['v6', 'v7'] as const) {
      const target = { dialect, text: '', evidence: [] };
      const converted = convertRouterOs(text, read, { file: 'x.rsc', target });
      expect(linesOf(converted.text).join('\n')).toBe(text.trim());
    }
  });

  it('script-order.rsc: what removes stands before what adds, as it stood', () => {
    const text = caseText('script-order.rsc');
    const read = readRouterOs(text, { file: 'script-order.rsc' });
    const converted = convertRouterOs(text, read, {
      file: 'x.rsc',
      target: { dialect: 'v7', text: '', evidence: [] },
    });
    const added = ['/routing table add fib name=r1', 'dst-address-type=!local'];
    const without = linesOf(converted.text)
      .filter(line => line !== added[0])
      .map(line => line.replace(' dst-address-type=!local', '').replace('routing-table=', 'routing-mark='));
    expect(without).toEqual(text.trim().split('\n'));
  });

  it('comments.rsc: comments → stay in both, and the layout is tidy', () => {
    const text = caseText('comments.rsc');
    expect(formatRouterOs(text, 'comments.rsc').text).toBe(text);
    const read = readRouterOs(text, { file: 'comments.rsc', dialect: 'v6' });
    const target = { dialect: 'v7', text: '', evidence: [], minor: 18 } as const;
    const converted = convertRouterOs(text, read, { file: 'comments.rsc', target });
    expect(converted.text).toBe(`# for RouterOS 7.18, converted by jalur from 6\n${text}`);
    expect(readRouterOs(converted.text, { file: 'x.rsc' }).version).toMatchObject({
      dialect: 'v7',
      minor: 18,
    });
  });
});

it('a route to the network of another site that ends differently → found, whatever else is the same', () => {
  const text = `/ip address
add address=10.1.1.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether3
/ip route
add gateway=10.1.1.1
add dst-address=10.88.0.0/16 type=unreachable
`;
  const read = readRouterOs(text, { file: 'x.rsc', dialect: 'v6' });
  const target = { dialect: 'v7', text: '', evidence: [] } as const;
  const { before, after } = convertRouterOs(text, read, { file: 'x.rsc', target });
  expect(checkConversion(before, after).differences).toMatchObject([{ direction: 'lan-to-remote' }]);
});
