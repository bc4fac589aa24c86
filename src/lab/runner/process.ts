import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { end, spawnIn } from '../../sys/index.ts';
import { explainRefusal } from './refusal.ts';

/** What the parent process receives from a runner. */
export interface RunnerListener {
  /** One message: what the runner's `send` was given. */
  onMessage(message: unknown): void;
  /** A line of the runner's own output, for people who debug. */
  onLine?(line: string): void;
}

/** A process that holds a whole lab. Whatever kills it or us, nothing of the lab is left. */
export interface Runner {
  /** Exit code of the runner, 128 + n after signal n. Rejects with EnvironmentError where it could not even start. */
  readonly ended: Promise<number>;
  /** Sends one message. */
  send(message: unknown): void;
  /** Lets it take its lab down in order; killed after `graceMs` (default 3000). Same promise as `ended`. */
  stop(graceMs?: number): Promise<number>;
}

/**
 * A network namespace without uplink, with a mount and a PID namespace of its own; also a user namespace where we are
 * not root (user_namespaces(7)). `setpriv` (from spawnIn) and `--kill-child` pass the death of each process down to
 * the next, and the runner is init of its PID namespace: when it ends, the kernel ends everything it started.
 * `setsid` keeps Ctrl-C to the parent process, which then asks for an orderly end.
 */
function runnerCommand(argv: readonly string[], root: boolean): readonly string[] {
  const user = root ? [] : ['--user', '--map-root-user'];
  const own = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
  return ['setsid', 'unshare', ...user, ...own, '--', process.execPath, ...argv];
}

/** Starts `node argv…` inside an outer namespace of its own; `runInside` is the other side. Does not wait. */
export function startRunner(argv: readonly string[], listener: RunnerListener): Runner {
  const root = process.getuid?.() === 0;
  const child = spawnIn(undefined, runnerCommand(argv, root), { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const output: string[] = [];
  let started = false;
  readLines(child.stdio[3] as Readable, line => {
    started = true;
    if (line !== hello) listener.onMessage(JSON.parse(line));
  });
  const keepLine = (line: string): void => {
    output.push(line);
    listener.onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) readLines(stream, keepLine);
  const ended = exitOf(child).then(code => {
    if (!started && code !== 0) throw explainRefusal(output.join('\n'), root);
    return code;
  });
  ended.catch(() => {}); // whoever awaits it gets the error; it need not be awaited
  return { ended, send: message => write(child, message), stop: graceMs => stop(child, ended, graceMs) };
}

/** First line of every runner: from here on, trouble is the runner's own. */
export const hello = '"hello"';

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // `close`, not `exit`: every message has been read by then.
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
  });
}

function write(child: ChildProcess, message: unknown): void {
  const stdin: Writable | null = child.stdin;
  if (stdin?.writable) stdin.write(`${JSON.stringify(message)}\n`);
}

function stop(child: ChildProcess, ended: Promise<number>, graceMs = 3000): Promise<number> {
  child.stdin?.end(); // the end of its input asks it to end
  const late = setTimeout(() => void end(child, 0), graceMs);
  const settle = () => clearTimeout(late);
  ended.then(settle, settle);
  return ended;
}
