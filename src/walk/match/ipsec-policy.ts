import type { Ipv4Bounds } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, ask } from '../setup.ts';
import { type IpsecSelector, ipsecSelectors } from './ipsec-policies.ts';
import type { MatcherTest } from './matcher-test.ts';

/**
 * `ipsec-policy=out,none`: no policy will take the packet. Without a policy that could, `none` always holds and
 * `ipsec` never; where one could, its connection and key exchange decide, which no text shows.
 */
export const testIpsecPolicy: MatcherTest<'ipsec-policy'> = (matcher, { setup }) => {
  const { direction, policy, negated } = matcher;
  const wanted = (policy === 'ipsec') !== negated;
  const selectors = setup.semantics.ipsecPolicies ? ipsecSelectors(setup.router) : [];
  if (selectors.length === 0) return () => !wanted;
  const point = addPoint(setup, {
    kind: 'open',
    name: 'ipsec-policy',
    matcher,
    key: 'ipsec',
    choices: ['none', 'ipsec'],
  });
  return flight => {
    if (!selectors.some(selector => takes(selector, flight, direction))) return !wanted;
    const about = () => ({ same: `ipsec ${isForward(flight, direction)}` });
    return (ask(setup, flight.state, point, 2, about) === 1) === wanted;
  };
};

/** What leaves through a tunnel is answered through it: both ask the same. */
const isForward = ({ isReply }: Flight, direction: 'in' | 'out'): boolean =>
  (direction === 'out') !== isReply;

/** What comes out of a tunnel has the ends of what goes in, exchanged. */
function takes({ src, dst }: IpsecSelector, flight: Flight, direction: 'in' | 'out'): boolean {
  const [from, to] = direction === 'out' ? [src, dst] : [dst, src];
  return within(from, flight.src) && within(to, flight.dst);
}

const within = (range: Ipv4Bounds | undefined, address: number): boolean =>
  range === undefined || (address >= range.from && address <= range.to);
