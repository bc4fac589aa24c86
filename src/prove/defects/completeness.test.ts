import { describe, expect, it } from 'vitest';
import { read, readText } from '../../../test/walk/read.ts';
import { defectsOf, isRestOfMain } from './completeness.ts';
import { unknownTables } from './tables.ts';

const mangle = (...rules: readonly string[]) =>
  `/ip firewall mangle\n${rules.map(rule => `add chain=prerouting ${rule}\n`).join('')}`;

const pcc = (fields: string, more = '') =>
  `per-connection-classifier=${fields} action=mark-connection new-connection-mark=m ${more}`;

/** What is wrong, with the lines that say it. */
const flawsOf = (...rules: readonly string[]) =>
  defectsOf(read(mangle(...rules))).map(({ flaw, origins }) => [
    flaw,
    origins.map(({ span }) => span.start.line),
  ]);

const flawed = (kind: string, family: string, ...remainders: readonly number[]) => ({
  kind,
  pcc: family,
  remainders,
});

describe('PCC', () => {
  it('every remainder once → complete', () => {
    expect(flawsOf(pcc('both-addresses:2/0'), pcc('both-addresses:2/1'))).toEqual([]);
    expect(flawsOf(pcc('src-address:1/0'))).toEqual([]);
  });

  it('remainders that no rule takes → missing, with all rules of the family', () => {
    expect(flawsOf(pcc('both-addresses:4/0'), pcc('both-addresses:4/2'))).toEqual([
      [flawed('missing', 'both-addresses:4', 1, 3), [9, 10]],
    ]);
  });

  it('a remainder beyond the last → impossible; one twice → repeated', () => {
    expect(flawsOf(pcc('src-port:2/0'), pcc('src-port:2/1'), pcc('src-port:2/2'))).toEqual([
      [flawed('impossible', 'src-port:2', 2), [9, 10, 11]],
    ]);
    const other = pcc('src-port:2/1').replace('new-connection-mark=m', 'new-connection-mark=n');
    expect(flawsOf(pcc('src-port:2/0'), pcc('src-port:2/1'), other)).toEqual([
      [flawed('repeated', 'src-port:2', 1), [9, 10, 11]],
    ]);
  });

  it('a remainder twice with the same mark → changes nothing', () => {
    expect(flawsOf(pcc('src-port:2/0'), pcc('src-port:2/1'), pcc('src-port:2/1'))).toEqual([]);
  });

  it('rules that differ in fields, denominator, chain or other conditions → families of their own', () => {
    const half = pcc('src-address:2/0');
    for (const other of [
      pcc('dst-address:2/1'),
      pcc('src-address:3/1'),
      pcc('src-address:2/1', 'in-interface=ether2'),
      pcc('src-address:2/1', 'chain=output').replace('chain=prerouting', ''),
    ])
      expect(flawsOf(half, other)).toHaveLength(2);
  });

  it('as many conditions, but others → families of their own', () => {
    const of = (remainder: number, name: string) => pcc(`src-address:2/${remainder}`, `in-interface=${name}`);
    expect(flawsOf(of(0, 'ether2'), of(1, 'ether3'))).toHaveLength(2);
  });

  it('the same conditions in another order → one family', () => {
    expect(
      flawsOf(
        pcc('src-address:2/0', 'in-interface=ether2 protocol=tcp'),
        pcc('src-address:2/1', 'protocol=tcp in-interface=ether2'),
      ),
    ).toEqual([]);
  });

  it('negated, disabled, or marking no connection → no member of a family', () => {
    expect(flawsOf(pcc('!src-address:2/0'))).toEqual([]);
    expect(flawsOf(pcc('src-address:2/0', 'disabled=yes'))).toEqual([]);
    expect(flawsOf('per-connection-classifier=src-address:2/0 action=mark-packet new-packet-mark=m')).toEqual(
      [],
    );
  });
});

const marks = (table: string) => `action=mark-routing new-routing-mark=${table}`;
const twoTables = '/routing table\nadd name=a fib\nadd name=b fib\n';

describe('tables', () => {
  const tablesOf = (text: string) =>
    defectsOf(read(text)).map(({ invariant, flaw, origins }) => [
      invariant,
      flaw.kind === 'empty-table' && flaw.table,
      origins.map(({ span }) => span.start.line),
    ]);

  it('packets are marked for a table without a route → empty, with every rule that marks for it', () => {
    const text = `${twoTables}${mangle(marks('a'), marks('a'), marks('b'))}`;
    expect(tablesOf(text)).toEqual([
      ['tables-are-live', 'a', [12, 13]],
      ['tables-are-live', 'b', [14]],
    ]);
  });

  it('a table with an active route, main, or one nobody marks for → live', () => {
    const route = '/ip route\nadd gateway=10.0.0.1 routing-table=a\n';
    expect(tablesOf(`${twoTables}${route}${mangle(marks('a'), marks('main'))}`)).toEqual([]);
    expect(tablesOf(`${twoTables}${mangle(`${marks('a')} disabled=yes`)}`)).toEqual([]);
  });
});

