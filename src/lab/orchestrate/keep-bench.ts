import { readFileSync } from 'node:fs';
import { monotonicMs } from '../../sys/index.ts';
import { type Bench, labOf } from './job.ts';
import type { ActiveFault, FaultRequest, KeptNamespace, RunnerRequest } from './messages.ts';
import { startLabRunner } from './start-runner.ts';
import { Worker } from './worker.ts';

/** A namespace of a kept lab with the command that opens a shell in it. */
interface KeptMachine extends KeptNamespace {
  readonly enter: readonly string[];
}

/** A lab that stays up until `end`. */
export interface KeptBench {
  readonly namespaces: readonly KeptMachine[];
  /** Control socket of the gateway under test, by a path that is good outside of the lab. */
  readonly control: string | undefined;
  /** Faults that are in effect. */
  faults(): readonly ActiveFault[];
  /** Makes a fault; gives those in effect. Rejects with an Error that says why it cannot be made. */
  fault(request: Omit<FaultRequest, 'type'>): Promise<readonly ActiveFault[]>;
  /** Ends the faults of an ISP, or all; gives those that are left. */
  repair(isp?: string): Promise<readonly ActiveFault[]>;
  /** Whether its clients use the Internet. */
  traffic(): boolean;
  letTraffic(on: boolean): Promise<void>;
  end(): Promise<void>;
}

const upLimitMs = 60_000;

/** Children of a process (proc_pid_task_children(5)); empty where it has gone. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/** The init of the runner's PID namespace as the host numbers it: the last of the chain that we started. */
function innermost(pid: number): number {
  const [child] = childrenOf(pid);
  const isInit = /^NSpid:\t\d+(\t\d+)*\t1$/m.test(statusOf(pid));
  return child === undefined || isInit ? pid : innermost(child);
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** nsenter(1) into the runner's mount and PID namespaces, where `ip netns` knows the machine by its name. */
function enterCommand(runnerPid: number, name: string, root: boolean): readonly string[] {
  const user = root ? [] : ['--user', '--preserve-credentials'];
  return [
    'nsenter',
    '--target',
    `${runnerPid}`,
    ...user,
    '--mount',
    '--pid',
    '--net',
    'ip',
    'netns',
    'exec',
    name,
    'bash',
  ];
}

const faultLimitMs = 20_000;

/** What a kept lab can be asked for, one request after the other. */
function asksOf(worker: Worker): Pick<KeptBench, 'faults' | 'fault' | 'repair' | 'traffic' | 'letTraffic'> {
  let last: Promise<unknown> = Promise.resolve();
  let active: readonly ActiveFault[] = [];
  let traffic = false;
  const ask = (request: RunnerRequest): Promise<readonly ActiveFault[]> => {
    const answered = last
      .then(() => worker.request(request, faultLimitMs, () => {}))
      .then(answer => {
        active = answer.type === 'faults' ? answer.active : active;
        traffic = answer.type === 'traffic' ? answer.on : traffic;
        return active;
      });
    last = answered.catch(() => {});
    return answered;
  };
  return {
    faults: () => active.filter(({ endsAtMs = Infinity }) => endsAtMs > monotonicMs()),
    fault: request => ask({ type: 'fault', ...request }),
    repair: isp => ask({ type: 'repair', isp }),
    traffic: () => traffic,
    letTraffic: async on => void (await ask({ type: 'traffic', on })),
  };
}

/**
 * Brings up a lab and keeps it; undefined where the signal fired before it was there. Throws EnvironmentError where the
 * machine is in the way.
 */
export async function keepBench(bench: Bench, signal: AbortSignal): Promise<KeptBench | undefined> {
  const before = new Set(childrenOf(process.pid));
  const worker = new Worker(startLabRunner);
  signal.addEventListener('abort', () => void worker.close(3000), { once: true });
  try {
    const answer = await worker.request({ type: 'keep', lab: labOf(bench) }, upLimitMs, () => {});
    const started = childrenOf(process.pid).find(pid => !before.has(pid)) ?? process.pid;
    const runner = innermost(started);
    const root = process.getuid?.() === 0;
    const kept = answer.type === 'kept' ? answer.namespaces : [];
    const namespaces = kept.map(one => ({ ...one, enter: enterCommand(runner, one.name, root) }));
    // The runner has a mount namespace of its own.
    const control = answer.type === 'kept' ? `/proc/${runner}/root${answer.control}` : undefined;
    return { namespaces, control, ...asksOf(worker), end: () => worker.close(3000) };
  } catch (error) {
    if (signal.aborted) return undefined;
    await worker.close(500);
    throw error;
  }
}
