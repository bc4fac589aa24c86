import { describe, expect, it } from 'vitest';
import type { Router } from '../../src/model/index.ts';
import { assumeWorld } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { settle } from '../../src/walk/index.ts';
import { corpusFiles, hasCorpus } from '../rsc/corpus.ts';

/** Scripts that items of a router hold, of any event. */
const scriptsOf = ({ netwatch, dhcpClients, plain }: Router): string[] =>
  [
    ...netwatch.flatMap(({ upScript, downScript }) => [upScript, downScript]),
    ...dhcpClients.map(({ script }) => script),
    ...plain.flatMap(({ properties }) =>
      ['on-up', 'on-down', 'on-event'].map(name => properties[name] ?? ''),
    ),
  ].filter(text => text.trim() !== '');

// Skipped by name: the public configurations (../shared/corpus) have no licence and are not in this repository.
describe.skipIf(!hasCorpus)(
  'scripts of public configurations (skipped where ../shared/corpus is absent)',
  () => {
    it('every file, well and with each client or line unplugged → comes to rest or is said to flap', () => {
      let [files, scripts, points, flapping] = [0, 0, 0, 0];
      for (const { name, text } of corpusFiles()) {
        const { router } = readRouterOs(text, { file: name });
        const { world } = assumeWorld(router);
        const found = scriptsOf(router).length;
        files += found > 0 ? 1 : 0;
        scripts += found;
        for (const lost of [undefined, ...Object.keys(world.leases)]) {
          const settled = settle(
            router,
            world,
            lost === undefined ? [] : [{ interface: lost, kind: 'unplugged' }],
          );
          expect(settled.rib.routes.length).toBeGreaterThanOrEqual(0);
          if (lost === undefined) points += settled.points.length;
          if (settled.flapping) flapping++;
        }
      }
      console.info(
        `${scripts} scripts in ${files} files; ${points} points while all is well; ${flapping} flap`,
      );
      expect(scripts).toBeGreaterThan(60);
      // What asks its router what it holds, or a host whether it answers, is open; the rest is understood whole.
      expect(points).toBeLessThan(scripts);
      expect(flapping).toBe(0);
    });
  },
);
