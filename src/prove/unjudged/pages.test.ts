import { describe, expect, it } from 'vitest';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';
import { contradictionIn, isPage } from './pages.ts';

const routerOf = (text: string) => readRouterOs(text, { file: 'page.md', dialect: 'v7' }).router;

/** Pieces of a page with words between them. */
const pageOf = (...pieces: readonly string[]) =>
  pieces.map(piece => `Some words.\n\`\`\`\n${piece}\n\`\`\`\n`).join('');

const linesOf = (text: string) => {
  const found = contradictionIn(routerOf(text));
  return found && [found.before, found.origin].map(({ span }) => span.start.line);
};

const proofOf = (text: string) => {
  const router = routerOf(text);
  return prove(router, assumeWorld(router).world, { engine: 'routeros' });
};

const lan = '/ip address add address=192.168.0.1/24 interface=ether2';

describe('isPage', () => {
  it('two pieces with statements → a page; one piece, a plain text, an export → none', () => {
    expect(isPage(routerOf(pageOf(lan, '/ip route add gateway=10.0.0.1')))).toBe(true);
    expect(isPage(routerOf(pageOf(lan)))).toBe(false);
    expect(isPage(routerOf(lan))).toBe(false);
    expect(isPage(routerOf(pageOf(`# by RouterOS 7.15\n${lan}`, '/ip route add gateway=10.0.0.1')))).toBe(
      false,
    );
  });
});

describe('contradictionIn', () => {
  it('a port has another address in another piece → both lines; the same one, or in one piece → nothing', () => {
    const other = '/ip address add address=192.168.9.1/24 interface=ether2';
    expect(linesOf(pageOf(lan, other))).toEqual([3, 7]);
    expect(linesOf(pageOf(lan, lan))).toBeUndefined();
    expect(linesOf(pageOf(`${lan}\n${other}`, '/ip route add gateway=10.0.0.1'))).toBeUndefined();
  });

  it('a port has a lease in one piece, and an address or a line in another → both lines; a modem there → nothing', () => {
    const lease = '/ip dhcp-client add interface=ether1';
    const line = '/interface pppoe-client add name=p interface=ether1 add-default-route=yes disabled=no';
    const stated =
      '/ip address add address=203.0.113.2/24 interface=ether1\n/ip route add gateway=203.0.113.1';
    expect(linesOf(pageOf(lease, line))).toEqual([3, 7]);
    expect(linesOf(pageOf(lease, stated))).toEqual([3, 7]);
    expect(linesOf(pageOf(line, '/ip address add address=192.168.1.2/24 interface=ether1'))).toBeUndefined();
    expect(linesOf(pageOf(`${lease}\n${line}`, lan))).toBeUndefined();
  });

  it('one gateway with a table of its own in three pieces → the first and the third; in two, or in the same table → nothing', () => {
    const table = (name: string, gateway = '10.0.0.1'): string =>
      `/routing table add fib name=${name}\n/ip route add gateway=${gateway} routing-table=${name}`;
    expect(linesOf(pageOf(table('a'), table('b'), table('c')))).toEqual([4, 14]);
    expect(linesOf(pageOf(table('a'), table('b')))).toBeUndefined();
    expect(linesOf(pageOf(table('a'), table('b', '10.1.0.1'), table('c', '10.2.0.1')))).toBeUndefined();
    expect(linesOf(pageOf(`${table('a')}\n${table('b')}\n${table('c')}`, lan))).toBeUndefined();
  });

  it('a rule again in another piece → both lines; another rule → nothing', () => {
    const nat = '/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1';
    expect(linesOf(pageOf(nat, nat))).toEqual([3, 7]);
    expect(linesOf(pageOf(nat, nat.replace('ether1', 'ether3')))).toBeUndefined();
  });

  it('a default route of one distance in three pieces → the third; in two, or of other distances → nothing', () => {
    const route = (gateway: string, more = '') => `/ip route add gateway=${gateway} ${more}`;
    const [one, two, three] = [route('10.0.0.1'), route('10.1.0.1'), route('10.2.0.1')];
    expect(linesOf(pageOf(one, two, three))).toEqual([3, 11]);
    expect(linesOf(pageOf(one, two))).toBeUndefined();
    expect(linesOf(pageOf(one, two, route('10.2.0.1', 'distance=2')))).toBeUndefined();
  });
});

describe('prove of a page', () => {
  const leaking = `${lan}\n/ip address add address=203.0.113.2/24 interface=ether1\n/ip route add gateway=203.0.113.1`;

  it('pieces that agree → judged as one; that contradict each other → nothing is judged, and why', () => {
    const nat = '/ip firewall nat add chain=srcnat action=masquerade out-interface=ether3';
    expect(proofOf(pageOf(leaking, nat))).toMatchObject({ verdict: 'violated' });
    const other = '/ip address add address=192.168.9.1/24 interface=ether2';
    const found = proofOf(pageOf(leaking, `${nat}\n${other}`));
    expect([found.verdict, found.violations]).toEqual(['not-judged', []]);
    expect(new Set(found.invariants.map(({ why }) => why?.kind))).toEqual(new Set(['several']));
  });

  const mark = '/ip firewall mangle add chain=prerouting action=mark-routing new-routing-mark=b';

  it('rules mark for a table of which the page shows no route → not judged; beside routes of other tables → empty', () => {
    const tables = '/routing table add name=a fib\n/routing table add name=b fib';
    const route = '/ip route add gateway=203.0.113.1 routing-table=a';
    const defectsOf = (...pieces: string[]) => proofOf(pageOf(leaking, tables, ...pieces)).defects.length;
    expect(defectsOf(mark, route)).toBe(0);
    expect(defectsOf(`${mark}\n${route}`)).toBe(1);
    expect(proofOf(`${leaking}\n${tables}\n${mark}\n${route}`).defects).toHaveLength(1);
  });

  it('addresses and no default route → left to the reader; in one plain text → no way out', () => {
    const pieces = [lan, '/ip address add address=203.0.113.2/24 interface=ether1-wan'];
    const verdictOf = (text: string) =>
      proofOf(text).invariants.find(({ invariant }) => invariant === 'lan-reaches-internet')?.verdict;
    expect(verdictOf(pageOf(...pieces))).toBe('not-judged');
    expect(verdictOf(pieces.join('\n'))).toBe('violated');
  });
});
