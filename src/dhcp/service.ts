import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { end, type Namespace, sleep, spawnIn } from '../sys/index.ts';

/** A program that has to run until it is stopped. */
export interface ServiceSpec {
  /** For people and as key: `dhcp client ether1`. */
  readonly name: string;
  readonly argv: readonly string[];
}

/** Where a service runs and who is called when it ends. */
export interface ServiceHooks {
  readonly ns?: Namespace | undefined;
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
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
const defaultSteadyMs = 5000;

/** Starts a program in the foreground and starts it again whenever it ends by itself, with growing pauses. */
export function startService(spec: ServiceSpec, hooks: ServiceHooks): Service {
  let child: ChildProcess | undefined;
  let wanted = true;
  let pauseMs = firstPauseMs;
  let steadyTimer: NodeJS.Timeout | undefined;
  const steady = (): void => {
    steadyTimer = setTimeout(() => hooks.onSteady?.(spec.name), hooks.steadyMs ?? defaultSteadyMs);
    steadyTimer.unref();
  };
  const start = (): void => {
    let output = '';
    const startedMs = performance.now();
    child = spawnIn(hooks.ns, spec.argv);
    if (child.stdout) createInterface(child.stdout).on('line', line => hooks.onLine?.(line));
    child.stderr?.on('data', (part: Buffer) => {
      output = `${output}${part.toString('utf8')}`.slice(-2000);
    });
    const onEnd = (why: string): void => {
      clearTimeout(steadyTimer);
      if (!wanted) return;
      // A process that lived for a while gets a quick restart again.
      pauseMs = performance.now() - startedMs > longestPauseMs ? firstPauseMs : pauseMs;
      hooks.onExit?.(spec.name, why.trim(), pauseMs);
      void sleep(pauseMs).then(() => {
        if (!wanted) return;
        start();
        steady();
      });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
    child.once('error', error => onEnd(error.message));
    child.once('close', code => onEnd(output || `it ended with code ${code}`));
  };
  start();
  return {
    spec,
    get pid() {
      return child?.pid;
    },
    signal: name => void child?.kill(name),
    async stop() {
      wanted = false;
      clearTimeout(steadyTimer);
      if (child) await end(child);
      hooks.onStopped?.(spec.name);
    },
  };
}
