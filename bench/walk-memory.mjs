// One million connections through paper-fixed: node --expose-gc bench/walk-memory.mjs (after npm run build).
// Prints heap after each 100 000; it must stay where it is after the first.

import { readFileSync } from 'node:fs';
import { assumedWorld, situationOf } from '../dist/rib/index.js';
import { readRouterOs } from '../dist/rsc/index.js';
import { makePacket, newState, prepare, walk } from '../dist/walk/index.js';

const file = new URL('../examples/paper-fixed/paper-fixed.rsc', import.meta.url);
const { router } = readRouterOs(readFileSync(file, 'utf8'), { file: 'paper-fixed.rsc' });
const lease = (name, net) => ({
  interface: name,
  address: { address: `${net}.254`, length: 24 },
  gateway: `${net}.1`,
  dns: [],
  leaseTime: 3_600_000,
});
const start = assumedWorld(router, { leases: [lease('ether1', '10.10.10'), lease('ether2', '20.20.20')] });
const { world, rib } = situationOf(router, start);
const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0 });
const state = newState();

for (let round = 1; round <= 10; round++) {
  const began = process.cpuUsage();
  for (let i = 0; i < 100_000; i++) {
    const n = round * 100_000 + i;
    const src = 0xc0a8000a + (n % 200);
    walk(
      prepared,
      state,
      makePacket({ in: 'ether4', src, dst: 0x08000000 + n, srcPort: 1024 + (n % 60_000), dstPort: 443 }),
    );
  }
  const { user, system } = process.cpuUsage(began);
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1);
  const rate = Math.round(1e11 / (user + system));
  process.stdout.write(
    `${round * 100_000} packets  ${heap} MiB  ${state.connections.size} connections  ${rate} packets/s\n`,
  );
}
