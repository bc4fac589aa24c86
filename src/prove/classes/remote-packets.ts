import type { Packet, Prepared } from '../../walk/index.ts';
import { type ClassGroup, crossed, someOf } from './class-groups.ts';
import { headerClasses } from './header-classes.ts';
import { deciding, hostsOf, remoteHosts } from './hosts.ts';

/** A packet from a LAN to a private address that is not here: by a tunnel, a second router, or nowhere. */
export interface RemotePacket {
  readonly direction: 'lan-to-remote';
  readonly packet: Packet;
}

/** One packet of each class to other sites' networks, `most` at most; and how many more there are. */
export function someRemotePackets(
  prepared: Prepared,
  most: number,
): { readonly classes: readonly RemotePacket[]; readonly leftOut: number } {
  const { router, setup, lans } = prepared;
  const [headers, hosts] = [headerClasses(deciding(router)), remoteHosts(setup)];
  const groups = lans.flatMap(name =>
    hostsOf(setup, name).map(
      (src): ClassGroup<RemotePacket> =>
        crossed('lan-to-remote', hosts, headers, (dst, header) => ({
          direction: 'lan-to-remote',
          packet: { ...header, in: name, src, dst },
        })),
    ),
  );
  return someOf(groups, most);
}
