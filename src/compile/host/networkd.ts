import type { Interface, Router } from '../../model/index.ts';
import { type HostFile, type HostFiles, isHostName, section } from './host-file.ts';

const folder = 'systemd/network';
const wireguardMenu = '/interface wireguard';

/** Devices that networkd makes, and what it must know of those that are there. */
export function networkdFiles(router: Router): HostFiles {
  const made = router.interfaces.filter(item => !item.disabled && isHostName(item.name) && isMade(item));
  const tunnels = made.filter(({ origin }) => origin.menu === wireguardMenu);
  const devices = made
    .filter(item => !tunnels.includes(item))
    .map(item => file(`10-jalur-${item.name}.netdev`, netdev(item)));
  const files = [...devices, ...tunnels.map(wireguard), ...networks(router, made)];
  return { files, notes: tunnels.map(noteOf) };
}

function isMade({ kind, vlanId, parent, origin }: Interface): boolean {
  if (kind === 'vlan') return vlanId !== undefined && parent !== undefined && isHostName(parent);
  return kind === 'bridge' || origin.menu === wireguardMenu;
}

const file = (name: string, text: string): HostFile => ({ path: `${folder}/${name}`, text, secret: false });

function netdev({ name, kind, vlanId, mtu, macAddress }: Interface): string {
  const more = [
    ...(mtu === undefined ? [] : [`MTUBytes=${mtu}`]),
    ...(macAddress === undefined ? [] : [`MACAddress=${macAddress}`]),
  ];
  const head = section('NetDev', [`Name=${name}`, `Kind=${kind}`, ...more]);
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

/** Keys and peers are only kept as written, so they are the user's: a drop-in of networkd (systemd.netdev(5)). */
function wireguard({ name }: Interface): HostFile {
  const head = section('NetDev', [`Name=${name}`, 'Kind=wireguard']);
  const own = section('WireGuard', [`PrivateKeyFile=/etc/${folder}/${name}.key`]);
  return file(`10-jalur-${name}.netdev`, `${head}${own}`);
}

const noteOf = ({ name }: Interface): string =>
  `Keys and peers of ${name} are not written: put its private key into /etc/${folder}/${name}.key, ListenPort and [WireGuardPeer] sections into /etc/${folder}/10-jalur-${name}.netdev.d/peers.conf, both readable for systemd-network alone.`;
