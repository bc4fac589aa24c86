import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(words: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [join(root, 'bin/jalur'), 'lint', ...words], {
    encoding: 'utf8',
    cwd: root,
    input,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const half =
  '/ip firewall mangle\nadd chain=prerouting in-interface=bridge connection-mark=no-mark dst-address-type=!local per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=a\n';
const fine = '/ip address\nadd address=10.0.0.2/24 interface=ether1\n';

describe('jalur lint', () => {
  it('an error → the verdict first, exit code 1', () => {
    const { code, out } = lint([file('half.rsc', half)]);
    expect(out.split('\n')[0]).toMatch(
      /^Does not balance as written: No rule takes remainder 1 of src-address:2\./,
    );
    expect(out).toContain('half.rsc:2:1 error pcc/remainder-missing');
    expect(code).toBe(1);
  });

  it('nothing wrong → exit code 0', () => {
    const { code, out } = lint([file('fine.rsc', fine)]);
    expect(out.split('\n')[0]).toBe('No mistake found.');
    expect(code).toBe(0);
  });

  it('no such file → exit code 2, what was read is judged all the same', () => {
    const { code, out, err } = lint([file('fine.rsc', fine), join(folder, 'none.rsc')]);
    expect(err).toContain('none.rsc cannot be read');
    expect(out).toContain('No mistake found.');
    expect(code).toBe(2);
  });

  it('--fail-on → from which severity on the exit code is 1', () => {
    const path = file('half.rsc', half);
    expect(lint(['--fail-on', 'never', path]).code).toBe(0);
    const remark = file('remark.rsc', half.replace('2/0', '1/0'));
    expect(lint(['--fail-on', 'info', remark]).code).toBe(1);
    expect(lint([remark]).code).toBe(0);
  });

  it('standard input, in Indonesian → its sentences', () => {
    const { out } = lint(['--lang', 'id', '-'], half);
    expect(out.split('\n')[0]).toMatch(/^Beban tidak terbagi/);
    expect(out).toContain('Tidak ada aturan untuk sisa 1 dari src-address:2.');
  });

  it('a folder → each of its .rsc files on its own, those in folders as well', () => {
    mkdirSync(join(folder, 'site', 'branch'), { recursive: true });
    file(join('site', 'one.rsc'), half);
    file(join('site', 'branch', 'two.rsc'), fine);
    file(join('site', 'notes.txt'), 'no configuration');
    const { out } = lint(['--json', join(folder, 'site')]);
    const { files } = JSON.parse(out) as { files: { file: string; diagnostics: { id: string }[] }[] };
    expect(files.map(one => one.file.replace(folder, ''))).toEqual(['/site/branch/two.rsc', '/site/one.rsc']);
    expect(files[1]?.diagnostics[0]?.id).toBe('pcc/remainder-missing');
  });

  it('--only → those rules alone; an unknown one is refused', () => {
    const path = file('half.rsc', half);
    expect(lint(['--only', 'routes', path]).out.split('\n')[0]).toBe('No mistake found.');
    const { code, err } = lint(['--only', 'pcc/nonsense', path]);
    expect(err).toContain('There is no rule pcc/nonsense');
    expect(code).toBe(2);
  });

  it('--explain → the page of a rule; a wrong name → what was meant', () => {
    expect(lint(['--explain', 'pcc/remainder-missing']).out).toContain('## When not to use it');
    const { code, err } = lint(['--explain', 'pcc/remainder-mising']);
    expect(err).toContain("Did you mean 'pcc/remainder-missing'?");
    expect(code).toBe(2);
  });

  it.each(['sarif', 'github', 'md', 'html', 'junit'])('--format %s → names the rule', format => {
    expect(lint(['--format', format, file('half.rsc', half)]).out).toContain('pcc/remainder-missing');
  });

  it('--wan → what the text is judged by', () => {
    const { out } = lint(['--wan', 'ether1', '--json', file('fine.rsc', fine)]);
    expect(out).toContain('--wan says so of ether1.');
  });
});
