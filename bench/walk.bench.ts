import { bench, describe } from 'vitest';
import { prove } from '../src/prove/index.ts';
import { assumedWorld } from '../src/rib/index.ts';
import { readRouterOs } from '../src/rsc/index.ts';
import { makePacket, newState, walk } from '../src/walk/index.ts';
import { example, preparedExample } from '../test/walk/examples.ts';
import { eightWans } from './eight-wans.ts';

// Goals: 200 000 packets/s on one core (10 000 packets in 50 ms), a proof of eight uplinks in 2 s.

const fixed = preparedExample('paper-fixed/paper-fixed.rsc');
const flows = Array.from({ length: 10_000 }, (_, i) =>
  makePacket({
    in: 'ether4',
    src: 0xc0a8000a + (i % 200),
    dst: 0x08000000 + i * 7,
    srcPort: 1024 + (i % 60_000),
    dstPort: 443,
  }),
);

describe('10 000 packets through paper-fixed', () => {
  const known = newState();
  for (const packet of flows) walk(fixed, known, packet);
  bench('each begins a connection', () => {
    const state = newState();
    for (const packet of flows) walk(fixed, state, packet);
  });
  bench('each belongs to a known connection', () => {
    for (const packet of flows) walk(fixed, known, packet);
  });
});

describe('prove', () => {
  const { router, world } = example('paper-fixed/paper-fixed.rsc');
  const office = readRouterOs(eightWans(), { file: 'office.rsc' }).router;
  const officeWorld = assumedWorld(office, {});
  bench('paper-fixed', () => {
    prove(router, world, { engine: 'routeros' });
  });
  bench(
    'eight uplinks, 200 rules',
    () => {
      prove(office, officeWorld, { engine: 'routeros' });
    },
    { iterations: 3, warmupIterations: 1 },
  );
});
