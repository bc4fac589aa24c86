import type { LimitKey } from '../../model/index.ts';
import { carriesPorts } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, ask } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';
import { fullBucket, spend } from './token-bucket.ts';

/** What packets share a bucket. */
const keys: Readonly<Record<LimitKey, (flight: Flight) => string>> = {
  'dst-address': ({ dst }) => `${dst}`,
  'src-address': ({ src }) => `${src}`,
  'dst-address-and-port': flight => ported(flight, `${flight.dst}`),
  'src-and-dst-addresses': ({ src, dst }) => `${src} ${dst}`,
  'addresses-and-dst-port': flight => ported(flight, `${flight.src} ${flight.dst}`),
};

/** Without ports the addresses alone count (xt_hashlimit). */
const ported = ({ protocol, dstPort }: Flight, addresses: string): string =>
  `${addresses} ${carriesPorts(protocol) ? dstPort : 'no port'}`;

/** `dst-limit=5/1s,5,dst-address/10s`: a token bucket for each key, full again when it was idle for so long. */
export const testDstLimit: MatcherTest<'dst-limit'> = (matcher, { setup }) => {
  const { count, perMs, burst, key, expire = 10_000, negated } = matcher;
  const point = addPoint(setup, {
    kind: 'limit',
    name: 'dst-limit',
    matcher,
    key: 'dst-limit',
    choices: ['below', 'above'],
  });
  const size = { perMs: count / perMs, depth: Math.max(1, burst) };
  return flight => {
    const { state } = flight;
    const name = keys[key](flight);
    const choice = ask(setup, state, point, 2);
    if (choice >= 0) return (choice === 0) !== negated;
    const buckets = state.keyed[point] ?? new Map();
    state.keyed[point] = buckets;
    const known = buckets.get(name);
    const bucket = known && state.nowMs - known.atMs < expire ? known : fullBucket(size, state.nowMs);
    buckets.set(name, bucket);
    return spend(bucket, 1, size, state.nowMs) !== negated;
  };
};
