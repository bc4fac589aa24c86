import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type LineSecond, nextShares, startShares } from '../../src/health/index.ts';

// What a gateway in the lab saw of its two lines, second by second, while the first one had a quarter of its rate from 47 to 118
// (`jalur lab run examples/paper-fixed --balance adaptive --experiment shares`): few clients, real queues, real probes. What it
// decides now meets the same seconds, however busy this machine is.

type Seen = readonly [receivedKbps: number, sentKbps: number, tripsMs: readonly (number | null)[]];
const { lines, seconds } = JSON.parse(readFileSync(new URL('lab-run.json', import.meta.url), 'utf8')) as {
  readonly lines: readonly string[];
  readonly seconds: readonly (readonly Seen[])[];
};
const [slower, whole] = [47, 118];

const secondOf = (seen: readonly Seen[]): readonly LineSecond[] =>
  seen.map(([received, sent, trips], i) => ({
    ...{ line: lines[i] ?? '', isUp: true, receivedBps: received * 1000, sentBps: sent * 1000 },
    roundTripsMs: trips.map(ms => ms ?? undefined),
  }));

function sharesOver(all: readonly (readonly LineSecond[])[]): readonly number[] {
  let state = startShares(
    lines.map((line, i) => ({ line, weight: 2 - i })),
    { isAdaptive: true, spills: false },
  );
  return all.map(one => {
    state = nextShares(state, one).state;
    return state.shares[lines[0] ?? ''] ?? 0;
  });
}

it('seconds of a lab: a line has a quarter of its rate, then all of it → half of the way within 30 s each time', () => {
  const share = sharesOver(seconds.map(secondOf));
  expect(share[slower - 1]).toBeCloseTo(0.5, 1);
  expect(share[slower + 30]).toBeLessThan(0.35);
  expect(share[whole - 1]).toBeCloseTo(0.2, 1);
  expect(share[whole + 30]).toBeGreaterThan(0.35);
});
