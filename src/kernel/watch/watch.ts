import { Worker } from 'node:worker_threads';
import { entryPoint, libc, type Namespace, openEventFd, smallThread } from '../../sys/index.ts';
import { type KernelEvent, openEventSocket, openRulesetSocket } from '../netlink/index.ts';
import type { Link } from '../types.ts';
import type { GuardPlan, RulesetGuard } from './guard.ts';

/** Changes that came in one go. `atMs`: when they were read (CLOCK_MONOTONIC), whatever the receiver was busy with. */
export interface KernelEvents {
  readonly atMs: number;
  readonly events: readonly KernelEvent[];
  /** The watching thread has closed forwarding for one of them, which had this value. */
  readonly closed?: string | undefined;
}

/** What the thread that waits for the kernel is given. */
export interface WatchPlan {
  /** The netlink sockets: of interfaces and routes, and of nftables. */
  readonly fd: number;
  readonly rulesetFd: number;
  /** Readable when the thread shall end. */
  readonly stopFd: number;
  readonly links: readonly Pick<Link, 'index' | 'name'>[];
  readonly ns?: Pick<Namespace, 'fd' | 'name'> | undefined;
  readonly guard?: GuardPlan | undefined;
}

export interface KernelWatch {
  /** Resolves when the thread has ended. */
  close(): Promise<void>;
}

/**
 * Reports every change of interfaces, addresses, routes, rules, their settings and nftables of a namespace, from now on. A thread blocks in the
 * kernel, so that an event is taken over within about 0.1 ms and costs nothing while there is none. `links`: the
 * interfaces known at the start, for their names. `guard`: a table without which nothing may be forwarded. Close it, or the process does not end by itself.
 */
export function watchKernel(
  links: readonly Link[],
  onEvents: (events: KernelEvents) => void,
  ns?: Namespace,
  guard?: RulesetGuard,
): KernelWatch {
  const fd = openEventSocket(ns);
  const rulesetFd = openRulesetSocket(ns);
  const stop = openEventFd();
  const known = links.map(({ index, name }) => ({ index, name }));
  const plan: WatchPlan = {
    ...{ fd, rulesetFd, stopFd: stop.fd, links: known, guard: guard?.plan },
    ns: ns && { fd: ns.fd, name: ns.name },
  };
  const worker = new Worker(entryPoint('kernel/watch/watch-worker.ts'), {
    workerData: plan,
    resourceLimits: smallThread,
  });
  let open = true;
  worker.on('message', (events: KernelEvents) => {
    if (open) onEvents(events);
  });
  // A defect of ours: there is no gateway without it.
  worker.on('error', error => {
    throw error;
  });
  // Node waits for its threads where a process ends by itself, and this one waits for the kernel.
  const onProcessEnd = (): void => stop.signal();
  process.once('exit', onProcessEnd);
  const ended = new Promise<void>(resolve => {
    worker.once('exit', () => {
      process.off('exit', onProcessEnd);
      libc.close(fd);
      libc.close(rulesetFd);
      stop.close();
      resolve();
    });
  });
  return {
    close() {
      if (open) stop.signal();
      open = false;
      return ended;
    },
  };
}
