import { z } from 'zod';
import {
  addressText,
  durationText,
  interfaceText,
  macText,
  nameText,
  ownAddressText,
  poolText,
} from './values.ts';

/** A host that always gets the same address. */
export const hostKeys = z.strictObject({ mac: macText, address: addressText });

export const dhcpKeys = z.strictObject({
  pool: poolText.optional().meta({ description: 'Addresses for clients: 192.168.0.100-192.168.0.199.' }),
  lease: durationText.optional(),
  hosts: z.record(nameText, hostKeys).optional().meta({
    description: 'Hosts that always get the same address, by their names.',
  }),
});

/** One inner network, in its long form. */
export const lanKeys = z.strictObject({
  interface: interfaceText,
  address: ownAddressText.optional().meta({
    description: 'Address of the gateway here: 192.168.0.1/24. Default: 192.168.88.1/24 for the first.',
  }),
  vlan: z
    .int()
    .min(1)
    .max(4094)
    .optional()
    .meta({ description: 'Its interface is this VLAN of the port in over.' }),
  over: interfaceText.optional().meta({ description: 'The port that carries its VLAN.' }),
  isolated: z.boolean().optional().meta({
    description:
      'Guests: they reach the internet, and of the gateway addresses, names, time and pings; no other inner network. Default false.',
  }),
  dhcp: z.union([z.boolean(), dhcpKeys]).optional().meta({
    description: 'Gives addresses to clients; default true.',
  }),
  dns: z
    .union([z.boolean(), z.array(addressText).min(1).max(8)])
    .optional()
    .meta({
      description:
        'true (default): clients ask the gateway; false: none is told; or the name servers that clients are told.',
    }),
});

export const lan = z
  .union([interfaceText, lanKeys])
  .meta({ description: 'An inner network: its interface, or its keys.' });
