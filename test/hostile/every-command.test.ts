import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { called, callOf, registered } from './every-command.ts';
import { quietly } from './quietly.ts';

// The built program, as people call it.
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/jalur');
const office = 'examples/paper-fixed/paper-fixed.rsc';
const scratch = mkdtempSync(join(tmpdir(), 'jalur-every-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const env = { ...process.env, TMPDIR: scratch, XDG_RUNTIME_DIR: scratch };

function jalur(words: readonly string[], more: Readonly<Record<string, string>> = {}, input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, ...more },
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}

/** In a terminal of its own, as script(1) gives one: colours come where nothing forbids them. */
function onTerminal(words: readonly string[], more: Readonly<Record<string, string>>): string {
  const line = [process.execPath, bin, ...words].map(word => `'${word}'`).join(' ');
  const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: { ...env, TERM: 'xterm', ...more },
  });
  return stdout;
}

const isTerminalThere = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

// It loads every command there is.
it('how each command is called is said', { timeout: 120_000 }, async () => {
  const names = (await registered()).map(({ name }) => name);
  expect([...called].sort()).toEqual(names.sort());
});

describe.each(called)('jalur %s', name => {
  const call = callOf(name);
  const words = call.words(office);

  it('| head -1 → ends quietly, and leaves nothing', () => {
    const shell = 'set -o pipefail; "$0" "$@" 2>&1 | head -1';
    const { status, stdout } = spawnSync('bash', ['-c', shell, process.execPath, bin, ...words], {
      cwd: root,
      encoding: 'utf8',
      env,
    });
    expect(stdout.split('\n').length).toBeLessThanOrEqual(2);
    expect(stdout).not.toMatch(/EPIPE|node:|^ {4}at /m);
    expect([0, 1, 2, 141]).toContain(status);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('COLUMNS=60 → no line is wider, but for single words and quoted lines of a source; a pipe → no colours', () => {
    const { stdout, stderr } = jalur(words, { COLUMNS: '60' });
    expect(stripVTControlCharacters(stdout + stderr)).toBe(stdout + stderr);
    const lines = `${call.wide === undefined ? stdout : ''}${stderr}`.split('\n');
    const isExcused = (line: string): boolean => /^ *\d* +\| /.test(line) || !/\S \S/.test(line);
    expect(lines.filter(line => [...line].length > 60 && !isExcused(line))).toEqual([]);
  });

  it.runIf(isTerminalThere)('NO_COLOR → no colours on a terminal (only where script(1) is)', () => {
    const said = onTerminal(words, { NO_COLOR: '1' });
    expect(stripVTControlCharacters(said)).toBe(said);
  });

  it.skipIf(call.noJson)(`--json → valid JSON${call.noJson ? ` (not asked: ${call.noJson})` : ''}`, () => {
    const { status, stdout } = jalur([...words, '--json'], { COLUMNS: '60' });
    expect(JSON.parse(stdout)).toEqual(expect.anything());
    expect([0, 1]).toContain(status);
  });

  it.skipIf(call.noInput)(`- → standard input${call.noInput ? ` (not asked: ${call.noInput})` : ''}`, () => {
    const { status, stdout, stderr } = jalur(call.words('-'), {}, readFileSync(join(root, office), 'utf8'));
    expect(`${stdout}${stderr}`).not.toContain('cannot be read');
    expect([0, 1]).toContain(status);
  });

  it('help NAME → the same as NAME --help', async () => {
    const help = await quietly(['help', ...name.split(' ')]);
    expect(help).toEqual(await quietly([...name.split(' '), '--help']));
    expect(help.out).toContain(`Usage: jalur ${name} `);
  });
});

it.runIf(isTerminalThere)(
  'a terminal → colours, but with --no-color (only where script(1) is)',
  { timeout: 60_000 },
  () => {
    const said = onTerminal(['prove', 'examples/paper'], {});
    expect(stripVTControlCharacters(said)).not.toBe(said);
    const plain = onTerminal(['prove', 'examples/paper', '--no-color'], {});
    expect(stripVTControlCharacters(plain)).toBe(plain);
  },
);
