import { Worker } from 'node:worker_threads';
import type { HostCheck } from '../health/index.ts';
import type { GatewayCheck } from '../rib/index.ts';
import { entryPoint, type Namespace, smallThread } from '../sys/index.ts';
import type { Verdict } from './checks.ts';
import type { HostVerdict } from './host-checks.ts';
import type { LineReport, Measured, WatchedLine } from './lines.ts';

/** A probe that the machine did not let us send. */
interface SendError {
  readonly what: string;
  readonly do: string;
}

/** What the probing thread reports. `send-error` without an error: probes can be sent again. */
export type ProbeReport =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'host'; readonly verdict: HostVerdict }
  | ({ readonly kind: 'line' } & LineReport)
  | {
      readonly kind: 'send-error';
      /** Key of the check, or of the target of a line. */
      readonly key: string;
      readonly error?: SendError | undefined;
    };

/** What the probing thread says: reports, and answers to `measure`. */
export type ProbeSaying =
  | ProbeReport
  | { readonly kind: 'measured'; readonly id: number; readonly lines: Measured };

/** What the probing thread is started with. */
export interface ProbePlan {
  readonly ns?: Pick<Namespace, 'fd' | 'name'> | undefined;
  readonly mark: number;
}

/** All that is watched: gateways and lines, each by its interface, and hosts, by ordinary routing. */
export interface Watched {
  readonly checks: readonly GatewayCheck[];
  readonly hosts: readonly HostCheck[];
  readonly lines: readonly WatchedLine[];
}

/** Orders for the probing thread: what to watch from now on, to say what is known now, or to end. */
export type ProbeOrder =
  | ({ readonly kind: 'set' } & Watched)
  | { readonly kind: 'measure'; readonly id: number }
  | { readonly kind: 'close' };

export interface ProberOptions {
  readonly ns?: Namespace | undefined;
  /** SO_MARK of every probe. */
  readonly mark: number;
  readonly onReport: (report: ProbeReport) => void;
}

/** Watches gateways and hosts in a thread of its own, so that no probe is late because the gateway is busy. */
export interface Prober {
  /** Starts new checks (gateways are reachable until proved otherwise), forgets those that are gone, leaves the others alone. */
  set(watched: Watched): void;
  /** What is known of the lines now; nothing where the thread does not answer within a second. */
  measured(): Promise<Measured>;
  /** Resolves when the thread has ended. */
  close(): Promise<void>;
}

/** The thread is started with the first check: most of what it costs is memory. */
export function startProber(options: ProberOptions): Prober {
  let thread: Thread | undefined;
  return {
    set({ checks, hosts, lines }) {
      // BFD needs a session with the other end, which we cannot hold: such a gateway counts as reachable.
      const wanted = checks.filter(({ method }) => method !== 'bfd');
      if (wanted.length + hosts.length + lines.length > 0) thread ??= startThread(options);
      thread?.order({ kind: 'set', checks: wanted, hosts, lines });
    },
    measured: async () => thread?.measured() ?? {},
    async close() {
      thread?.order({ kind: 'close' });
      await thread?.ended;
    },
  };
}

interface Thread {
  order(order: ProbeOrder): void;
  measured(): Promise<Measured>;
  readonly ended: Promise<void>;
}

/** How long an answer of the thread may take. */
const answerMs = 1000;

function startThread({ ns, mark, onReport }: ProberOptions): Thread {
  const plan: ProbePlan = { mark, ns: ns && { fd: ns.fd, name: ns.name } };
  const worker = new Worker(entryPoint('probe/probe-worker.ts'), {
    workerData: plan,
    resourceLimits: smallThread,
    // Sockets that the kernel gave us are closed by Node, which would warn of each that it has not opened itself.
    trackUnmanagedFds: false,
  });
  const asked = new Map<number, (lines: Measured) => void>();
  let lastId = 0;
  worker.on('message', (said: ProbeSaying) => {
    if (said.kind === 'measured') asked.get(said.id)?.(said.lines);
    else onReport(said);
  });
  // A defect of ours: without probes a dead gateway would stay in the routes for ever.
  worker.on('error', error => {
    throw error;
  });
  return {
    order: order => worker.postMessage(order),
    measured() {
      const id = ++lastId;
      return new Promise(resolve => {
        const answered = (lines: Measured): void => {
          clearTimeout(late);
          asked.delete(id);
          resolve(lines);
        };
        const late = setTimeout(answered, answerMs, {});
        asked.set(id, answered);
        worker.postMessage({ kind: 'measure', id } satisfies ProbeOrder);
      });
    },
    ended: new Promise(resolve => worker.once('exit', () => resolve())),
  };
}
