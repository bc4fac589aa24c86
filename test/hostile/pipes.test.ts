import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readingCommands } from './commands.ts';

// The built program, since what happens to a process is looked at.
const bin = fileURLToPath(new URL('../../bin/jalur', import.meta.url));
const office = fileURLToPath(new URL('../../examples/paper-fixed/paper-fixed.rsc', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-pipes-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

function pipe(name: string): string {
  const path = join(folder, name);
  spawnSync('mkfifo', [path]);
  return path;
}

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

async function endOf(child: ChildProcess): Promise<End> {
  let err = '';
  child.stderr?.on('data', chunk => {
    err += String(chunk);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, err };
}

const start = (words: readonly string[], stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess =>
  spawn(process.execPath, [bin, ...words], { stdio: [stdin, 'ignore', 'pipe'] });

/** Runs it in a shell, with what is behind it. */
function inShell(words: readonly string[], behind: string) {
  const script = `set -o pipefail; "$0" "$@" ${behind}`;
  return spawnSync('bash', ['-c', script, process.execPath, bin, ...words], { encoding: 'utf8' });
}

const names = Object.keys(readingCommands);
const wordsOf = (name: string, path: string): readonly string[] => readingCommands[name]?.(path) ?? [];

describe('a reader that goes away', () => {
  it.each(names)('jalur %s | head -1 → ends quietly', name => {
    const { status, stderr } = inShell(wordsOf(name, office), '| head -1');
    expect(stderr).not.toMatch(/EPIPE|node:|^ {4}at /m);
    // 141 where it was still printing: what a shell says of a program that SIGPIPE ended.
    expect([0, 1, 141]).toContain(status);
  });

  it.each(['--help', '--version', 'help prove'])('jalur %s | true → ends quietly', words => {
    const { status, stderr } = inShell(words.split(' '), '| true');
    expect(stderr).toBe('');
    expect([0, 141]).toContain(status);
  });

  it('findings that nobody reads → ends quietly', () => {
    const wrong = join(folder, 'wrong.rsc');
    writeFileSync(wrong, '/ip route add comment="x\n'.repeat(5000));
    const { status, stdout } = inShell(['fmt', wrong], '2>&1 >/dev/null | head -1');
    expect(stdout).toMatch(/^.*error rsc\/unclosed-quote.*\n$/);
    expect([2, 141]).toContain(status);
  });
});

it('an output that cannot be written → said, exit code 2', () => {
  for (const name of ['parse', 'routes --json', 'convert']) {
    const { status, stderr } = inShell(wordsOf(name, office), '> /dev/full');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'jalur: the output cannot be written: no space left on device',
    );
    expect(status).toBe(2);
  }
  expect(inShell(['parse', join(folder, 'none.rsc')], '2> /dev/full').status).toBe(2);
  expect(inShell(['parse', office], '>&- 2>&-').signal).toBeNull();
});

describe('a pipe', () => {
  it('that nobody writes to → every command gives it up after some seconds', {
    timeout: 60_000,
  }, async () => {
    const path = pipe('nobody');
    const plain = names.filter(name => !name.startsWith('diff') && !name.includes('--'));
    const ends = await Promise.all(plain.map(name => endOf(start(wordsOf(name, path)))));
    for (const { code, err } of ends) {
      expect(err).toContain('nobody cannot be read: nothing was written to it for 5 seconds.');
      expect(code).toBe(2);
    }
  });

  it('that nobody writes to, and Ctrl-C → ends', { timeout: 60_000 }, async () => {
    const child = start(wordsOf('parse', pipe('interrupted')));
    const end = endOf(child);
    await new Promise(resolve => setTimeout(resolve, 2000));
    child.kill('SIGINT');
    const { code, signal } = await end;
    expect(signal ?? code).toBe(signal === null ? 130 : 'SIGINT');
  });

  it('that somebody writes to, slowly → every command reads it', { timeout: 60_000 }, async () => {
    const plain = names.filter(name => !name.startsWith('diff') && !name.includes('--'));
    const ends = await Promise.all(
      plain.map(async name => {
        const path = pipe(`slow-${name.replaceAll(' ', '')}`);
        const writer = spawn('bash', [
          '-c',
          '{ head -c 500 "$0"; sleep 0.5; tail -c +501 "$0"; } > "$1"',
          office,
          path,
        ]);
        const end = await endOf(start(wordsOf(name, path)));
        writer.kill();
        return end;
      }),
    );
    for (const { code, err } of ends) {
      expect(err).not.toContain('cannot be read');
      expect([0, 1]).toContain(code);
    }
  });

  it('as standard input → every command reads it as `-`', { timeout: 60_000 }, async () => {
    const plain = names.filter(name => !name.startsWith('diff') && !name.includes('--'));
    const ends = await Promise.all(
      plain.map(name => {
        const child = spawn(
          'bash',
          [
            '-c',
            'node=$0 bin=$1 text=$2; shift 2; "$node" "$bin" "$@" < <(cat "$text")',
            process.execPath,
            bin,
            office,
            ...wordsOf(name, '-'),
          ],
          { stdio: ['ignore', 'ignore', 'pipe'] },
        );
        return endOf(child);
      }),
    );
    for (const { code, err } of ends) {
      expect(err).not.toContain('cannot be read');
      expect([0, 1]).toContain(code);
    }
  });
});

it('a file that may not be read → said, exit code 2', () => {
  const secret = join(folder, 'secret.rsc');
  writeFileSync(secret, '/ip route add gateway=10.0.0.1\n');
  chmodSync(secret, 0);
  // root may read everything; nobody may not.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  for (const name of ['parse', 'routes', 'fmt']) {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...wordsOf(name, secret)], {
      encoding: 'utf8',
      ...nobody,
    });
    expect(stderr).toContain('secret.rsc cannot be read: permission denied');
    expect(status).toBe(2);
  }
});
