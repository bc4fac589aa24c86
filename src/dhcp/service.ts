import { environmentTrouble, type Namespace, type ProcessIdentity, signalTo, sleep } from '../sys/index.ts';
import { adoptProcess, notStarted, type ServiceProcess, startProcess } from './service-process.ts';
import type { ServiceRecords } from './service-records.ts';
import type { ServiceSpec } from './service-spec.ts';

/** Where a service runs and who is called when it ends. */
export interface ServiceHooks {
  readonly ns?: Namespace | undefined;
  /** With records it outlives us, and one that an earlier gateway left is taken over as it runs. */
  readonly records?: ServiceRecords | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
  /** It ended without being asked to; it is started again after `againMs`. `output`: the end of its output. */
  readonly onExit?: ((name: string, output: string, againMs: number) => void) | undefined;
  /** After an end: it has run for `steadyMs` since it was started again. */
  readonly onSteady?: ((name: string) => void) | undefined;
  /** It was stopped on purpose. */
  readonly onStopped?: ((name: string) => void) | undefined;
  /** Default 5000. */
  readonly steadyMs?: number | undefined;
}

/** One supervised process. */
export interface Service {
  readonly spec: ServiceSpec;
  readonly pid: number | undefined;
  /** An earlier gateway has started it. */
  readonly isAdopted: boolean;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
  /** Lets it run on without us, whoever comes after finding it by its record; stops it where there are no records. */
  leave(): Promise<void>;
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
const defaultSteadyMs = 5000;

/** Starts a program in the foreground and starts it again whenever it ends by itself, with growing pauses. */
export function startService(spec: ServiceSpec, hooks: ServiceHooks): Service {
  const { ns, records } = hooks;
  let process: ServiceProcess;
  let wanted = true;
  let pauseMs = firstPauseMs;
  let startedMs = performance.now();
  let steadyTimer: NodeJS.Timeout | undefined;
  const steady = (): void => {
    steadyTimer = setTimeout(() => hooks.onSteady?.(spec.name), hooks.steadyMs ?? defaultSteadyMs);
    steadyTimer.unref();
  };
  const onEnd = (why: string): void => {
    clearTimeout(steadyTimer);
    if (!wanted) return;
    // A process that lived for a while gets a quick restart again.
    pauseMs = performance.now() - startedMs > longestPauseMs ? firstPauseMs : pauseMs;
    hooks.onExit?.(spec.name, why, pauseMs);
    void sleep(pauseMs).then(() => {
      if (!wanted) return;
      process = start();
      steady();
    });
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };
  const heard = { onLine: (line: string) => hooks.onLine?.(line), onEnd };
  const start = (): ServiceProcess => {
    startedMs = performance.now();
    return orNot(() => {
      const obstacle = spec.obstacle?.();
      if (obstacle !== undefined) return notStarted(obstacle, onEnd);
      const started = startProcess(spec, { ns, outlives: records !== undefined }, heard);
      records?.write(spec, started.pid);
      return started;
    });
  };
  /** What the machine does not let us start has ended before it began: it is tried again like that. */
  const orNot = (begin: () => ServiceProcess): ServiceProcess => {
    try {
      return begin();
    } catch (error) {
      const trouble = environmentTrouble(error);
      if (!trouble) throw error;
      return notStarted(trouble.what, onEnd);
    }
  };
  const adopt = (left: ProcessIdentity): ServiceProcess =>
    orNot(() => {
      try {
        return adoptProcess(spec, left, heard);
      } catch (error) {
        // Nobody would hear it, nor that it ended: another one takes its place.
        signalTo(left, 'SIGKILL');
        throw error;
      }
    });
  const left = records?.take(spec);
  process = left ? adopt(left) : start();
  const stop = async (): Promise<void> => {
    wanted = false;
    clearTimeout(steadyTimer);
    await process.end();
    records?.write(spec, undefined);
    hooks.onStopped?.(spec.name);
  };
  return {
    spec,
    get pid() {
      return process.pid;
    },
    get isAdopted() {
      return process.pid === left?.pid;
    },
    signal: name => process.signal(name),
    stop,
    async leave() {
      if (!records) return stop();
      wanted = false;
      clearTimeout(steadyTimer);
      process.leave();
    },
  };
}
