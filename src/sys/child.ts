import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { inNamespace, type Namespace } from './namespace/namespace.ts';
import { toolEnvironment } from './tool.ts';

export interface SpawnOptions {
  /** As for child_process.spawn; default: no stdin, piped stdout and stderr. */
  readonly stdio?: StdioOptions | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
  /** It goes on when this process has ended, its terminal is gone or nobody reads what it says; default: the kernel kills it then. */
  readonly outlives?: boolean | undefined;
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
  const [tool = '', ...args] = options.outlives ? deaf(argv) : guarded(argv);
  const child = inNamespace(ns, () =>
    spawn(tool, args, {
      stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
      env: toolEnvironment(options.env),
      cwd: options.cwd,
      detached: options.outlives ?? false,
    }),
  );
  asOthers(child);
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/** A child inherits that its parent is preferred (`preferThisThread`); what it does can wait. */
function asOthers({ pid }: ChildProcess): void {
  if (pid === undefined || getPriority() >= 0) return;
  try {
    setPriority(pid, 0);
  } catch {
    // It has ended already.
  }
}

/** However we end (prctl(2), PR_SET_PDEATHSIG). */
const guarded = (argv: readonly string[]): readonly string[] => [
  ...['setpriv', '--pdeathsig', 'KILL', '--'],
  ...argv,
];

/** Without SIGPIPE, which Node gives its children back. */
const deaf = (argv: readonly string[]): readonly string[] => [
  ...['sh', '-c', 'trap "" PIPE; exec "$@"', 'sh'],
  ...argv,
];

/** Lets a child that outlives us go its way: it keeps this process no longer from ending. */
export function release(child: ChildProcess): void {
  children.delete(child);
  child.unref();
  for (const stream of [child.stdout, child.stderr]) stream?.destroy();
}

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
