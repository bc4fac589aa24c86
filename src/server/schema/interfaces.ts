import { z } from '@hono/zod-openapi';
import { BitsPerSecond, Count, listOf, Place } from './common.ts';

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
    label: z.string().openapi({ description: 'As people call it.', example: 'ISP2 (ether2)' }),
    comment: z.string(),
    type: z.string().openapi({ description: 'As RouterOS calls it: ether, bridge, vlan, pppoe-out.' }),
    role: z.enum(['wan', 'lan', 'tunnel', 'unknown']),
    roleBecause: z.string().optional().openapi({ description: 'What the role rests on.' }),
    flags: z
      .string()
      .openapi({ description: 'As Winbox shows them: R running, X disabled, S slave, D dynamic.' }),
    running: z.boolean(),
    disabled: z.boolean(),
    present: z.boolean().openapi({ description: 'False: this machine has no such device.' }),
    mtu: z.int().optional(),
    mac: z.string().optional(),
    addresses: z.array(z.string()),
    bridge: z.string().optional().openapi({ description: 'The bridge that it is a port of.' }),
    tx: Direction,
    rx: Direction,
    place: Place.optional(),
  })
  .openapi('Interface', {
    description: 'An interface as the kernel has it; what was not measured is absent.',
  });

export const Interfaces = z.strictObject(listOf(Interface)).openapi('Interfaces');
