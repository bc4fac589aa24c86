import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { visible } from '../../src/text/index.ts';
import { readingCommands } from './commands.ts';
import { type Answer, quietly } from './quietly.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const office = `# 2026-11-29 10:00:00 by RouterOS 7.16
/ip address
add address=203.0.113.2/24 interface=ether1 comment="caf\u00e9"
add address=192.168.88.1/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
`;
const wide = Buffer.from(office, 'utf16le');
const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 2654435761) >>> 24));

/** A file that never ends: as long as may be, and one more. */
function tooLong(): string {
  const path = file('long.rsc', office);
  truncateSync(path, 64 * 1024 * 1024 + 1);
  return path;
}

function loop(): string {
  symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
  return join(folder, 'loop');
}

function emptyFolder(): string {
  mkdirSync(join(folder, 'folder'));
  return join(folder, 'folder');
}

/** What cannot be read: every command says so, with exit code 2. */
const unreadable: Readonly<Record<string, readonly [path: string, said: RegExp]>> = {
  'no such file': [join(folder, 'none.rsc'), /none\.rsc cannot be read: no such file or directory/],
  'a file below a file': [join(file('f.rsc', office), 'x'), /cannot be read: not a directory/],
  'a very long name': [join(folder, 'x'.repeat(300)), /cannot be read: name too long/],
  'a folder without configurations': [emptyFolder(), /cannot be read: it (is a folder|holds no \.rsc file)/],
  'a link to itself': [loop(), /cannot be read: too many symbolic links encountered/],
  'a device without end': ['/dev/zero', /cannot be read: it is a device, not a file/],
  'a device without anything': ['/dev/null', /cannot be read: it is a device, not a file/],
  'an empty file': [file('empty.rsc', ''), /empty|holds no RouterOS statement|Nothing to judge/],
  'a file of blanks': [file('blank.rsc', ' \n\t\r\n'), /empty|holds no RouterOS statement|Nothing to judge/],
  'a file of zeros': [
    file('zeros.rsc', Buffer.alloc(5000)),
    /empty|holds no RouterOS statement|Nothing to judge/,
  ],
  'a backup': [file('a.backup', Buffer.concat([Buffer.from('88aca1b1', 'hex'), noise])), /binary backup/],
  'an encrypted backup': [
    file('b.backup', Buffer.concat([Buffer.from('efa89172', 'hex'), noise])),
    /binary backup/,
  ],
  'a compressed text': [file('a.rsc.gz', gzipSync(office)), /compressed \(gzip\)/],
  'more than 64 MiB': [tooLong(), /longer than 64 MiB/],
};

/** Other encodings and line ends of one text: every command answers as for the text itself. */
const encodings: Readonly<Record<string, Buffer | string>> = {
  'UTF-8 with its mark': `\ufeff${office}`,
  'UTF-16, little endian': Buffer.concat([Buffer.from('fffe', 'hex'), wide]),
  'UTF-16, little endian, cut inside a letter': Buffer.concat([
    Buffer.from('fffe', 'hex'),
    wide,
    Buffer.from('x'),
  ]),
  'UTF-16, big endian': Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from(wide).swap16()]),
  'UTF-16, little endian, without its mark': wide,
  'UTF-16, big endian, without its mark': Buffer.from(wide).swap16(),
  'Latin-1 (CP1252, CP1251)': Buffer.from(office, 'latin1'),
  'lines that end in CR LF': office.replaceAll('\n', '\r\n'),
  'lines that end in CR': office.replaceAll('\n', '\r'),
  'zeros between the words': office.replaceAll(' ', ' \0'),
};

const deep = 100_000;
const strange: Readonly<Record<string, Buffer | string>> = {
  ...Object.fromEntries(
    ['[', '{', '(', '"$[', '[find (', ':do {', ':if (1) do={'].flatMap(opener => [
      [`${opener} ${deep} deep`, opener.repeat(deep)],
      [`${opener} ${deep} deep in a value`, `${office}/ip route add comment=${opener.repeat(deep)}`],
    ]),
  ),
  'braces that are closed': `${'{'.repeat(deep)}${'}'.repeat(deep)}`,
  bytes: noise,
  'a comment of 10 MB': `${office}/ip route add comment="${'x'.repeat(10_000_000)}" gateway=203.0.113.9\n`,
  'a line of many words': `${office}${'x '.repeat(500_000)}\n`,
  'a line of one property': `${office}/ip route add ${'gateway=1 '.repeat(100_000)}\n`,
  'a line of prompts': `${'[a@b'.repeat(250_000)}\n`,
  'a prompt and blanks': `[a@b]${' '.repeat(1_000_000)}\n`,
  'a line of variables': `${office}/ip route add comment="${'$a'.repeat(300_000)}"\n`,
  'a fence of prompts': `\`\`\`\n${'[@'.repeat(500_000)}\n\`\`\`\n`,
  'a line of slashes': `${'/'.repeat(1_000_000)}\n`,
  'a line of hyphens': `${'-'.repeat(1_000_000)}\n`,
  'a list of ports': `${office}/ip firewall filter add chain=forward protocol=tcp dst-port=${'1,'.repeat(300_000)}\n`,
  'a list of gateways': `${office}/ip route add gateway=${'203.0.113.9,'.repeat(20_000)}\n`,
};

