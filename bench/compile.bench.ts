import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { compileLinux } from '../src/compile/index.ts';
import { paperRouter, paperWorld } from '../src/compile/testing/index.ts';
import { printPlan } from '../src/linux/index.ts';
import { pccKinds } from '../src/model/index.ts';
import { nftBucket, type PccArithmetic, type PccPacket, pccBucket } from '../src/pcc/index.ts';
import { computeRib } from '../src/rib/index.ts';
import { readRouterOs } from '../src/rsc/index.ts';

// A walk of many packets asks for a bucket each: the hash must cost a small part of the 5 µs that 200 000 packets/s
// leave. `nftBucket alone` is the floor: everything above it is the key and the hash.
const nft: PccArithmetic = { pccKey: 'padded', pccBucket: 'scaled' };
const packets = Array.from({ length: 4096 }, (_, i): PccPacket => {
  return { src: 0xc0a80000 + (i & 255), dst: (i * 2654435761) >>> 0, protocol: 6, srcPort: i, dstPort: 443 };
});

describe('4096 buckets', () => {
  bench('nftBucket alone', () => {
    for (const { dst } of packets) nftBucket(dst, 3);
  });
  for (const kind of pccKinds) {
    bench(kind, () => {
      for (const packet of packets) pccBucket(nft, kind, 3, packet, 0x5eed);
    });
  }
});

describe("the paper's plan", () => {
  const text = readFileSync(new URL('../examples/paper/paper.rsc', import.meta.url), 'utf8');
  const [router, world] = [paperRouter(), paperWorld()];
  const rib = computeRib(router, world);
  bench('read the text', () => {
    readRouterOs(text, { file: 'paper.rsc' });
  });
  bench('compile', () => {
    compileLinux(router, rib, world, { seed: 1 });
  });
  bench('compile and print', () => {
    printPlan(compileLinux(router, rib, world, { seed: 1 }).program);
  });
});
