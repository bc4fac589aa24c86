import { z } from 'zod';
import { pccKinds } from '../../model/index.ts';
import { lan } from './lan.ts';
import { notify } from './notify.ts';
import { filterSets, forwardKeys, managementKeys, queueKeys, routeKeys } from './rules.ts';
import { says } from './says.ts';
import { addressText, nameText, networkText } from './values.ts';
import { wan } from './wan.ts';

const failbackText = z
  .string()
  .regex(
    /^(?:keep|cut|drain=\d{1,5}(?:\.\d+)?)$/,
    says({
      en: 'is none of keep, cut and drain=MINUTES',
      id: 'bukan salah satu dari keep, cut, dan drain=MENIT',
    }),
  )
  .meta({
    description:
      'Connections that were opened while a line was dead: keep (they stay where they are), drain=10 (they go back after 10 minutes), cut (at once). As of jalur run --failback.',
  });

export const balanceKinds = [...pccKinds, 'failover', 'rendezvous', 'adaptive'] as const;
export const healthKinds = ['text', 'auto', 'none'] as const;

/** What `gateway.yaml` may say. */
export const intentSchema = z.strictObject({
  name: nameText.optional().meta({ description: 'Name of the gateway.' }),
  wans: z
    .record(nameText, wan)
    .refine(wans => Object.keys(wans).length > 0, says({ en: 'names no line', id: 'tidak menyebut saluran' }))
    .refine(
      wans => Object.keys(wans).length <= 16,
      says({ en: 'names more than 16 lines', id: 'menyebut lebih dari 16 saluran' }),
    )
    .meta({ description: 'Lines to the internet by their names, in the order in which they are used.' }),
  lan: lan.optional(),
  lans: z
    .record(nameText, lan)
    .refine(
      lans => Object.keys(lans).length <= 64,
      says({ en: 'names more than 64 networks', id: 'menyebut lebih dari 64 jaringan' }),
    )
    .optional()
    .meta({ description: 'Inner networks by their names, where there are several.' }),
  dns: z
    .array(addressText)
    .min(1)
    .max(8)
    .optional()
    .meta({ description: 'Name servers that the gateway asks; default: 1.1.1.1 and 8.8.8.8.' }),
  balance: z.enum(balanceKinds).optional().meta({
    description:
      'What of a connection decides which line it uses: both-addresses (default), src-address, both-addresses-and-ports …; failover: the first line that works carries all; rendezvous: both-addresses by buckets of which only those of a dead line move; adaptive: rendezvous with shares that follow what the lines deliver.',
  }),
  spill: z.boolean().optional().meta({
    description:
      'New connections avoid lines that are full while others are not; needs balance: rendezvous or adaptive. As of jalur run --spill.',
  }),
  health: z.enum(healthKinds).optional().meta({
    description:
      'text (default): lines are checked by their probes; auto: also those of jalur run --health auto; none: a line is up as long as its link is.',
  }),
  pace: z.enum(['jalur', 'routeros']).optional().meta({ description: 'As of jalur run --pace.' }),
  failback: failbackText.optional(),
  local: z.array(networkText).min(1).max(64).optional().meta({
    description: 'Networks behind the lines (modems) that are never balanced.',
  }),
  filters: z.array(z.enum(filterSets)).max(8).optional().meta({
    description:
      'closed-from-wan (default): from the internet nothing but answers, pings and forwards; wannacry: SMB, RPC and RDP stay on their side.',
  }),
  management: managementKeys.optional(),
  forwards: z.array(forwardKeys).max(256).optional().meta({
    description: 'Ports of the internet side that lead to hosts inside.',
  }),
  routes: z.array(routeKeys).max(256).optional().meta({
    description: 'Networks that are reached by another router inside, or by a tunnel.',
  }),
  queues: z.array(queueKeys).max(256).optional().meta({ description: 'Limits by LAN, network or host.' }),
  notify: notify.optional(),
});

export type Stated = z.infer<typeof intentSchema>;
