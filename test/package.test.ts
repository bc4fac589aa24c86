import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../src/files/index.ts';
import { Editor } from './lsp/client.ts';

// What `npm pack` makes, unpacked beside its libraries as npm installs them, without the one that calls the system.
const folder = mkdtempSync(join(tmpdir(), 'jalur-package-'));
const modules = join(folder, 'node_modules');
const installed = join(modules, 'jalur');
const native = ['koffi'];
let size = 0;

beforeAll(() => {
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', words, { cwd: packagePath('.'), encoding: 'utf8' }));
  size = packed.size;
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  execFileSync('mkdir', ['-p', modules]);
  execFileSync('mv', [join(folder, 'package'), installed]);
  for (const name of readdirSync(packagePath('node_modules')))
    if (!native.includes(name)) symlinkSync(packagePath(`node_modules/${name}`), join(modules, name));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function jalur(...words: readonly string[]) {
  const argv = [join(installed, 'bin/jalur'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const example = 'node_modules/jalur/examples/paper-fixed/paper-fixed.rsc';
const other = 'node_modules/jalur/examples/paper-fixed/paper-fixed-v6.rsc';

describe('the package', () => {
  it('is at most 2 MB, and has no native module', () => {
    expect(size).toBeLessThanOrEqual(2_000_000);
    expect(existsSync(join(modules, 'koffi'))).toBe(false);
  });

  it.each(
    [
      ['lint', example],
      ['lint', '--explain', 'pcc/remainder-missing'],
      ['parse', example],
      ['routes', example],
      ['explain', example, '--src', '192.168.0.10', '--dst', '8.8.8.8', '--proto', 'tcp', '--dport', '443'],
      ['prove', example],
      ['spread', example, '--flows', '50'],
      ['diff', example, other, '--flows', '50'],
      ['convert', example, '--to', 'v6'],
      ['lint', '--fix', '--dry-run', example],
      ['sanitize', example],
      ['fmt', '--check', '--json', example],
      ['help'],
      ['--version'],
    ].map(words => [words.join(' '), words] as const),
  )('jalur %s: answers wherever Node runs', (_line, words) => {
    const { status, stdout, stderr } = jalur(...words);
    expect(stderr).not.toMatch(/koffi|Cannot find|Error:/);
    expect([0, 1]).toContain(status);
    expect(stdout).not.toBe('');
  });

  it('jalur lsp: answers an editor wherever Node runs, and ends when that says so', async () => {
    const editor = new Editor([], join(installed, 'bin/jalur'));
    expect((await editor.start()).serverInfo?.name).toBe('jalur');
    await editor.open('untitled:a', '/ip route\nadd gateway=10.0.0.1\n');
    expect((await editor.diagnostics('untitled:a')).uri).toBe('untitled:a');
    expect(await editor.end()).toBe(0);
  });
});
