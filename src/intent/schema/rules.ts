import { z } from 'zod';
import {
  addressText,
  interfaceText,
  nameText,
  networkText,
  portsValue,
  rateText,
  sourceText,
} from './values.ts';

export const protocols = ['tcp', 'udp', 'both'] as const;

/** What the internet may reach inside. */
export const forwardKeys = z.strictObject({
  name: nameText.optional(),
  port: portsValue.meta({ description: 'Port from outside, or a range of them.' }),
  to: addressText.meta({ description: 'The host inside.' }),
  'to-port': portsValue.optional().meta({ description: 'Its port; default: the same.' }),
  protocol: z.enum(protocols).optional().meta({ description: 'tcp (default), udp or both.' }),
  from: z.array(sourceText).min(1).max(64).optional().meta({
    description: 'Only these hosts or networks of the internet; default: all.',
  }),
  wans: z.array(nameText).min(1).optional().meta({ description: 'Only by these lines; default: all.' }),
  hairpin: z.boolean().optional().meta({
    description:
      'Reached from inside by the public address as well; default true, where from says nothing. Of a forward by some lines: by the addresses of those that are static.',
  }),
});

/** A network behind another router inside, or behind a tunnel. */
export const routeKeys = z.strictObject({
  to: networkText.meta({ description: 'The network: 10.20.0.0/16. It is never balanced.' }),
  via: z.union([addressText, interfaceText]).meta({
    description: 'The router on one of our networks that leads there, or an interface (wg0).',
  }),
});

export const filterSets = ['closed-from-wan', 'wannacry'] as const;

export const managementKeys = z.strictObject({
  from: z.array(sourceText).min(1).max(64).meta({
    description: 'Hosts and networks, inside or outside, that may manage the gateway. Nobody else may.',
  }),
  ports: z.array(z.int().min(1).max(65_535)).min(1).max(15).optional().meta({
    description: 'TCP ports that this is about; default: 22.',
  }),
});

/** A limit for a LAN, a host or a network. */
export const queueKeys = z.strictObject({
  name: nameText.optional(),
  target: z.union([nameText, networkText, addressText]).meta({
    description: 'A LAN by its name, a network, or a host.',
  }),
  rate: rateText,
});
