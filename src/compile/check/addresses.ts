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
        what: {
          en: `${address.address} is an address of ${other} too.`,
          id: `${address.address} juga alamat ${other}.`,
        },
        why: {
          en: 'Both get it; which of them leads to its network is not established.',
          id: 'Keduanya mendapatkannya; yang mana yang menuju ke jaringannya tidak pasti.',
        },
        do: {
          en: 'Give each interface an address of its own, or bridge them.',
          id: 'Beri setiap interface alamat sendiri, atau gabungkan dengan bridge.',
        },
      });
    }
  }
}
