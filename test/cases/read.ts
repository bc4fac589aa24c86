import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Router } from '../../src/model/index.ts';
import { type Proof, prove } from '../../src/prove/index.ts';
import { assumeWorld, computeRib, type World } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import {
  explainWay,
  makePacket,
  type Prepared,
  possibilities,
  prepare,
  type WalkOptions,
} from '../../src/walk/index.ts';

/** A file of this folder with more text behind it, read by what its own text shows, in the world that is assumed for it. */
export function readCase(file: string, more = ''): { readonly router: Router; readonly world: World } {
  const { router } = readRouterOs(`${caseText(file)}${more}`, { file });
  return { router, world: assumeWorld(router).world };
}

/** The text of a file of this folder. */
export const caseText = (file: string): string => readFileSync(casePath(file), 'utf8');

export const casePath = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** What is proved of a file of this folder, as RouterOS. */
export function proofOf(file: string, more = ''): Proof {
  const { router, world } = readCase(file, more);
  return prove(router, world, { engine: 'routeros' });
}

/** A file of this folder ready to be walked. */
export function preparedCase(file: string, more = '', options: Partial<WalkOptions> = {}): Prepared {
  const { router, world } = readCase(file, more);
  return prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0, ...options });
}

/** The steps of a packet's likeliest way as sentences, and its answer in one. */
export function storyOf(
  prepared: Prepared,
  packet: Parameters<typeof makePacket>[0],
): { readonly answer: string; readonly lines: readonly string[] } {
  const [way] = possibilities(prepared, makePacket(packet), { drawn: true }).scenarios[0]?.ways ?? [];
  if (!way) throw new Error('the packet has no way');
  const { answer, lines } = explainWay(prepared, way, 'en');
  return { answer, lines: lines.map(({ text }) => text) };
}
