import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { defectText } from '../say.ts';
import { defectsOf } from './completeness.ts';

/** Two WANs, of which ether3 is the second; ether2 is the LAN. */
const twoWans = `# by RouterOS 7.15
/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.1.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/routing table
add name=a fib
/ip route
add gateway=10.0.0.1
add gateway=10.1.0.1 distance=2
`;

const marks = (more = '') =>
  `/ip firewall mangle\nadd chain=prerouting in-interface=ether2 action=mark-routing new-routing-mark=a ${more}\n`;

const route = (dst: string) => `/ip route\nadd dst-address=${dst} gateway=10.1.0.1 routing-table=a\n`;

const saidOf = (text: string) =>
  defectsOf(readText(`${twoWans}${text}`)).map(one => [
    defectText(one, 'en'),
    one.origins.map(({ span }) => span.start.line),
  ]);

const toMain = (only: string) =>
  `Packets are marked for table a, which holds no active route but to ${only}: they go where main sends them.`;

describe('a table with narrow routes only', () => {
  it('a host alone, and everything is marked for it → said, with the rule; beside a default route → live', () => {
    const host = `${route('9.9.9.9/32')}${marks()}`;
    expect(saidOf(host)).toEqual([[toMain('9.9.9.9/32'), [14]]]);
    expect(saidOf(`${route('0.0.0.0/0')}${host}`)).toEqual([]);
    expect(saidOf(`${route('0.0.0.0/1')}${route('128.0.0.0/1')}${host}`)).toEqual([]);
  });

  it('its default route is off → said all the same', () => {
    const off = route('0.0.0.0/0')
      .replace('\n', '\n')
      .replace('routing-table=a', 'routing-table=a disabled=yes');
    expect(saidOf(`${off}${route('9.9.9.9/32')}${marks()}`)).toHaveLength(1);
  });

  it('the rule marks only what goes there → the route is all that it is for', () => {
    expect(saidOf(`${route('9.9.9.9/32')}${marks('dst-address=9.9.9.9')}`)).toEqual([]);
    expect(saidOf(`${route('9.9.9.9/32')}${marks('dst-address=!9.9.9.9')}`)).toHaveLength(1);
  });

  it('a wider network → may be all that the mark is for; but not of what is balanced, or of what came in by a WAN', () => {
    const wide = route('10.9.0.0/16');
    expect(saidOf(`${wide}${marks()}`)).toEqual([]);
    const half = 'in-interface=ether2 per-connection-classifier=src-address:1/0';
    const balanced = `${wide}${marks('connection-mark=m')}add chain=prerouting ${half} action=mark-connection new-connection-mark=m\n`;
    expect(saidOf(balanced)).toEqual([[toMain('10.9.0.0/16'), [14]]]);
    expect(saidOf(balanced.replace(half, 'in-interface=ether3'))).toHaveLength(1);
    expect(saidOf(balanced.replace(half, 'src-address=192.168.0.9'))).toEqual([]);
  });

  it('many → the first three and how many more', () => {
    const hosts = [1, 2, 3, 4, 5].map(i => route(`9.9.9.${i}/32`)).join('');
    expect(saidOf(`${hosts}${marks()}`)).toMatchObject([
      [toMain('9.9.9.1/32, 9.9.9.2/32, 9.9.9.3/32 and 2 more'), [22]],
    ]);
  });

  it('a routing rule looks there only → they are refused', () => {
    const rule = '/routing rule\nadd routing-mark=a action=lookup-only-in-table table=a\n';
    expect(saidOf(`${marks()}${rule}`)).toMatchObject([
      [
        'Packets are marked for table a, which holds no active route: a routing rule refuses them then.',
        [12],
      ],
    ]);
  });
});
