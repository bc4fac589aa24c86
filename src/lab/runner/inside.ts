import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { EnvironmentError, endAll, mountTmpfs, reapOrphans } from '../../sys/index.ts';
import { hello } from './process.ts';

/** What a runner's work is given. */
export interface RunnerPort {
  /** Sends one message to the parent process; plain JSON data. */
  send(message: unknown): void;
  /** Called for every message from it. Messages that came before are delivered then. */
  onMessage(listener: (message: unknown) => void): void;
  /** Fires when the parent process asks for the end or is gone: take the lab down and return. */
  readonly stop: AbortSignal;
  /** A folder for leases and work files, invisible outside. */
  readonly folder: string;
}

/**
 * The runner's side of `startRunner`: prepares the private /run, does `work` and ends the process with the exit code that
 * it returns (1 where it throws). Never returns. Refuses to run anywhere but as init of a namespace without uplink.
 */
export async function runInside(work: (port: RunnerPort) => Promise<number>): Promise<never> {
  refuseOutside();
  mountTmpfs('/run');
  const folder = '/run/jalur';
  mkdirSync(folder);
  reapOrphans();
  const messages = createWriteStream('', { fd: 3 });
  messages.on('error', () => {}); // the parent process is gone: stdin tells us too
  messages.write(`${hello}\n`);
  const code = await work({ folder, ...conversation(messages) }).catch(failure);
  await endAll(200);
  await new Promise(resolve => messages.end(resolve));
  process.exit(code);
}

function conversation(messages: NodeJS.WritableStream): Omit<RunnerPort, 'folder'> {
  const stop = new AbortController();
  const early: unknown[] = [];
  let listener = (message: unknown): void => void early.push(message);
  createInterface({ input: process.stdin })
    .on('line', line => listener(JSON.parse(line)))
    .on('close', () => stop.abort());
  return {
    send: message => void messages.write(`${JSON.stringify(message)}\n`),
    onMessage(next) {
      listener = next;
      for (const message of early.splice(0)) next(message);
    },
    stop: stop.signal,
  };
}

function failure(error: unknown): number {
  console.error(error);
  return 1;
}

// Mounting over /run of a real machine would hide its sockets from every process: so this is refused.
function refuseOutside(): void {
  const devices = readFileSync('/proc/net/dev', 'utf8').trim().split('\n').slice(2);
  if (process.pid === 1 && devices.every(line => line.trim().startsWith('lo:'))) return;
  throw new EnvironmentError(
    'MISSING_NAMESPACE',
    'This is the inner half of jalur lab run; it only works in the namespace that the outer half makes.',
    'Run: jalur lab run',
  );
}
