import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { defectsOf } from '../defects/completeness.ts';
import { linesForDefect } from './defect-lines.ts';

const office = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.3.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
add gateway=10.3.0.1 distance=2
/ip firewall mangle
`;

function linesOf(more: string): string[][] {
  const prepared = readText(`${office}${more}`);
  return defectsOf(prepared).map(defect => linesForDefect(defect, prepared));
}

const pcc = (mark: string, remainder: string): string =>
  `add chain=prerouting in-interface=ether2 per-connection-classifier=both-addresses:${remainder} action=mark-connection new-connection-mark=${mark}\n`;

const place = (mark: string, remainder: string): string =>
  `[find per-connection-classifier=both-addresses:${remainder} new-connection-mark=${mark}]`;

describe('remainders', () => {
  it('one twice and one never → the second rule takes the other, for both findings', () => {
    const set = `/ip firewall mangle set ${place('c', '3/1')} per-connection-classifier=both-addresses:3/2`;
    expect(linesOf(`${pcc('a', '3/0')}${pcc('b', '3/1')}${pcc('c', '3/1')}`)).toEqual([[set], [set]]);
  });

  it('one more than there are → its rule goes', () => {
    expect(linesOf(`${pcc('a', '2/0')}${pcc('b', '2/1')}${pcc('c', '2/2')}`)).toEqual([
      [`/ip firewall mangle remove ${place('c', '2/2')}`],
    ]);
  });

  it('one never, and no rule to spare → nothing is known', () => {
    expect(linesOf(`${pcc('a', '3/0')}${pcc('b', '3/1')}`)).toEqual([[]]);
  });
});

describe('an empty table', () => {
  const marking = (arriving: string) =>
    `add chain=prerouting ${arriving} action=mark-connection new-connection-mark=two
add chain=prerouting in-interface=ether2 connection-mark=two action=mark-routing new-routing-mark=to_two
`;

  it('connections of one WAN are marked for it → its gateway; the table too, where there is none', () => {
    const route =
      '/ip route add dst-address=0.0.0.0/0 gateway=10.3.0.1 routing-table=to_two check-gateway=ping';
    expect(linesOf(`${marking('in-interface=ether3')}/routing table\nadd name=to_two fib\n`)).toEqual([
      [route],
    ]);
    expect(linesOf(marking('in-interface=ether3'))).toEqual([['/routing table add name=to_two fib', route]]);
  });

  it('nobody says which WAN, or a route is there that is not active → nothing is known', () => {
    expect(linesOf(marking('src-address=192.168.0.9'))).toEqual([[]]);
    const down = '/ip route\nadd gateway=10.77.0.1 routing-table=to_two\n';
    expect(linesOf(`${marking('in-interface=ether3')}/routing table\nadd name=to_two fib\n${down}`)).toEqual([
      [],
    ]);
  });
});
