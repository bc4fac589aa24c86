import { describe, expect, it } from 'vitest';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';
import { violationText } from '../say.ts';

const office = `# by RouterOS 7.15
/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=dstnat action=dst-nat protocol=tcp dst-port=443 to-addresses=192.168.0.9 `;

function outside(forward: string, ...filter: readonly string[]) {
  const rules = filter.map(rule => `add chain=forward ${rule}\n`).join('');
  const text = `${office}${forward}\n/ip firewall filter\n${rules}`;
  const { router } = readRouterOs(text, { file: 'office.rsc' });
  const { violations, remarks, invariants, about } = prove(router, assumeWorld(router).world, {
    engine: 'routeros',
  });
  const said = [...violations, ...remarks].filter(one => one.invariant === 'forward-works-outside');
  const verdict = invariants.find(one => one.invariant === 'forward-works-outside')?.verdict;
  return {
    said: said.map(one => violationText(one, 'en')),
    verdict,
    asked: about.includes('forward-works-outside'),
  };
}

const established = 'connection-state=established,related action=accept';
const drop = 'in-interface=ether1 action=drop';

describe('port forwards, asked from outside', () => {
  it('the filter drops all that comes by the WAN → violated, by port, list or address of the WAN', () => {
    for (const place of ['in-interface=ether1', 'in-interface-list=WAN', 'dst-address=198.51.100.2'])
      expect(outside(place, established, drop)).toEqual({
        said: [
          expect.stringMatching(
            /port forward \(TCP 443\) at office.rsc:13 gets no first packet by ether1: it is dropped/,
          ),
        ],
        verdict: 'violated',
        asked: true,
      });
  });

  it('what dst-nat sends on is let through, or the forward itself → holds', () => {
    for (const rule of [
      'in-interface=ether1 connection-nat-state=!dstnat action=drop',
      'in-interface=ether1 protocol=udp action=drop',
    ])
      expect(outside('in-interface=ether1', established, rule)).toMatchObject({ said: [], verdict: 'holds' });
    expect(
      outside('in-interface=ether1', established, 'dst-address=192.168.0.9 action=accept', drop).said,
    ).toEqual([]);
  });

  it('for the LAN, or for some sources → not asked', () => {
    expect(outside('in-interface=ether2', established, drop)).toMatchObject({ said: [], asked: false });
    expect(outside('', established, drop)).toMatchObject({ said: [], asked: false });
    expect(outside('in-interface=ether1 src-address=192.0.2.7', established, drop).asked).toBe(false);
  });

  it('the filter lets a list in that scripts may fill → holds as far as it is known', () => {
    const some = 'src-address-list=friends action=accept';
    expect(outside('in-interface=ether1', established, some, drop).said).toEqual([]);
    expect(
      outside('in-interface=ether1', established, `in-interface=ether2 ${some}`, drop).said,
    ).toHaveLength(1);
  });

  it('it passes only below a limit → no violation', () => {
    expect(
      outside('in-interface=ether1', established, 'limit=5,5:packet action=accept', drop).verdict,
    ).not.toBe('violated');
  });
});
