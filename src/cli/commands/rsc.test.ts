import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-rsc-'));
afterAll(() => rmSync(folder, { recursive: true }));

function jalur(...words: string[]) {
  const run = spawnSync(process.execPath, [join(root, 'bin/jalur'), ...words], {
    encoding: 'utf8',
    cwd: root,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('jalur parse', () => {
  it('gives one entry a file as JSON, and 2 where one of them has errors', () => {
    const bad = file('bad.rsc', '/ip route add gateway=x1 distnce=2\n:put 1\nprose here\n');
    const { code, out } = jalur('parse', '--json', bad, 'examples/paper-fixed/paper-fixed.rsc');
    expect(code).toBe(2);
    const { files } = JSON.parse(out) as { readonly files: readonly Record<string, unknown>[] };
    expect(files).toHaveLength(2);
    expect(files[0]).toMatchObject({
      file: bad,
      version: 'v7',
      statements: 3,
      modelled: 0,
      kept: 0,
      notEvaluated: 1,
      notUnderstood: 2,
      lost: 0,
    });
    expect(files[1]).toMatchObject({
      file: 'examples/paper-fixed/paper-fixed.rsc',
      kept: 0,
      diagnostics: [],
    });
  });

  it('points at the character and exits 2', () => {
    const { code, out } = jalur('parse', file('typo.rsc', '/ip route add gateway=10.0.0.1 distnce=2\n'));
    expect(code).toBe(2);
    expect(out).toContain(
      "1:32 error rsc/unknown-property  'distnce' is not a property of /ip route. Did you mean 'distance'?",
    );
    expect(out).toContain('~~~~~~~');
    expect(out).toContain('1 statement: 0 modelled, 0 kept as written, 0 not evaluated, 1 not understood');
  });

  it('prints a listing as a configuration', () => {
    const { code, out } = jalur('parse', '--print', 'examples/paper/listing.txt');
    expect(code).toBe(0);
    expect(out).toContain(
      '/ip firewall nat\nadd action=masquerade chain=srcnat comment=nat-isp1 out-interface=ether1\n',
    );
  });

  it('a folder → every text in it', () => {
    const inside = join(folder, 'several');
    mkdirSync(inside);
    writeFileSync(join(inside, 'b.rsc'), '/ip route add gateway=10.0.0.1\n');
    writeFileSync(join(inside, 'a.txt'), '/ip dns set servers=1.1.1.1\n');
    const { code, out } = jalur('parse', '--json', inside);
    expect(code).toBe(0);
    const { files } = JSON.parse(out) as { readonly files: readonly { readonly file: string }[] };
    expect(files.map(({ file: name }) => name)).toEqual(['a.txt', 'b.rsc'].map(name => join(inside, name)));
  });

  it('says which file cannot be read', () => {
    expect(jalur('parse', join(folder, 'none.rsc'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
  });
});

describe('jalur convert', () => {
  it('writes the other dialect', () => {
    const target = join(folder, 'v6.rsc');
    expect(jalur('convert', 'examples/paper-fixed/paper-fixed.rsc', '--to', 'v6', '-o', target).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toContain('gateway=8.8.4.4,208.67.220.220 routing-mark=to_ISP1');
  });

  it('exits 1 where the target cannot express something', () => {
    const path = file('new.rsc', '/ip settings set ipv4-multipath-hash-policy=l4\n');
    const { code, err } = jalur('convert', path, '--to', 'v7:12');
    expect(code).toBe(1);
    expect(err).toContain('routeros/cannot-say');
  });

  it('refuses a text with an error: nothing is written', () => {
    const path = file('half.rsc', '/ip route add gateway=10.0.0.1\n/ip route add gatway=10.0.0.2\n');
    expect(jalur('convert', path, '--to', 'v6')).toMatchObject({ code: 2, out: '' });
  });

  it('refuses a target that is none', () => {
    expect(jalur('convert', 'x.rsc', '--to', 'v8')).toMatchObject({
      code: 2,
      err: expect.stringContaining('v6, v7, v7:18 or yaml'),
    });
  });
});

describe('jalur fmt', () => {
  it('reformats in place, once, and keeps bytes that are no UTF-8', () => {
    const path = file('untidy.rsc', Buffer.from('/ip  dns\nset   comment="caf\xe9"\n', 'latin1'));
    expect(jalur('fmt', '--check', path).code).toBe(1);
    expect(jalur('fmt', path)).toMatchObject({ code: 0, out: `formatted ${path}\n` });
    expect(readFileSync(path).toString('latin1')).toBe('/ip dns\nset comment="caf\xe9"\n');
    expect(jalur('fmt', '--check', path)).toMatchObject({ code: 0, out: '' });
  });

  it('standard input → printed, nothing written', () => {
    const run = spawnSync(process.execPath, [join(root, 'bin/jalur'), 'fmt', '-'], {
      encoding: 'utf8',
      cwd: root,
      input: '/ip   dns\nset   servers=1.1.1.1\n',
    });
    expect(run).toMatchObject({ status: 0, stdout: '/ip dns\nset servers=1.1.1.1\n', stderr: '' });
  });

  it('--json → what became of each file', () => {
    const [tidy, untidy] = [file('tidy.rsc', '/ip dns\n'), file('untidy2.rsc', '/ip  dns\n')];
    const page = file('page.md', '# x\n\n```\n/ip  dns\n```\n');
    const broken = file('broken.rsc', 'add comment="x\n');
    const { code, out } = jalur('fmt', '--check', '--json', tidy, untidy, page, broken);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: tidy, state: 'tidy' },
        { file: untidy, state: 'not-formatted' },
        { file: page, state: 'page' },
        { file: broken, state: 'syntax-error', diagnostics: [{ id: 'rsc/unclosed-quote' }] },
      ],
    });
  });
});
