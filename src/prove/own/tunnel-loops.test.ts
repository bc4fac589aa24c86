import { describe, expect, it } from 'vitest';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';
import { violationText } from '../say.ts';

const office = `/interface wireguard
add listen-port=13231 name=wg1
add listen-port=13232 name=wg2
/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
add address=10.9.0.2/24 interface=wg1
add address=10.8.0.2/24 interface=wg2
/interface wireguard peers
add endpoint-address=198.51.100.99 endpoint-port=13231 interface=wg1 public-key="k"
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=wg1
`;

function intoThemselves(more: string): string[] {
  const { router } = readRouterOs(`${office}${more}`, { file: 'office.rsc', dialect: 'v7' });
  const { violations } = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
  return violations
    .filter(({ invariant }) => invariant === 'tunnels-lead-outside')
    .map(one => violationText(one, 'en'));
}

const byTunnel = '/ip route\nadd gateway=10.0.0.1 distance=2\nadd gateway=wg1\n';

describe('tunnels-lead-outside', () => {
  it('the default route leads into the tunnel, its far end too → violated', () => {
    expect(intoThemselves(byTunnel)).toEqual([
      expect.stringMatching(
        /^The tunnel wg1 leads into itself: its own packets to the WireGuard peer 198\.51\.100\.99 must leave by a WAN/,
      ),
    ]);
  });

  it('a route of its own for the far end, or the tunnel is not the default route → holds', () => {
    expect(intoThemselves(`${byTunnel}add dst-address=198.51.100.99/32 gateway=10.0.0.1\n`)).toEqual([]);
    expect(intoThemselves('/ip route\nadd gateway=10.0.0.1\n')).toEqual([]);
  });

  it('a far end by name, which no route names → violated, with the address that stands for it', () => {
    const named = '/interface wireguard peers\nset 0 endpoint-address=vpn.example.com\n';
    const byName = `${byTunnel}/interface wireguard peers\nadd endpoint-address=vpn.example.com interface=wg1 public-key="l"\n`;
    expect(intoThemselves(byName)).toHaveLength(1);
    expect(intoThemselves(`${byTunnel.replace('add gateway=wg1\n', '')}${named}`)).toEqual([]);
  });

  it('two tunnels that carry each other → violated once', () => {
    const second =
      '/interface wireguard peers\nadd endpoint-address=203.0.113.9 endpoint-port=13232 interface=wg2 public-key="m"\n';
    const routes =
      '/ip route\nadd gateway=10.0.0.1\nadd dst-address=198.51.100.99/32 gateway=wg2\nadd dst-address=203.0.113.9/32 gateway=wg1\n';
    expect(intoThemselves(`${second}${routes}`)).toEqual([
      expect.stringMatching(/^The tunnels wg1, wg2 lead into each other/),
    ]);
  });
});
