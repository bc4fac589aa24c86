import type { LimitKey } from '../../../model/index.ts';
import { addMeter } from '../meter.ts';
import { perUnit } from '../rate.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** What it counts by, and the type of that. */
const keys: Readonly<Record<LimitKey, readonly [key: string, type: string]>> = {
  'dst-address': ['ip daddr', 'ipv4_addr'],
  'src-address': ['ip saddr', 'ipv4_addr'],
  'dst-address-and-port': ['ip daddr . th dport', 'ipv4_addr . inet_service'],
  'src-and-dst-addresses': ['ip saddr . ip daddr', 'ipv4_addr . ipv4_addr'],
  'addresses-and-dst-port': ['ip saddr . ip daddr . th dport', 'ipv4_addr . ipv4_addr . inet_service'],
};

/** `dst-limit=32/1s,32,src-and-dst-addresses/10s`: a token bucket per key, forgotten when idle for 10 s. */
export const dstLimitCondition: MatcherCondition<'dst-limit'> = (
  { count, perMs, burst, key, expire = 10_000, negated },
  context,
) => {
  const [field, type] = keys[key];
  const { amount, unit } = perUnit(count, perMs);
  const name = addMeter(context, { type, expire: Math.ceil(expire / 1000) });
  const rate = `limit rate ${negated ? 'over ' : ''}${amount}/${unit} burst ${Math.max(1, burst)} packets`;
  return [`update @${name} { ${field} ${rate} }`];
};
