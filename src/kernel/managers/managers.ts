import type { Link } from '../types.ts';
import { commandOf, filesIn, processesNamed, textOf } from './files.ts';

/** A program beside us that configures one of our interfaces. */
export interface PortManager {
  readonly interface: string;
  /** `NetworkManager`, `systemd-networkd`, `dhcpcd`. */
  readonly by: string;
}

type Port = Pick<Link, 'index' | 'name'>;

/**
 * Who else configures these interfaces, by what each of them keeps in /run (NetworkManager: `devices/INDEX`, networkd: `links/INDEX`,
 * dhcpcd: a file with its process for each interface, or one for all). What names interfaces that are not here is about another
 * namespace. `all`: every interface here; `root`: where /run and /proc are.
 */
export function portManagers(
  ports: readonly Port[],
  all: readonly Port[],
  root = '/',
): readonly PortManager[] {
  const isHere = (indices: readonly number[]): boolean =>
    indices.length > 0 && indices.every(index => all.some(one => one.index === index));
  const by = (name: string, found: readonly Port[]) =>
    found.map(port => ({ interface: port.name, by: name }));
  return [
    ...by('NetworkManager', ofNetworkManager(ports, isHere, root)),
    ...by('systemd-networkd', ofNetworkd(ports, isHere, root)),
    ...by('dhcpcd', ofDhcpcd(ports, root)),
  ];
}

type IsHere = (indices: readonly number[]) => boolean;

function ofNetworkManager(ports: readonly Port[], isHere: IsHere, root: string): readonly Port[] {
  const folder = `${root}/run/NetworkManager/devices`;
  if (!isHere(indicesIn(folder))) return [];
  const managed = ports.filter(({ index }) => /^managed=true$/m.test(textOf(`${folder}/${index}`)));
  return managed.length > 0 && processesNamed('NetworkManager', root).length > 0 ? managed : [];
}

/** `unmanaged`, or nothing said yet: it leaves the interface alone. */
const administered = /^ADMIN_STATE=(configured|configuring|failed)$/m;

function ofNetworkd(ports: readonly Port[], isHere: IsHere, root: string): readonly Port[] {
  const folder = `${root}/run/systemd/netif/links`;
  if (!isHere(indicesIn(folder))) return [];
  const managed = ports.filter(({ index }) => administered.test(textOf(`${folder}/${index}`)));
  // The kernel cuts names after 15 bytes.
  return managed.length > 0 && processesNamed('systemd-network', root).length > 0 ? managed : [];
}

const indicesIn = (folder: string): readonly number[] =>
  filesIn(folder)
    .filter(name => /^\d+$/.test(name))
    .map(Number);

/** `dhcpcd/ether1.pid`, `dhcpcd/ether1-4.pid`, of old `dhcpcd-ether1.pid`; `dhcpcd/pid` is of one that takes all. */
function ofDhcpcd(ports: readonly Port[], root: string): readonly Port[] {
  const runs = (file: string): boolean => {
    const pid = textOf(`${root}/run/${file}`).trim();
    return pid !== '' && commandOf(pid, root) === 'dhcpcd';
  };
  if (runs('dhcpcd/pid') || runs('dhcpcd.pid')) return ports;
  return ports.filter(({ name }) =>
    [`dhcpcd/${name}.pid`, `dhcpcd/${name}-4.pid`, `dhcpcd-${name}.pid`, `dhcpcd-${name}-4.pid`].some(runs),
  );
}
