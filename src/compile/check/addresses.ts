import type { LinuxContext } from '../context.ts';

/** One address on several interfaces: the router would answer for it on all of them, and routes to its network are a draw. */
export function checkAddresses({ router, report }: LinuxContext): void {
  const first = new Map<string, string>();
  for (const { disabled, address, interface: name, origin } of router.addresses) {
    if (disabled) continue;
    const other = first.get(address.address);
    if (other === undefined) first.set(address.address, name);
    else if (other !== name) {
      report(origin, {
        id: 'compile/address-twice',
        severity: 'warning',
        what: `${address.address} is an address of ${other} too.`,
        why: 'Both get it; which of them leads to its network is not established.',
        do: 'Give each interface an address of its own, or bridge them.',
      });
    }
  }
}
