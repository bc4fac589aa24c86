import { type ProgramAddress, showHostAddress } from '../../linux/index.ts';
import { heldAddress } from '../../rib/index.ts';
import type { LinuxContext } from '../context.ts';
import { isPresent, present } from '../presence.ts';

/** Addresses of the text, and those that DHCP has leased to our clients (RouterOS shows these as dynamic ones). */
export function compileAddresses(context: LinuxContext): ProgramAddress[] {
  const { router, world } = context;
  const written = present(context, router.addresses).map(item => ({ ...item, address: heldAddress(item) }));
  const leased = router.dhcpClients.flatMap(client => {
    const lease = client.disabled ? undefined : world.leases[client.interface];
    return lease ? [{ interface: client.interface, address: lease.address, origin: client.origin }] : [];
  });
  const all = [...written, ...leased].map(item => ({
    interface: item.interface,
    address: item.address,
    origin: item.origin,
  }));
  return all.filter((item, i) => all.findIndex(other => same(item, other)) === i);
}

const same = (a: ProgramAddress, b: ProgramAddress): boolean =>
  a.interface === b.interface && showHostAddress(a.address) === showHostAddress(b.address);

/** Interfaces that must be up: every one in use that the text does not disable. */
export function compileUp(context: LinuxContext): string[] {
  const { router } = context;
  const off = new Set(router.interfaces.filter(({ disabled }) => disabled).map(({ name }) => name));
  const used = [...router.addresses, ...router.dhcpClients, ...router.dhcpServers]
    .filter(({ disabled }) => !disabled)
    .map(item => item.interface);
  const names = [...router.interfaces.map(({ name }) => name), ...used];
  return [...new Set(names)].filter(name => !off.has(name) && isPresent(context, name));
}
