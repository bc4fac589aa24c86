import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { type PacketClass, packetClasses } from '../classes/classes.ts';
import { prove } from '../prove.ts';
import { violationText } from '../say.ts';
import { converseAll } from '../search/conversation.ts';
import { Representatives } from './representatives.ts';

/** Of some classes, the protocols of those that stand for all. */
function standing(prepared: Prepared, only: (one: PacketClass) => boolean, later = prepared): number[] {
  const inside = new Representatives();
  for (const one of packetClasses(prepared).filter(only)) inside.note(one, converseAll(prepared, one.packet));
  return inside.in(later).map(({ packet }) => packet.protocol);
}

const toRouter = ({ direction }: PacketClass): boolean => direction === 'wan-to-router';

describe('Representatives', () => {
  it('no rule tells them apart → one stands for all; a rule acts on TCP → two', () => {
    expect(standing(read(''), toRouter)).toEqual([6]);
    const marking = read(
      '/ip firewall mangle\nadd chain=prerouting protocol=tcp action=mark-connection new-connection-mark=a\n',
    );
    expect(standing(marking, toRouter)).toEqual([6, 17]);
  });

  it('what a rule drops → nobody asks again', () => {
    const closed = read(
      '/ip firewall filter\nadd chain=input in-interface=ether1 protocol=tcp action=drop\n',
    );
    expect(standing(closed, toRouter)).toEqual([17]);
  });

  it('nothing comes by a WAN that is dead or down; from the LAN it does', () => {
    for (const kind of ['unplugged', 'gateway', 'upstream'] as const) {
      const later = read('', { faults: [{ interface: 'ether1', kind }] });
      expect(standing(read(''), toRouter, later)).toEqual([]);
      expect(standing(read(''), ({ direction }) => direction === 'lan-to-router', later)).not.toEqual([]);
    }
  });
});

const threeWans = `/ip address
add address=198.51.100.2/24 interface=ether1
add address=203.0.113.2/24 interface=ether3
add address=192.0.2.2/24 interface=ether4
add address=192.168.0.1/24 interface=ether2
/routing table
add fib name=three
add fib name=four
/ip route
add gateway=198.51.100.1 check-gateway=ping
add gateway=192.0.2.1 distance=2 check-gateway=ping
add gateway=203.0.113.1 distance=3 check-gateway=ping
add gateway=203.0.113.1 routing-table=three
add gateway=192.0.2.1 routing-table=four
/ip firewall mangle
add chain=prerouting in-interface=ether3 connection-state=new action=mark-connection new-connection-mark=three
add chain=prerouting in-interface=ether4 connection-state=new action=mark-connection new-connection-mark=four
add chain=prerouting in-interface=ether2 connection-mark=three action=mark-routing new-routing-mark=three
add chain=prerouting in-interface=ether2 connection-mark=four action=mark-routing new-routing-mark=four
add chain=output connection-mark=three action=mark-routing new-routing-mark=three
add chain=output connection-mark=four action=mark-routing new-routing-mark=four
/ip firewall nat
add chain=srcnat action=masquerade out-interface=!ether2
add chain=dstnat in-interface=!ether2 protocol=tcp dst-port=8080 action=dst-nat to-addresses=192.168.0.9
`;

describe('what comes in while a WAN is down', () => {
  const inbound = (more: string) => {
    const { router } = readRouterOs(`${threeWans}${more}`, { file: 'office.rsc', dialect: 'v7' });
    const { violations } = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
    return violations
      .filter(({ invariant }) => invariant === 'answer-leaves-as-it-came')
      .map(one => [one.fault?.interface, one.fault?.kind, one.isOver, violationText(one, 'en')]);
  };

  it('answers leave by the WAN that lives → holds', () => {
    expect(inbound('')).toEqual([]);
  });

  it('a script takes the marks away when the first WAN is down → answers of the third leave by another, then and later', () => {
    const script =
      '/tool netwatch\nadd host=198.51.100.1 down-script="/ip firewall mangle disable [find new-routing-mark=three]"\n';
    expect(inbound(script)).toEqual([
      ['ether1', 'gateway', false, expect.stringMatching(/came in by ether3; the answer leaves by ether4/)],
      ['ether1', 'gateway', true, expect.stringMatching(/came in by ether3; the answer leaves by ether1/)],
    ]);
  });
});
