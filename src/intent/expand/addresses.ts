import { escapeText } from '../../rsc/index.ts';
import type { Intent, Lan, Wan } from '../normal/index.ts';
import { followerOf } from './names.ts';
import { inMenu, type Made, yes } from './statement.ts';

const pool = inMenu('/ip pool');
const address = inMenu('/ip address');
const client = inMenu('/ip dhcp-client');
const server = inMenu('/ip dhcp-server');
const network = inMenu('/ip dhcp-server network');
const lease = inMenu('/ip dhcp-server lease');
const dns = inMenu('/ip dns', 'set');

/** Who has which address, and who gives some. */
export function addressesOf({ wans, lans, dns: servers }: Intent): readonly Made[] {
  const serving = lans.filter(one => one.dhcp !== undefined);
  return [
    ...serving.map(({ name, path, dhcp }) =>
      pool([...path, 'dhcp'], ['name', name], ['ranges', dhcp?.pool, [...path, 'dhcp', 'pool']]),
    ),
    ...lans.map(({ interface: port, address: own, path, name }) =>
      address(path, ['address', own, [...path, 'address']], ['interface', port], ['comment', name]),
    ),
    ...wans.filter(({ kind }) => kind === 'static').map(staticAddress),
    ...wans.filter(({ kind }) => kind === 'dhcp').map(dhcpClient),
    ...serving.map(({ name, path, interface: port, dhcp }) =>
      server(
        [...path, 'dhcp'],
        ['name', name],
        ['interface', port],
        ['address-pool', name],
        ['lease-time', dhcp?.lease, [...path, 'dhcp', 'lease']],
        ['disabled', 'no'],
      ),
    ),
    ...serving.flatMap(leasesOf),
    ...serving.map(toldOf),
    dns(
      ['dns'],
      ['servers', servers.join(','), ['dns']],
      ['allow-remote-requests', yes(lans.some(({ dns: told, own }) => told.includes(own)))],
    ),
  ];
}

const staticAddress = ({ name, path, address: own, interface: port }: Wan): Made =>
  address(path, ['address', own, [...path, 'address']], ['interface', port], ['comment', name]);

/** Its routes are stated elsewhere; a script keeps them on the gateway that the lease names. */
function dhcpClient(wan: Wan): Made {
  const routes = `[find comment="${escapeText(followerOf(wan))}"]`;
  const script = `:if ($bound=1) do={ /ip route set ${routes} gateway=$"gateway-address" }`;
  return client(
    wan.path,
    ['interface', wan.interface],
    ['add-default-route', 'no'],
    ['use-peer-dns', 'no'],
    ['use-peer-ntp', 'no'],
    ['script', script],
    ['disabled', 'no'],
    ['comment', wan.name],
  );
}

const leasesOf = ({ name, path, dhcp }: Lan): readonly Made[] =>
  (dhcp?.hosts ?? []).map(host =>
    lease(
      [...path, 'dhcp', 'hosts', host.name],
      ['address', host.address],
      ['mac-address', host.mac],
      ['server', name],
      ['comment', host.name],
    ),
  );

const toldOf = ({ path, network: own, own: gateway, dns: told }: Lan): Made =>
  network(
    [...path, 'dhcp'],
    ['address', own],
    ['gateway', gateway],
    told.length > 0
      ? ['dns-server', told.join(','), [...path, 'dns']]
      : ['dns-none', 'yes', [...path, 'dns']],
  );
