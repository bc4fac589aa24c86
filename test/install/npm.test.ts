import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/files/index.ts';
import { cannotInstall, shell } from './checkout.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-install-'));
const site = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What npx starts as well; npm itself takes longer than most commands. */
const linked = join('node_modules', '.bin', 'jalur');

const paper = readFileSync(packagePath('examples/paper-fixed/paper-fixed.rsc'), 'utf8');

describe('npm pack, then npm install into an empty folder', () => {
  let refused = '';

  beforeAll(() => {
    mkdirSync(site);
    const packed = shell(`npm pack --ignore-scripts --pack-destination '${folder}'`, packagePath('.'));
    expect(packed, packed.said).toMatchObject({ status: 0 });
    const [tarball = ''] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
    const done = shell(`npm install '${join(folder, tarball)}'`, site);
    if (done.status !== 0 && cannotInstall(done.said)) refused = done.said;
    else expect(done, done.said).toMatchObject({ status: 0 });
  }, 300_000);

  it('npx jalur → every command that needs no Linux answers, without the native module', {
    timeout: 300_000,
  }, context => {
    context.skip(refused !== '', 'npm has neither a registry nor a cache');
    rmSync(join(site, 'node_modules/koffi'), { recursive: true, force: true });
    writeFileSync(join(site, 'office.rsc'), paper);
    const packet = '--src 192.168.0.10 --in ether4 --dst 8.8.8.8 --proto tcp --dport 443';
    for (const words of [
      'lint office.rsc',
      `explain office.rsc ${packet}`,
      'prove office.rsc',
      'spread office.rsc --flows 20',
      'diff office.rsc office.rsc --flows 20',
      'convert office.rsc --to v6',
      'routes office.rsc',
      'parse office.rsc',
      'fmt - < office.rsc',
      'lint --explain pcc/weights',
    ]) {
      const { status, stdout, stderr } = shell(
        `${words.startsWith('lint') ? 'npx --no-install jalur' : linked} ${words}`,
        site,
      );
      expect(stderr).not.toMatch(/koffi|Cannot find|Error:/);
      expect([words, [0, 1].includes(status ?? -1), stdout !== '']).toEqual([words, true, true]);
    }
  });

  it('CRLF, UTF-16 as PowerShell writes it, names with backslashes → the same findings', {
    timeout: 300_000,
  }, context => {
    context.skip(refused !== '', 'npm has neither a registry nor a cache');
    const bad = readFileSync(packagePath('examples/paper/paper.rsc'), 'utf8');
    const findings = (name: string): unknown => {
      const { stdout } = shell(`${linked} lint --json '${name}'`, site);
      const [file] = JSON.parse(stdout).files;
      return file.diagnostics.map((one: Readonly<Record<string, unknown>>) => [
        one['id'],
        one['line'],
        one['column'],
      ]);
    };
    writeFileSync(join(site, 'plain.rsc'), bad);
    writeFileSync(join(site, 'crlf.rsc'), bad.replaceAll('\n', '\r\n'));
    writeFileSync(join(site, 'wide.rsc'), Buffer.from(`\ufeff${bad.replaceAll('\n', '\r\n')}`, 'utf16le'));
    writeFileSync(join(site, 'configs\\office.rsc'), bad);
    const expected = findings('plain.rsc');
    expect(expected).not.toEqual([]);
    expect(findings('crlf.rsc')).toEqual(expected);
    expect(findings('wide.rsc')).toEqual(expected);
    expect(findings('configs\\office.rsc')).toEqual(expected);
  });
});
