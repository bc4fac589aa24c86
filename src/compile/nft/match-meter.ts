import { maskOf, parseDuration, printIpv4 } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import type { Condition } from './condition.ts';
import { perUnit } from './match-rate.ts';
import { addMeter } from './meter.ts';

/** `connection-limit=30,24`: a /24 of sources has more than 30 connections. A mask of 0 counts all together. */
export function matchConnectionLimit(context: LinuxContext, value: string, negated: boolean): Condition {
  const [, limit, length = '32'] = /^(\d+)(?:,(\d+))?$/.exec(value) ?? [];
  if (limit === undefined || Number(length) > 32)
    return { refused: `connection-limit=${value} is not known` };
  const count = `ct count ${negated ? '' : 'over '}${limit}`;
  if (length === '0') return [count];
  const mask = length === '32' ? '' : ` & ${printIpv4(maskOf(Number(length)))}`;
  return [`add @${addMeter(context, { type: 'ipv4_addr' })} { ip saddr${mask} ${count} }`];
}

/** What `dst-limit` counts by, and the type of that. */
const keys: Readonly<Record<string, readonly [key: string, type: string]>> = {
  'dst-address': ['ip daddr', 'ipv4_addr'],
  'src-address': ['ip saddr', 'ipv4_addr'],
  'dst-address-and-port': ['ip daddr . th dport', 'ipv4_addr . inet_service'],
  'src-and-dst-addresses': ['ip saddr . ip daddr', 'ipv4_addr . ipv4_addr'],
  'addresses-and-dst-port': ['ip saddr . ip daddr . th dport', 'ipv4_addr . ipv4_addr . inet_service'],
};

/** `dst-limit=32/1s,32,src-and-dst-addresses/10s`: a token bucket per key, forgotten when idle for 10 s. */
export function matchDstLimit(context: LinuxContext, value: string, negated: boolean): Condition {
  const [, count = '', time = '1s', burst = '', mode = '', expire = '10s'] =
    /^(\d+)(?:\/(\w+))?,(\d+),([a-z-]+)(?:\/(\w+))?$/.exec(value) ?? [];
  const [window, life, key] = [parseDuration(time), parseDuration(expire), keys[mode]];
  if (!key || !window || !life) return { refused: `dst-limit=${value} is not known` };
  const { amount, unit } = perUnit(Number(count), window);
  const name = addMeter(context, { type: key[1], expire: Math.ceil(life / 1000) });
  const rate = `limit rate ${negated ? 'over ' : ''}${amount}/${unit} burst ${Math.max(1, Number(burst))} packets`;
  return [`update @${name} { ${key[0]} ${rate} }`];
}
