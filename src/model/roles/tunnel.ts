import type { Router } from '../router.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

// Clients and servers of these menus, and menus that are tunnels themselves.
const tunnelMenu =
  /^\/interface (?:(?:l2tp|pptp|sstp|ovpn)-(?:client|server)|wireguard|gre|gre6|ipip|eoip|6to4)\b/;

/** Interfaces inside other interfaces' packets: they lead to somebody's network, unless a default route says more. */
export function tunnelEvidence({ interfaces }: Router): RoleEvidence[] {
  return evidenceAt(interfaces, ({ name, kind, origin }) =>
    kind === 'other' && tunnelMenu.test(origin.menu)
      ? [
          {
            interface: name,
            role: 'tunnel',
            kind: 'tunnel',
            what: { en: `${name} is a tunnel.`, id: `${name} adalah tunnel.` },
          },
        ]
      : [],
  );
}
