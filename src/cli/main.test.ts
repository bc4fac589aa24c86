import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/jalur', import.meta.url));

function jalur(...words: string[]) {
  const run = spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('jalur', () => {
  it('prints its version', () => {
    expect(jalur('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it('shows examples with its help', () => {
    const { code, out } = jalur('--help');
    expect(code).toBe(0);
    expect(out).toContain('Examples:\n  jalur start');
  });

  it.each([
    [['help'], 'Usage: jalur [options] [command]'],
    [['help', 'prove'], 'Usage: jalur prove [options]'],
    [['help', 'lab'], 'run [options] <path>'],
  ])('%j → the help that is asked for', (words, text) => {
    const { code, out } = jalur(...words);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(text) });
  });

  it('a command without what it needs → its own help is named', () => {
    const { code, err } = jalur('explain', 'office.rsc');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('(jalur explain --help shows') });
  });

  it('undo without the rights for it → that is said before anything is touched', () => {
    const drop = process.geteuid?.() === 0 ? ['setpriv', '--inh-caps', '-all', '--bounding-set', '-all'] : [];
    const [command = '', ...words] = [...drop, process.execPath, bin, 'undo'];
    const { status, stderr } = spawnSync(command, words, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('CAP_NET_ADMIN is missing'),
    });
  });

  it.each([60, 120])('COLUMNS=%d → help that is no wider and makes use of it', columns => {
    const { stdout } = spawnSync(process.execPath, [bin, 'prove', '--help'], {
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: `${columns}` },
    });
    const [prose = ''] = stdout.split('\nExamples:');
    const widest = Math.max(...prose.split('\n').map(line => line.length));
    expect(widest).toBeLessThanOrEqual(columns);
    expect(widest).toBeGreaterThan(columns - 20);
    expect(stdout).not.toContain('(default: [])');
  });

  it('refuses an unknown option, with where to look', () => {
    const { code, err } = jalur('--colour');
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--colour'");
    expect(err).toContain('jalur --help');
  });

  it('refuses an experiment that there is not, and names those that there are', () => {
    const { code, err } = jalur('lab', 'run', 'examples/paper', '-e', 'balance,fastest');
    expect(code).toBe(2);
    expect(err).toContain('there is no experiment fastest.');
    expect(err).toContain('Experiments: addressing, ping, balance');
  });

  it.each(['0', '65', 'many'])('refuses %s labs at a time', count => {
    const { code, err } = jalur('start', '--parallel', count);
    expect(code).toBe(2);
    expect(err).toContain('a number from 1 to 64');
  });
});
