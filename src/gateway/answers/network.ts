import type { ControlRequest } from '../control/protocol.ts';
import type { Parts } from '../parts.ts';
import {
  type ConnectionsReply,
  type InterfacesReply,
  interfacesReply,
  type LeasesReply,
  leasesReply,
  type QueueLook,
  type QueuesReply,
  queuesReply,
} from '../replies/index.ts';
import type { CountedTraffic } from '../traffic/index.ts';
import { connectionsReply, trackedQuery } from './connections.ts';

/** What pages show of the network. Each is read from the kernel when it is asked for, and never otherwise. */
export interface NetworkAnswers {
  interfaces(): InterfacesReply;
  /** Throws ControlRefused. */
  connections(request: Extract<ControlRequest, { readonly type: 'connections' }>): Promise<ConnectionsReply>;
  queues(): QueuesReply;
  leases(): Promise<LeasesReply>;
}

const now = (): string => new Date().toISOString();

export function networkAnswers(
  { loop, port }: Pick<Parts, 'loop' | 'port'>,
  rates: CountedTraffic['rates'],
): NetworkAnswers {
  const queueLooks = twoLooks();
  return {
    interfaces: () =>
      interfacesReply(loop.state, {
        ...{ at: now(), links: port.links(), addresses: port.addresses(), ratesOf: rates() },
      }),
    async connections(request) {
      const query = trackedQuery(loop.state, request);
      return connectionsReply(query, await port.connectionPage(query), port.accounts());
    },
    queues() {
      const at = now();
      const isShaped = (loop.state.reached?.program.tc.length ?? 0) > 0;
      const counts = isShaped ? port.queueCounts() : new Map();
      return queuesReply(loop.state, { at, ...queueLooks({ atMs: port.nowMs(), counts }) });
    },
    async leases() {
      const servers = loop.state.reached?.program.dhcpServers ?? [];
      const served = await Promise.all(
        servers.map(async ({ interface: name }) => [name, await port.servedLeases(name)] as const),
      );
      const times = { at: now(), nowMs: port.nowMs(), timeMs: Date.now() };
      return leasesReply(loop.state, { ...times, served: Object.fromEntries(served) });
    },
  };
}

/** A rate of a shorter time shows single packets; of a longer one nothing of now. */
const [shortestMs, longestMs] = [500, 60_000];

/** What was seen now, and at an earlier question. */
function twoLooks(): (now: QueueLook) => {
  readonly now: QueueLook;
  readonly before?: QueueLook | undefined;
} {
  let kept: readonly QueueLook[] = [];
  return now => {
    const before = kept.findLast(({ atMs }) => now.atMs - atMs >= shortestMs && now.atMs - atMs <= longestMs);
    if (before || kept.length === 0) kept = [...kept.slice(-1), now];
    return { now, before };
  };
}
