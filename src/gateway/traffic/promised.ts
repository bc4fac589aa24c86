import { setImmediate } from 'node:timers/promises';
import type { Decision } from '../core/state.ts';

/** Of new connections from the LANs, 0 to 1, by line. */
export type Promised = Readonly<Record<string, number>>;

/** What the configuration in force promises each line. */
export interface PromisedShares {
  /** Nothing while those of another decision are worked out, beside, in slices. */
  now(decision: Decision | undefined): Promised;
}

const boots = 16;
/** Walked between two turns of the event loop: about a millisecond. */
const slice = { flows: 100, clients: 50, destinations: 100 };

/** Imagined connections are sent through the router as it is decided now, after each of several boots. */
export function promisedShares(): PromisedShares {
  let of: Decision | undefined;
  let shares: Promised = {};
  return {
    now(decision) {
      if (decision === undefined || decision === of) return shares;
      shares = {};
      of = decision;
      void sharesOf(decision, () => of === decision).then(found => {
        if (found) shares = found;
      });
      return shares;
    },
  };
}

async function sharesOf(decision: Decision, isWanted: () => boolean): Promise<Promised | undefined> {
  const [{ newState, prepare, walk }, { sampleFlows, wayOf }] = await Promise.all([
    import('../../walk/index.ts'),
    import('../../spread/index.ts'),
  ]);
  const { router, rib, world, shares } = decision;
  const engine = shares.length > 0 ? { leftOut: [], guards: [], shares } : 'routeros';
  const prepared = prepare(router, rib, world, { engine, seed: 0 });
  const flows = sampleFlows(prepared, slice);
  const counts = new Map(prepared.wans.map(wan => [wan, 0]));
  for (let boot = 0; boot < boots; boot++) {
    await setImmediate();
    if (!isWanted()) return undefined;
    const state = newState(flows.length + 1);
    state.seed = (boot * 0x9e3779b1) >>> 0;
    for (const { packet } of flows) {
      const { kind, out = '' } = wayOf(walk(prepared, state, packet));
      const count = counts.get(out);
      if (kind === 'forwarded' && count !== undefined) counts.set(out, count + 1);
    }
  }
  const all = flows.length * boots;
  return all === 0 ? {} : Object.fromEntries([...counts].map(([wan, count]) => [wan, count / all]));
}
