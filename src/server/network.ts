import { networkInterfaces } from 'node:os';
import type { Daemon } from './daemon/index.ts';
import type { Held } from './listen/index.ts';

/** An address of a LAN, and its port. */
export interface LanAddress extends Held {
  /** The device of this machine, and what the configuration calls it. */
  readonly interface: string;
  readonly name: string;
}

/** Addresses of this machine's LANs, as the gateway knows its ports: those of WANs and of ports that it does not know are none. */
export async function lanAddresses(daemon: Daemon): Promise<readonly LanAddress[]> {
  const { interfaces } = await daemon.ask('interfaces');
  const held = networkInterfaces();
  return interfaces
    .filter(({ role, exists }) => role === 'lan' && exists)
    .flatMap(({ name: device, routerName: name = device }) =>
      (held[device] ?? [])
        .flatMap(({ address, cidr, internal }) => heldOf(address, cidr, internal))
        .map(one => ({ ...one, interface: device, name })),
    );
}

/** Addresses of IPv6 that are of one link alone need a zone that no browser takes. */
function heldOf(address: string, cidr: string | null, internal: boolean): Held[] {
  const length = Number(cidr?.split('/')[1] ?? Number.NaN);
  return internal || Number.isNaN(length) || /^fe80:/i.test(address) ? [] : [{ address, length }];
}
