import { describe, expect, it } from 'vitest';
import { readText } from '../../test/walk/read.ts';
import { assumedWorld } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { packetClasses } from './classes.ts';
import { ownServers } from './own-servers.ts';
import { type Proof, prove } from './prove.ts';
import { violationText } from './say.ts';

const twoWans = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.3.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=10.0.0.1 check-gateway=ping
add gateway=10.3.0.1 distance=2 check-gateway=ping
/ip dns
set servers=198.51.100.53
`;

function proofOf(more: string): Proof {
  const { router } = readRouterOs(`${twoWans}${more}`, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
}

const aboutServers = ({ violations, remarks }: Proof): string[] =>
  [...violations, ...remarks]
    .filter(({ invariant }) => invariant === 'router-reaches-servers')
    .map(one => violationText(one, 'en'));

describe('ownServers', () => {
  it('DNS, NTP and the far end of a tunnel by their addresses; names are none', () => {
    const text =
      '/system ntp client servers\nadd address=198.51.100.123\nadd address=pool.ntp.org\n/interface wireguard peers\nadd endpoint-address=198.51.100.99 endpoint-port=13231 interface=wg1 public-key="k"\n';
    expect(ownServers(readText(`${twoWans}${text}`).router)).toEqual([
      { service: 'DNS', address: '198.51.100.53', port: 53 },
      { service: 'NTP', address: '198.51.100.123', port: 123 },
      { service: 'WireGuard', address: '198.51.100.99', port: 13_231 },
    ]);
  });

  it('a text without addresses of its WANs → the router is asked nothing', () => {
    const asked = packetClasses(readText('/ip dns\nset servers=198.51.100.53\n'));
    expect(asked.filter(({ direction }) => direction === 'router-to-internet')).toEqual([]);
  });
});

describe('router-reaches-servers', () => {
  it('any WAN leads to it → holds', () => {
    expect(aboutServers(proofOf(''))).toEqual([]);
  });

  it('a rule refuses the answer → violated', () => {
    expect(
      aboutServers(proofOf('/ip firewall filter\nadd chain=input in-interface=ether1 action=drop\n')),
    ).toEqual([
      expect.stringMatching(
        /^The answer of the router's DNS server 198\.51\.100\.53 is dropped by the filter rule/,
      ),
    ]);
  });

  it('pinned to one WAN → a remark while that is dead', () => {
    expect(aboutServers(proofOf('/ip route\nadd dst-address=198.51.100.53/32 gateway=10.0.0.1\n'))).toEqual([
      'Only packets to 198.51.100.53 are lost: it is pinned to ether1 by a route.',
    ]);
  });
});
