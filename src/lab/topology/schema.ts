import { z } from 'zod';
import { isIpv4, parseDuration, parseIpv4Prefix, parseRate } from '../../net/index.ts';
import { faultKinds } from '../faults/fault.ts';

const address = z.string().refine(isIpv4, 'is not an IPv4 address such as 10.10.10.1');

const network = z.string().transform((text, context) => {
  const prefix = text.includes('/') ? parseIpv4Prefix(text) : undefined;
  if (prefix === text) return prefix;
  const hint = prefix
    ? `has host bits set; the network is ${prefix}`
    : 'is not a network such as 10.10.10.0/24';
  context.addIssue({ code: 'custom', message: hint });
  return z.NEVER;
});

const rate = z.unknown().transform((value, context) => {
  const bits = typeof value === 'number' ? value : parseRate(String(value));
  if (bits !== undefined && bits >= 8000 && bits <= 100e9) return bits;
  context.addIssue({ code: 'custom', message: 'is not a rate of at least 8k, such as 512k or 10M (bit/s)' });
  return z.NEVER;
});

const duration = z.unknown().transform((value, context) => {
  const text = String(value);
  const ms = typeof value === 'number' ? value : /[a-z]$/.test(text) ? parseDuration(text) : undefined;
  if (ms !== undefined && ms >= 0 && Number.isFinite(ms)) return ms;
  context.addIssue({ code: 'custom', message: 'is not a time such as 10ms or 1h (a bare number means ms)' });
  return z.NEVER;
});

// As RouterOS calls it; which Linux device it is, the configuration tells.
const port = z.string().regex(/^[^\p{Cc}]+$/u, 'is not an interface name (ether1)');

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,10}$/, 'is not a name such as isp1 (a-z, 0-9, -, at most 11 characters)');

const count = (least: number, most: number) =>
  z.number().int('is not a whole number').min(least, `is below ${least}`).max(most, `is above ${most}`);

/** `lease: 10.10.10.254` means a list of one. */
const listOrOne = z.preprocess(value => (Array.isArray(value) ? value : [value]), z.array(address));

/** One entry of `isps:`. */
const ispSchema = z.strictObject({
  name: name.optional(),
  interface: port,
  network: network.optional(),
  gateway: address.optional(),
  lease: listOrOne.optional(),
  'lease-time': duration.default(3_600_000),
  upstream: network.optional(),
  rate: z.strictObject({ upload: rate.optional(), download: rate.optional() }).default({}),
  queue: count(1, 10_000).default(10),
  delay: duration.default(10),
  jitter: duration.default(0),
  loss: z.number().min(0, 'is below 0').max(100, 'is above 100').default(0),
});

const clientsSchema = z.strictObject({
  count: count(1, 100).default(4),
  network: network.optional(),
  gateway: address.optional(),
});

const internetSchema = z.strictObject({
  servers: count(1, 60_000).default(320),
  hosts: z.array(address).optional(),
  names: z.record(z.string().regex(/^[a-z0-9.-]+$/i, 'is not a host name'), address).optional(),
});

/** `topology.yaml`. Everything but `isps` has a default, or is derived from the configuration. */
export const topologySchema = z.strictObject({
  title: z.string().default(''),
  config: z.string().min(1, 'is empty').optional(),
  congestion: z
    .string()
    .regex(/^[a-z0-9_]+$/, 'is not the name of a congestion control')
    .default('cubic'),
  router: z.strictObject({ lan: port.optional() }).default({}),
  clients: z
    .preprocess(value => (typeof value === 'number' ? { count: value } : value), clientsSchema)
    .default({ count: 4 }),
  internet: internetSchema.default({ servers: 320 }),
  isps: z.array(ispSchema).min(1, 'names no ISP').max(32, 'names more than 32 ISPs'),
  connections: count(1, 100_000).default(4000),
  faults: z
    .array(z.enum(faultKinds, `is not a fault: ${faultKinds.join(', ')}`))
    .min(1, 'names no fault')
    .default(['unplug', 'blackhole']),
  assume: z.record(z.string(), z.string()).default({}),
  expect: z.record(z.string(), z.unknown()).default({}),
});

/** What the file says, before addresses are filled in. */
export type StatedTopology = z.output<typeof topologySchema>;

/** What the file says of one ISP. */
export type StatedIsp = z.output<typeof ispSchema>;

/** Keys that may stand at a path of the file (list positions left out), for messages. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const place = path.filter(part => typeof part === 'string').join('.');
  return Object.keys(shapes[place] ?? {});
}

const shapes: Readonly<Record<string, object>> = {
  '': topologySchema.shape,
  router: { lan: port },
  clients: clientsSchema.shape,
  internet: internetSchema.shape,
  isps: ispSchema.shape,
  'isps.rate': { upload: rate, download: rate },
};
