import { maskOf, printIpv4 } from '../../../net/index.ts';
import { addMeter } from '../meter.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `connection-limit=30,24`: a /24 of sources has more than 30 connections. A length of 0 counts all together. */
export const connectionLimitCondition: MatcherCondition<'connection-limit'> = (
  { limit, length, negated },
  context,
) => {
  if (length > 32)
    return {
      refused: {
        en: `a network of IPv4 has no length ${length}`,
        id: `jaringan IPv4 tidak punya panjang ${length}`,
      },
    };
  const count = `ct count ${negated ? '' : 'over '}${limit}`;
  if (length === 0) return [count];
  const mask = length === 32 ? '' : ` & ${printIpv4(maskOf(length))}`;
  return [`add @${addMeter(context, { type: 'ipv4_addr' })} { ip saddr${mask} ${count} }`];
};
