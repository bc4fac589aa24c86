import type { LinuxContext } from '../context.ts';
import { type Condition, constant } from './condition.ts';

/**
 * `ipsec-policy=out,none`: did the packet come out of a tunnel, will it go into one? MikroTik's default masquerade
 * rule has it. On a host without IPsec no packet has a policy, so `none` always holds and `ipsec` never.
 */
export function matchIpsec({ options }: LinuxContext, value: string, negated: boolean): Condition {
  const [, direction, policy] = /^(in|out),(ipsec|none)$/.exec(value) ?? [];
  if (direction === undefined) return { refused: `ipsec-policy=${value} is not known` };
  const wanted = (policy === 'ipsec') !== negated;
  if (!options.features?.ipsec) return constant(!wanted, false);
  return [`${direction === 'in' ? 'meta' : 'rt'} ipsec ${wanted ? 'exists' : 'missing'}`];
}
