import type { HotspotState } from '../../model/index.ts';
import type { Flight, Test } from '../flight.ts';
import type { MatcherTest } from './matcher-test.ts';
import { testOpen } from './open.ts';

const askable: readonly HotspotState[] = ['auth', 'from-client', 'to-client'];

/** `hotspot=from-client,!auth`: without a hotspot server no packet has any of its states. */
export const testHotspot: MatcherTest<'hotspot'> = (matcher, { setup, services }) => {
  const { hotspots } = services;
  const { set, clear, negated } = matcher;
  // Which packets the proxy has taken (`http`) or will take (`local-dst`), no text shows.
  if (hotspots.any && ![...set, ...clear].every(state => askable.includes(state)))
    return testOpen(setup, matcher);
  const has = (state: HotspotState): Test => {
    if (state === 'from-client') return flight => hotspots.serves(flight.in);
    if (state === 'to-client') return flight => hotspots.serves(flight.out);
    return flight => hotspots.hasLoggedIn(flight, clientSide(flight));
  };
  const clientSide = ({ in: from, out }: Flight): number => (hotspots.serves(from) ? from : out);
  const wanted = set.map(has);
  const unwanted = clear.map(has);
  return flight => (wanted.every(test => test(flight)) && !unwanted.some(test => test(flight))) !== negated;
};
