import { z } from '@hono/zod-openapi';
import { BitsPerSecond, Count, listOf, Place, Time } from './common.ts';

const Direction = z.strictObject({
  bitsPerSecond: BitsPerSecond.optional(),
  packetsPerSecond: z.number().min(0).optional(),
  bytes: Count.optional(),
  packets: Count.optional(),
  errors: Count.optional(),
  dropped: Count.optional(),
});

export const Interface = z
  .strictObject({
    name: z.string(),
    device: z.string().openapi({ description: 'The Linux device that it is.' }),
    label: z.string(),
    comment: z.string(),
    type: z.string().openapi({ description: 'As RouterOS calls it: ether, bridge, vlan, pppoe-out.' }),
    role: z.enum(['wan', 'lan', 'tunnel', 'unknown']),
    flags: z
      .string()
      .openapi({ description: 'As Winbox shows them: R running, X disabled, S slave, D dynamic.' }),
    running: z.boolean(),
    disabled: z.boolean(),
    present: z.boolean().openapi({ description: 'False: this machine has no such device.' }),
    mtu: z.int().optional(),
    mac: z.string().optional(),
    speedBitsPerSecond: BitsPerSecond.optional(),
    addresses: z.array(z.string()),
    master: z.string().optional(),
    tx: Direction,
    rx: Direction,
    linkDowns: Count.optional(),
    lastLinkDown: Time.optional(),
    lastLinkUp: Time.optional(),
    place: Place.optional(),
  })
  .openapi('Interface', {
    description: 'An interface as the kernel has it; what was not measured is absent.',
  });

export const Interfaces = z.strictObject(listOf(Interface)).openapi('Interfaces');
