import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './index.ts';
import { bytesOf, readTextFile } from './text-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'text-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

const text = '/ip route add gateway=10.0.0.1 comment="café"\n';

function write(name: string, bytes: Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

describe('readTextFile', () => {
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text), 'utf8'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'latin1'],
    ['UTF-16, little endian', wide, 'utf16le'],
    ['UTF-16, big endian', Buffer.from(wide).swap16(), 'utf16be'],
    ['UTF-16, little endian, without its mark', wide.subarray(2), 'utf16le'],
    ['UTF-16, big endian, without its mark', Buffer.from(wide).swap16().subarray(2), 'utf16be'],
    ['lines that end in carriage returns', Buffer.from(text.replace('\n', '\r')), 'utf8'],
  ])('%s → the text', (name, bytes, encoding) => {
    const path = write(`${name}.rsc`, bytes);
    const read = readTextFile(path);
    expect(read.text.replace('\ufeff', '')).toBe(text);
    expect(read.encoding).toBe(encoding);
    expect(bytesOf(read.text, read)).toEqual(bytes);
    expect(readConfig(path).router.routes).toMatchObject([{ comment: 'café' }]);
  });

  it.each([
    ['88aca1b1', '/export file=office'],
    ['efa89172', '/export file=office'],
    ['255044462d', 'PDF'],
    ['504b0304', 'ZIP'],
  ])('a file that begins with %s → what it is and what to do', (hex, said) => {
    const path = write(`${hex}.backup`, Buffer.from(`${hex}0000`, 'hex'));
    const { readable, diagnostics } = readConfig(path);
    expect(readable).toBe(false);
    expect(diagnostics[0]?.what).toContain(said);
  });

  it('more than 64 MiB, as of a source that never ends → refused, with the limit', () => {
    const path = write('endless.rsc', Buffer.from(text));
    truncateSync(path, 64 * 1024 * 1024 + 1);
    expect(() => readTextFile(path)).toThrow('64 MiB');
  });

  it('a device → refused', () => {
    expect(() => readTextFile('/dev/zero')).toThrow('it is a device');
  });

  it('a pipe → what is written to it, also later; one that nobody writes to → given up', () => {
    const pipe = join(dir, 'pipe');
    spawnSync('mkfifo', [pipe]);
    expect(() => readTextFile(pipe, { alone: 100, silent: 100 })).toThrow('nothing was written to it');
    const source = write('source.rsc', Buffer.from(text));
    spawn('sh', ['-c', `sleep 0.2; cat ${source} > ${pipe}`]);
    expect(readTextFile(pipe).text).toBe(text);
  });
});
