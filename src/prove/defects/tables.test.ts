import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { defectText } from '../say.ts';
import { tableDefects } from './tables.ts';

const office = (route: string) =>
  tableDefects(
    readText(`# by RouterOS 7.15
/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=203.0.113.1
${route}/ip firewall mangle
add chain=prerouting in-interface=ether2 action=mark-routing new-routing-mark=a
`),
  ).map(one => [defectText(one, 'en'), one.origins.map(({ span }) => span.start.line)]);

const sentence =
  'Packets are marked for table a, which holds no active route: they go where main sends them.';

describe('a table that takes nothing', () => {
  it('it has no default route → nothing more; it has one that is not active → that one, and why', () => {
    expect(office('')).toEqual([[sentence, [8]]]);
    expect(office('add gateway=203.0.113.1 routing-table=a\n')).toEqual([
      [`${sentence} Its default route at office.rsc:7 is not active: There is no routing table a.`, [9, 7]],
    ]);
  });
});