/** Every place where a text says something in its own words. */
const steering = office
  .replaceAll('ether1', '"eth\u001b[31m\u202e1"')
  .replace(
    '/ip address',
    '/interface ethernet\nset [find default-name=ether9] name="eth\u001b[31m\u202e1" comment="\u0007bell\u009b31m\u2066"\n/ip address',
  )
  .replace('gateway=203.0.113.1', 'gateway=203.0.113.1 comment="\\1B[31mred\\07\u061c\u200f\u2028"')
  .concat(
    '/ip firewall filter add chain=forward action=drop comment="\u001b]0;title\u0007" src-address-list="no\u001b[2Jlist"\n',
  )
  .concat(
    '/bogus\u001b[1m add x=\u009b\n/interface list member add interface="no\u0008such" list="WAN\u007f"\n',
  );

const plain = async (name: string, path: string): Promise<Answer> =>
  quietly((readingCommands[name] ?? (() => []))(path));

/** Commands that print a configuration for a machine: to a terminal only, controls are shown. */
const verbatim = ['parse --print', 'convert'];

/** No stack trace, nothing that a terminal would obey, and what failed is said. */
function expectSane({ code, out, err }: Answer): void {
  expect(err).not.toMatch(/this is a bug in jalur|^ {4}at /m);
  expect([0, 1, 2]).toContain(code);
  expect(visible(`${out}${err}`)).toBe(`${out}${err}`);
  if (code === 2) expect(`${out}${err}`.trim()).not.toBe('');
}

/** Those that read a text in a way of their own; all others begin like `routes`. */
const readers = ['parse', 'fmt'];

describe.each(Object.keys(readingCommands))('jalur %s', name => {
  it.each(Object.entries(unreadable))('%s → exit code 2, said in a sentence', async (_, [path, said]) => {
    const answer = await plain(name, path);
    expectSane(answer);
    expect(answer.code).toBe(2);
    expect(`${answer.out}${answer.err}`).toMatch(said);
  });

  it.each(name.includes('--json') ? [] : Object.entries(encodings))(
    '%s → as the text itself',
    async (_, bytes) => {
      const written = file('office.rsc', bytes);
      const other = await plain(name, written);
      const same = await plain(name, file('office.rsc', office));
      expectSane({ ...other, out: verbatim.includes(name) ? '' : other.out });
      if (!name.startsWith('fmt')) expect(other.code).toBe(same.code);
    },
  );

  it('names, comments and file names that would steer a terminal → shown, not sent', async () => {
    const answer = await plain(name, file('\u001b[31moffice\u009b.rsc', steering));
    expectSane({ ...answer, out: verbatim.includes(name) ? '' : answer.out });
    if (verbatim.includes(name)) return;
    const wrong = await plain(
      name,
      file('wrong.rsc', `${steering}/ip firewall filter add chain=forward \u001b[2J\u0007=1\n`),
    );
    expectSane(wrong);
  });

  it.each(readers.includes(name) ? Object.entries(strange) : [])(
    '%s → an answer',
    { timeout: 60_000 },
    async (_, bytes) => {
      const answer = await plain(name, file('strange.rsc', bytes));
      expectSane({
        ...answer,
        out: name.startsWith('parse --print') || name === 'convert' ? '' : answer.out,
      });
      // Not a flood: a finding that comes again and again is counted.
      expect(answer.err.length).toBeLessThan(1_000_000);
    },
  );
});
