import {
  entryPoint,
  type Namespace,
  type RestingThread,
  restingThread,
  smallThread,
} from '../../sys/index.ts';
import type { TrackedPage, TrackedQuery } from './tracked.ts';

/** What the thread is started with. */
export interface ListerPlan {
  readonly ns?: Pick<Namespace, 'fd' | 'name'> | undefined;
}

/** Lists connections in a thread of its own. */
export type ConnectionLister = RestingThread<TrackedQuery, TrackedPage>;

export function connectionLister(ns?: Namespace): ConnectionLister {
  const workerData: ListerPlan = { ns: ns && { fd: ns.fd, name: ns.name } };
  const script = entryPoint('kernel/tracked/tracked-worker.ts');
  return restingThread({ script, workerData, failing: 'Connections cannot be listed', limits: smallThread });
}
