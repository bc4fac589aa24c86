import { z } from 'zod';
import { says } from './says.ts';
import { addressText, interfaceText, ownAddressText, pppText, rateText } from './values.ts';

export const wanTypes = ['dhcp', 'static', 'pppoe', 'interface'] as const;

export const mostWeight = 100;

/** One line to the internet, in its long form. */
export const wanKeys = z.strictObject({
  interface: interfaceText,
  type: z.enum(wanTypes).optional().meta({
    description:
      'dhcp (default); static, with address and gateway (default where there is an address); pppoe (default where there is over); interface, any that has its address by itself.',
  }),
  address: ownAddressText.optional().meta({ description: 'Own address of a static line: 203.0.113.2/29.' }),
  gateway: addressText.optional().meta({ description: 'Router of the provider, for a static line.' }),
  over: interfaceText.optional().meta({ description: 'The port that carries a PPPoE line.' }),
  user: pppText.optional().meta({ description: 'User name of a PPPoE line.' }),
  password: pppText.optional().meta({
    description: 'Its password: jalur dials the line. Without one, somebody else has to dial it.',
  }),
  'password-file': z
    .string()
    .regex(
      /^\/[^\p{Cc}]{1,1000}$/u,
      says({
        en: 'is not the whole path of a file (/etc/jalur/isp1.password)',
        id: 'bukan path lengkap sebuah file (/etc/jalur/isp1.password)',
      }),
    )
    .optional()
    .meta({ description: 'A file that root alone can read, whose first line is the password.' }),
  weight: z.int().min(1).max(mostWeight).optional().meta({
    description: 'Share of new connections, beside the weights of the others; default 1.',
  }),
  rate: rateText.optional(),
  backup: z.boolean().optional().meta({ description: 'Carries something only while the others are dead.' }),
  probes: z.array(addressText).min(1).max(8).optional().meta({
    description:
      'Hosts on the internet that show whether this line works. They are asked, and reached, by this line alone.',
  }),
});

export const wan = z
  .union([interfaceText, wanKeys])
  .meta({ description: 'A line to the internet: its interface, for DHCP, or its keys.' });
