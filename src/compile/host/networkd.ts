import type { Interface, Router } from '../../model/index.ts';
import { type HostFile, type HostFiles, isHostName, type SecretOf, section } from './host-file.ts';
import { isWireguard, keysNote, wireguard } from './wireguard.ts';

const folder = 'systemd/network';

/** Devices that networkd makes, and what it must know of those that are there. */
export function networkdFiles(router: Router, secretOf: SecretOf): HostFiles {
  const made = router.interfaces.filter(item => isMadeByNetworkd(item));
  const devices = made.map(item => deviceOf(item, router, secretOf));
  const files = [...devices.flatMap(one => one.files), ...networks(router, made)];
  return {
    files: files.length === 0 ? [] : [daemon, ...files],
    notes: [...devices.flatMap(({ notes }) => notes), ...keysNote(files)],
  };
}

/** networkd would remove rules and routes that are not its own, those of the gateway among them. */
const daemon: HostFile = {
  path: 'systemd/networkd.conf.d/10-jalur.conf',
  text: section('Network', ['ManageForeignRoutes=no', 'ManageForeignRoutingPolicyRules=no']),
  content: 'open',
};

function deviceOf(item: Interface, router: Router, secretOf: SecretOf): HostFiles {
  const name = `10-jalur-${item.name}.netdev`;
  if (!isWireguard(item)) return { files: [file(name, netdev(item))], notes: [] };
  const { sections, files, notes } = wireguard(item, router, secretOf, `${folder}/jalur-${item.name}`);
  return { files: [file(name, `${netdev(item)}${sections}`), ...files], notes };
}

/** Is it of a kind that networkd makes, on a carrier that it can name? */
export function isMadeByNetworkd(item: Interface): boolean {
  const { kind, vlanId, parent, disabled, name } = item;
  if (disabled || !isHostName(name)) return false;
  if (kind === 'vlan') return vlanId !== undefined && parent !== undefined && isHostName(parent);
  return kind === 'bridge' || isWireguard(item);
}

const file = (name: string, text: string): HostFile => ({ path: `${folder}/${name}`, text, content: 'open' });

function netdev(item: Interface): string {
  const { name, kind, vlanId, mtu, macAddress } = item;
  const more = [
    ...(mtu === undefined ? [] : [`MTUBytes=${mtu}`]),
    ...(macAddress === undefined ? [] : [`MACAddress=${macAddress}`]),
  ];
  const head = section('NetDev', [`Name=${name}`, `Kind=${isWireguard(item) ? 'wireguard' : kind}`, ...more]);
  return kind === 'vlan' ? `${head}${section('VLAN', [`Id=${vlanId}`])}` : head;
}

/** What networkd does with each device: VLANs on it, the bridge it is a port of. It leaves addresses and routes alone. */
function networks({ bridgePorts }: Router, made: readonly Interface[]): HostFile[] {
  const vlans = made.filter(({ kind }) => kind === 'vlan');
  const bridges = made.filter(({ kind }) => kind === 'bridge').map(({ name }) => name);
  const ports = bridgePorts.filter(
    ({ disabled, bridge, interface: name }) => !disabled && bridges.includes(bridge) && isHostName(name),
  );
  const names = [
    ...made.map(({ name }) => name),
    ...vlans.flatMap(({ parent }) => parent ?? []),
    ...ports.map(port => port.interface),
  ];
  return [...new Set(names)].map(name => {
    const lines = [
      ...ports.filter(port => port.interface === name).map(({ bridge }) => `Bridge=${bridge}`),
      ...vlans.filter(({ parent }) => parent === name).map(vlan => `VLAN=${vlan.name}`),
    ];
    const rest = ['LinkLocalAddressing=no', 'ConfigureWithoutCarrier=yes', 'KeepConfiguration=yes'];
    const text = `${section('Match', [`Name=${name}`])}${section('Network', [...lines, ...rest])}`;
    return file(`10-jalur-${name}.network`, text);
  });
}
