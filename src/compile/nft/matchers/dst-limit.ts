import type { LimitKey } from '../../../model/index.ts';
import { carriesPorts } from '../../../net/index.ts';
import { join } from '../condition.ts';
import { addMeter } from '../meter.ts';
import { fixedProtocol, portProtocolSet } from '../protocol.ts';
import { perUnit } from '../rate.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** What it counts by: addresses, and whether the port behind them. */
const keys: Readonly<Record<LimitKey, readonly [addresses: readonly string[], port: boolean]>> = {
  'dst-address': [['ip daddr'], false],
  'src-address': [['ip saddr'], false],
  'dst-address-and-port': [['ip daddr'], true],
  'src-and-dst-addresses': [['ip saddr', 'ip daddr'], false],
  'addresses-and-dst-port': [['ip saddr', 'ip daddr'], true],
};

/**
 * `dst-limit=32/1s,32,src-and-dst-addresses/10s`: a token bucket per key, forgotten when idle for 10 s. Packets of a
 * protocol without ports are counted by their addresses alone (xt_hashlimit), where nft would read whatever is there.
 */
export const dstLimitCondition: MatcherCondition<'dst-limit'> = (matcher, context, rule) => {
  const { count, perMs, burst, key, expire = 10_000, negated } = matcher;
  const [addresses, byPort] = keys[key];
  const { amount, unit } = perUnit(count, perMs);
  const rate = `limit rate ${negated ? 'over ' : ''}${amount}/${unit} burst ${Math.max(1, burst)} packets`;
  const bucket = (port: boolean) => {
    const type = [...addresses.map(() => 'ipv4_addr'), ...(port ? ['inet_service'] : [])].join(' . ');
    const name = addMeter(context, { type, expire: Math.ceil(expire / 1000) });
    return `update @${name} { ${[...addresses, ...(port ? ['th dport'] : [])].join(' . ')} ${rate} }`;
  };
  if (!byPort) return [bucket(false)];
  const protocol = fixedProtocol(rule);
  if (protocol !== undefined) return [bucket(carriesPorts(protocol))];
  return [
    join(`meta l4proto ${portProtocolSet}`, bucket(true)),
    join(`meta l4proto != ${portProtocolSet}`, bucket(false)),
  ];
};