describe('tables of which nobody can say it', () => {
  const unaddressed = `/interface ethernet
/ip address
add address=192.168.0.1/24 interface=ether2
/interface list
add name=WAN
/interface list member
add interface=ether1 list=WAN
${twoTables}${mangle(marks('a'))}/ip route
`;
  const judged = (routes: string, text = unaddressed) => {
    const prepared = readText(`${text}${routes}`);
    return [unknownTables(prepared), defectsOf(prepared).length];
  };
  const doubt = { invariant: 'tables-are-live', why: { kind: 'no-address', table: 'a' } };

  it('a gateway that no network holds, for a WAN without an address → not judged', () => {
    expect(judged('add gateway=203.0.113.1 routing-table=a\n')).toEqual([[doubt], 0]);
    expect(judged('add gateway=203.0.113.1,203.0.113.2 routing-table=a\n')).toEqual([[doubt], 0]);
  });

  it('its gateway is an interface that is down → empty', () => {
    const down =
      'add gateway=ether5 routing-table=a\n/interface ethernet\nset [find default-name=ether5] disabled=yes\n';
    expect(judged(down)).toEqual([[], 1]);
  });

  it('main holds no route either → it is not the table that lacks one', () => {
    expect(defectsOf(readText(mangle(marks('main'))))).toEqual([]);
  });

  it('no route of that table that acts → empty all the same', () => {
    expect(judged('add gateway=203.0.113.1 routing-table=b\n')).toEqual([[], 1]);
    expect(judged('add gateway=203.0.113.1 routing-table=a disabled=yes\n')).toEqual([[], 1]);
  });

  it('the text says no default route at all → it is a part, not judged', () => {
    expect(judged('')).toEqual([[{ ...doubt, why: { kind: 'no-default' } }], 0]);
  });

  it('a script that is not carried out may fill it → not judged, with its line', () => {
    const other = 'add gateway=203.0.113.1 routing-table=b\n';
    const open = (line: string) => judged(`${other}${line}\n`);
    const unknown = [{ invariant: 'tables-are-live', why: { kind: 'not-understood', table: 'a' } }];
    const loop = (name: string) =>
      `:foreach gw in=[/ip dns get servers] do={ /ip route add gateway=$gw routing-table=${name} }`;
    expect(open('add gateway=[/ip dns get servers] routing-table="a"')).toMatchObject([unknown, 0]);
    expect(open(':local gw; add gateway=$gw routing-table=a')).toMatchObject([unknown, 0]);
    expect(open(loop('a'))).toMatchObject([unknown, 0]);
    expect(open(loop('("$gw")'))).toMatchObject([unknown, 0]);
    expect(open(loop('c'))).toEqual([[], 1]);
  });

  it('every WAN has an address → empty; no WAN is known → not judged', () => {
    const addressed = unaddressed.replace(
      '/ip address\n',
      '/ip address\nadd address=10.0.0.2/24 interface=ether1\n',
    );
    expect(judged('add gateway=203.0.113.1 routing-table=a\n', addressed)).toEqual([[], 1]);
    const nobody = unaddressed.replace('add interface=ether1 list=WAN\n', '');
    expect(judged('add gateway=203.0.113.1 routing-table=a\n', nobody)).toEqual([[doubt], 0]);
  });

  it('one of two WANs has an address → not judged', () => {
    const half = unaddressed
      .replace('/ip address\n', '/ip address\nadd address=10.0.0.2/24 interface=ether3\n')
      .replace('list member\n', 'list member\nadd interface=ether3 list=WAN\n');
    expect(judged('add gateway=203.0.113.1 routing-table=a\n', half)).toEqual([[doubt], 0]);
  });

  it('a routing rule sends its mark to another table → not empty; one that is off, or for itself → empty', () => {
    const rule = (more: string) =>
      `add gateway=10.0.0.1 routing-table=b\n/routing rule\nadd routing-mark=a ${more}\n`;
    expect(judged(rule('action=lookup table=b'))).toEqual([[], 0]);
    expect(judged(rule('action=lookup table=b disabled=yes'))).toEqual([[], 1]);
    expect(judged(rule('action=lookup table=a'))).toEqual([[], 1]);
  });

  it('a route of it is not understood → not judged, with its place', () => {
    const [doubts, defects] = judged('add dst-address=203.0.113.x/32 gateway=10.0.0.1 routing-table=a\n');
    expect(doubts).toMatchObject([{ why: { kind: 'not-understood', table: 'a' } }]);
    expect(defects).toBe(0);
  });
});

describe('isRestOfMain', () => {
  const balance = (main: string) => `# by RouterOS 7.15
/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/routing table
add name=two fib
/ip route
${main}add gateway=198.51.100.1 routing-table=two
/ip firewall mangle
add chain=prerouting in-interface=ether2 per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=c2
add chain=prerouting in-interface=ether2 connection-mark=c2 action=mark-routing new-routing-mark=two
`;
  const isRest = (main: string) => {
    const prepared = readText(balance(main));
    return defectsOf(prepared).map(one => isRestOfMain(prepared, one));
  };

  it('main leads out by a line of its own, or is left to the rest → a part of the balance', () => {
    expect(isRest('add gateway=203.0.113.1\n')).toEqual([true]);
    expect(isRest('')).toEqual([true]);
  });

  it('main leads out by the line that another part has → nothing takes what is left over', () => {
    expect(isRest('add gateway=198.51.100.1\n')).toEqual([false]);
  });
});
