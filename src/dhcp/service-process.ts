import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import {
  end,
  endProcess,
  isRunning,
  type Namespace,
  type ProcessIdentity,
  release,
  signalTo,
  spawnIn,
} from '../sys/index.ts';
import type { ServiceSpec } from './service-spec.ts';

/** The process that does a service's work now, whoever started it. */
export interface ServiceProcess {
  readonly pid: number | undefined;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  end(): Promise<void>;
  /** Nothing is heard of it any more, and it runs on. */
  leave(): void;
}

/** What is heard of it. */
interface Heard {
  readonly onLine: (line: string) => void;
  /** It has ended; `said`: its last words. */
  readonly onEnd: (said: string) => void;
}

/** Starts the program. `outlives`: it runs on when we end. */
export function startProcess(
  { argv, more = [], voice, isHeardByFile, file, rights }: ServiceSpec,
  { ns, outlives }: { readonly ns?: Namespace | undefined; readonly outlives: boolean },
  { onLine, onEnd }: Heard,
): ServiceProcess {
  const env = voice === undefined ? undefined : { JALUR_VOICE: voice };
  if (voice !== undefined) openVoice(voice, rights !== undefined);
  // What the one before said last is no word of this one.
  if (voice !== undefined && isHeardByFile) rmSync(voice, { force: true });
  if (file) writeOwn(file);
  // Before it starts: where it cannot be heard it must not run.
  const silence = voice !== undefined && isHeardByFile ? hear(voice, onLine) : () => {};
  const child: ChildProcess = spawnIn(ns, [...argv, ...more], { outlives, env, rights });
  let output = '';
  let lastLine = '';
  if (child.stdout)
    createInterface(child.stdout).on('line', line => {
      lastLine = line;
      if (!isHeardByFile) onLine(line);
    });
  child.stderr?.on('data', (part: Buffer) => {
    output = `${output}${part.toString('utf8')}`.slice(-2000);
  });
  // One that cannot be started at all has both: it must not be started twice for that.
  let failure: string | undefined;
  child.once('error', error => {
    failure = error.message;
  });
  child.once('exit', () => closeSoon(child));
  child.once('close', code => {
    silence();
    onEnd(failure ?? (output.trim() || (isHeardByFile && lastLine) || `it ended with code ${code}`));
  });
  return {
    pid: child.pid,
    signal: name => void child.kill(name),
    end: () => end(child),
    leave() {
      silence();
      release(child);
    },
  };
}

/** How long what a process has said may still be on its way after its end. */
const lastWordsMs = 200;

/** What it has started itself may go on, and hold its output open for as long: that is no word of this process any more. */
function closeSoon(child: ChildProcess): void {
  const streams = [child.stdout, child.stderr];
  const timer = setTimeout(() => {
    for (const stream of streams) stream?.destroy();
  }, lastWordsMs);
  child.once('close', () => clearTimeout(timer));
}

/** In place of a process that must not be started: it has ended before it began. */
export function notStarted(why: string, onEnd: Heard['onEnd']): ServiceProcess {
  const timer = setTimeout(() => onEnd(why), 0);
  return {
    pid: undefined,
    signal() {},
    end: async () => clearTimeout(timer),
    leave: () => clearTimeout(timer),
  };
}

/** The folder is open to our group where somebody of it is to write there. What was left half written may be another's. */
function openVoice(voice: string, isShared: boolean): void {
  const folder = dirname(voice);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, isShared ? 0o770 : 0o700);
  rmSync(`${voice}.new`, { force: true });
}

/** Whole at once, so that nobody reads half of it. */
function writeOwn({ path, text }: NonNullable<ServiceSpec['file']>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, text, { mode: 0o600, flag: 'wx' });
  renameSync(`${path}.new`, path);
}

const lookEveryMs = 500;

/** Takes over a process that is no child of ours: what it says is in its file, and its end has to be looked for. */
export function adoptProcess(
  { voice }: ServiceSpec,
  left: ProcessIdentity,
  { onLine, onEnd }: Heard,
): ServiceProcess {
  const silence = voice === undefined ? () => {} : hear(voice, onLine);
  const stop = (): void => {
    clearInterval(timer);
    silence();
  };
  const timer = setInterval(() => {
    if (isRunning(left)) return;
    stop();
    onEnd('it ended, and was no child of this gateway');
  }, lookEveryMs);
  timer.unref();
  return {
    pid: left.pid,
    signal: name => void signalTo(left, name),
    end() {
      stop();
      return endProcess(left);
    },
    leave: stop,
  };
}

/** Reports the line in a file, now and whenever it is replaced. Returns the end of that. */
function hear(file: string, onLine: (line: string) => void): () => void {
  const look = (): void => {
    const [line = ''] = contentOf(file).split('\n');
    if (line !== '') onLine(line);
  };
  const watcher = watch(dirname(file), { persistent: false }, (_, name) => {
    if (name === basename(file)) look();
  });
  // A folder that goes away while it is watched is the end of everything here.
  watcher.on('error', () => {});
  const first = setImmediate(look);
  return () => {
    clearImmediate(first);
    watcher.close();
  };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
