import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import type { Capability } from './capabilities/capabilities.ts';
import { inNamespace, type Namespace } from './namespace/namespace.ts';
import { bareEnvironment, toolEnvironment } from './tool.ts';

export interface SpawnOptions {
  /** As for child_process.spawn; default: no stdin, piped stdout and stderr. */
  readonly stdio?: StdioOptions | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** It gets nothing of our environment but the folders of programs. */
  readonly bareEnv?: boolean | undefined;
  readonly cwd?: string | undefined;
  /** It leads a process group of its own, by which all that it starts can be ended. */
  readonly ownGroup?: boolean | undefined;
  /** It goes on when this process has ended, its terminal is gone or nobody reads what it says; default: the kernel kills it then. */
  readonly outlives?: boolean | undefined;
  /** Default: as we are. */
  readonly rights?: Rights | undefined;
}

/** Who a program is, and all that it may do and ever get as long as we may get nothing ourselves (no_new_privs). */
export interface Rights {
  readonly uid: number;
  readonly gid: number;
  readonly capabilities: readonly Capability[];
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
  const [tool = '', ...args] = options.outlives
    ? deaf(withRights(argv, options.rights))
    : guarded(argv, options.rights);
  const child = inNamespace(ns, () =>
    spawn(tool, args, {
      stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
      env: (options.bareEnv ? bareEnvironment : toolEnvironment)(options.env),
      cwd: options.cwd,
      detached: options.outlives ?? options.ownGroup ?? false,
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
const guarded = (argv: readonly string[], rights: Rights | undefined): readonly string[] => [
  ...[...usual(rights), 'setpriv', '--pdeathsig', 'KILL', ...rightsWords(rights), '--'],
  ...argv,
];

/** Without SIGPIPE, which Node gives its children back. */
const deaf = (argv: readonly string[]): readonly string[] => [
  ...['sh', '-c', 'trap "" PIPE; exec "$@"', 'sh'],
  ...argv,
];

const withRights = (argv: readonly string[], rights: Rights | undefined): readonly string[] =>
  rights ? [...usual(rights), 'setpriv', ...rightsWords(rights), '--', ...argv] : argv;

/** Who becomes somebody else cannot be told afterwards that it is not preferred. */
const usual = (rights: Rights | undefined): readonly string[] =>
  rights && getPriority() < 0 ? ['nice', '-n', `${-getPriority()}`] : [];

function rightsWords(rights: Rights | undefined): readonly string[] {
  if (!rights) return [];
  const { uid, gid, capabilities } = rights;
  const only = ['-all', ...capabilities.map(name => `+${name.toLowerCase()}`)].join(',');
  return [
    ...['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'],
    ...[`--inh-caps=${only}`, `--ambient-caps=${only}`],
  ];
}

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
