import {
  type Flow,
  type PingPlan,
  type PingSample,
  qualityByTarget,
  startPings,
  tiphon,
} from '../../traffic/index.ts';
import type { Judged } from './data.ts';

/** Delay, jitter and loss of pings, with their TIPHON marks. */
export function judgedPings(samples: readonly PingSample[]): Judged {
  const path = qualityByTarget(samples);
  return { ...path, tiphon: tiphon(path) };
}

/** Pings along the flows: every client pings its own servers, so what PCC tells apart is pinged as the flows are. */
export function startFlowPings(
  flows: readonly Flow[],
  plan: Pick<PingPlan, 'everyMs' | 'timeoutMs' | 'bytes'>,
): { stop(): Promise<Judged> } {
  const clients = [...new Set(flows.map(({ ns }) => ns))];
  const pings = clients.map(ns => {
    const targets = [...new Set(flows.filter(flow => flow.ns === ns).map(({ address }) => address))];
    return startPings({ ...plan, ns, targets, everyMs: plan.everyMs * clients.length });
  });
  return {
    async stop() {
      const samples = await Promise.all(pings.map(pinging => pinging.stop()));
      return judgedPings(samples.flat());
    },
  };
}
