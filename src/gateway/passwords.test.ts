import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRunConfig, readRunTexts } from './read-run-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-passwords-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string, mode = 0o600): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

const office = (keys: string): string =>
  write('gateway.yaml', `wans:\n  a: { interface: ppp0, over: ether1, user: u${keys} }\nlan: ether4\n`);

const said = (keys: string, options = {}) => {
  const { passwords, diagnostics, usable } = readRunConfig(office(keys), options);
  return [
    ...[passwords, usable],
    diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ what, span }) => `${span.start.line}: ${what}`),
  ];
};

describe('passwords of a configuration that is to be run', () => {
  it('none → nothing is dialled', () => {
    expect(said('')).toEqual([{}, true, []]);
  });

  it('in the file, in a file of its own', () => {
    expect(said(', password: "ge heim"')).toEqual([{ ppp0: 'ge heim' }, true, []]);
    const file = write('a.password', 'geheim\nmore\n');
    expect(said(`, password-file: ${file}`)).toEqual([{ ppp0: 'geheim' }, true, []]);
  });

  it('others can read that file → said', () => {
    const file = write('b.password', 'geheim', 0o644);
    expect(said(`, password-file: ${file}`)).toEqual([
      { ppp0: 'geheim' },
      ...[true, [`2: Others than its owner can read ${file}, which holds the password of ppp0.`]],
    ]);
  });

  it.each([
    ['it is not there', 'c.password', undefined, 'cannot be read \\(ENOENT\\)'],
    ['it is empty', 'd.password', '\n', 'it holds no password'],
    ['it is too long', 'e.password', 'x'.repeat(256), 'cannot be told'],
  ])('%s → an error with its line, and nothing is run', (_, name, text, what) => {
    const file = text === undefined ? join(folder, name) : write(name, text);
    const [passwords, usable, found] = said(`, password-file: ${file}`);
    expect([passwords, usable]).toEqual([{}, false]);
    expect(found).toEqual([expect.stringMatching(`^2: .*${what}`)]);
  });

  it('a pipe, a device, or a long file → an error, and nothing waits for it', () => {
    for (const file of ['/dev/zero', folder, write('long', 'x'.repeat(70_000))])
      expect(said(`, password-file: ${file}`)[2]).toEqual([expect.stringMatching(/is no plain file/)]);
  });

  it('from a page: a file that is named already → read; another one → not read, be it there or not', () => {
    const [kept, other] = [write('a.password', 'geheim'), write('b.password', 'another')];
    const read = (file: string) => {
      const text = `wans:\n  a: { interface: ppp0, over: ether1, user: u, password-file: ${file} }\nlan: ether4\n`;
      const texts = [{ file: 'gateway.yaml', text }];
      const { passwords, diagnostics } = readRunTexts(
        { texts, source: ['gateway.yaml'] },
        {},
        { passwordFiles: { ppp0: kept } },
      );
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ what }) => what);
      return [passwords, errors];
    };
    expect(read(kept)).toEqual([{ ppp0: 'geheim' }, []]);
    for (const file of [other, join(folder, 'nowhere')])
      expect(read(file)).toEqual([{}, [expect.stringContaining(`${file}, where the password of ppp0`)]]);
  });

  it('on a bench, which makes the lines itself → none', () => {
    expect(said(', password: geheim', { isBench: true })).toEqual([undefined, true, []]);
  });

  it('of a text for RouterOS, for a port of another name', () => {
    const text =
      '/interface pppoe-client add name="line to isp" interface=ether1 user=u password=geheim disabled=no\n';
    const file = write('office.rsc', `/ip address add address=10.0.0.1/24 interface=ether2\n${text}`);
    const { passwords } = readRunConfig(file, {});
    expect(Object.values(passwords ?? {})).toEqual(['geheim']);
  });
});
