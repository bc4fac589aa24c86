import type { ChildProcess } from 'node:child_process';
import { mayDropPrivileges, type Rights, spawnIn } from '../../sys/index.ts';
import type { Send } from './send.ts';
import type { Outcome } from './sent-by.ts';

/** A command has no rights at all: `nobody` has that number everywhere. */
const nobody: Rights = { uid: 65_534, gid: 65_534, capabilities: [] };

const mostOutput = 4096;

/**
 * Runs a program, without a shell: the event as JSON on standard input, its main fields in the environment, of which nothing else is ours. All
 * that it has started is killed when it takes too long, or has ended.
 */
export const sendByCommand: Send<'command'> = async (
  { argv, timeoutMs },
  { json, title, text, urgency, id },
) => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot && !mayDropPrivileges())
    return {
      kind: 'failed',
      said: 'it may not be run as root, and nobody else can be had here (CAP_SETUID, CAP_SETGID)',
    };
  const child = spawnIn(undefined, argv, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { JALUR_ID: id, JALUR_TITLE: title, JALUR_TEXT: text, JALUR_SEVERITY: urgency, ...eventOf(json) },
    bareEnv: true,
    ownGroup: true,
    cwd: '/',
    rights: isRoot ? nobody : undefined,
  });
  return untilEnd(child, JSON.stringify(json), timeoutMs);
};

function eventOf(json: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const [first] = (json['events'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return {
    JALUR_GATEWAY: String(json['gateway'] ?? ''),
    JALUR_EVENT: String(first?.['event'] ?? ''),
    JALUR_LINE: String(first?.['line'] ?? ''),
    JALUR_STATUS: String(first?.['status'] ?? ''),
  };
}

function untilEnd(child: ChildProcess, input: string, timeoutMs: number): Promise<Outcome> {
  const output: Buffer[] = [];
  let size = 0;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      if (size < mostOutput) output.push(part.subarray(0, mostOutput - size));
      size += part.length;
    });
  child.stdin?.on('error', () => {}); // it need not read
  child.stdin?.end(input);
  return new Promise(resolve => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child);
    }, timeoutMs);
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      endGroup(child);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      resolve(outcome);
    };
    child.once('error', error => done({ kind: 'failed', said: `it cannot be started: ${error.message}` }));
    // Not `close`: what it has started may hold its output open.
    child.once('exit', (code, signal) =>
      setTimeout(() => done(outcomeOf(isLate ? 'late' : (code ?? signal ?? 1))), 20),
    );
    const outcomeOf = (end: 'late' | number | NodeJS.Signals): Outcome => {
      const words = Buffer.concat(output).toString('utf8').trim().split('\n')[0]?.slice(0, 200) ?? '';
      const rest = words === '' ? '' : `: ${words}`;
      if (end === 0) return { kind: 'delivered', said: `it ended with 0${rest}` };
      if (end === 'late')
        return { kind: 'failed', said: `it ran longer than ${timeoutMs / 1000} s and was killed` };
      return { kind: 'failed', said: `it ended with ${end}${rest}` };
    };
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left of it.
  }
}
