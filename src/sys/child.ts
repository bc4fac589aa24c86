import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { inNamespace, type Namespace } from './namespace/namespace.ts';
import { toolEnvironment } from './tool.ts';

export interface SpawnOptions {
  /** As for child_process.spawn; default: no stdin, piped stdout and stderr. */
  readonly stdio?: StdioOptions | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
  /** Have the kernel kill it when this process dies, however that happens (prctl PR_SET_PDEATHSIG). Default true. */
  readonly dieWithParent?: boolean | undefined;
}

const children = new Set<ChildProcess>();

/**
 * Starts a process in a namespace (undefined: where the caller is) and remembers it until it has ended.
 * A missing tool arrives as the child's `error` event, as EnvironmentError naming its package.
 */
export function spawnIn(
  ns: Namespace | undefined,
  argv: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const [tool = '', ...args] = guarded(argv, options.dieWithParent ?? true);
  const child = inNamespace(ns, () =>
    spawn(tool, args, {
      stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
      env: toolEnvironment(options.env),
      cwd: options.cwd,
    }),
  );
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

const guarded = (argv: readonly string[], guard: boolean): readonly string[] =>
  guard ? ['setpriv', '--pdeathsig', 'KILL', '--', ...argv] : argv;

/** Ends one child: SIGTERM, and SIGKILL after `graceMs` (default 1000). Resolves when it is gone. */
export function end(child: ChildProcess, graceMs = 1000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise(resolve => {
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Ends every child that `spawnIn` started and that still runs, all at once. */
export async function endAll(graceMs?: number): Promise<void> {
  await Promise.all([...children].map(child => end(child, graceMs)));
}

/** Ids of the children that still run. */
export function runningChildren(): readonly number[] {
  return [...children].flatMap(child => child.pid ?? []);
}
