import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { quietly } from '../hostile/quietly.ts';
import { good } from './texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-intent-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const office = write('gateway.yaml', good[0] ?? '');
const whole = write('whole.yaml', good[1] ?? '');
const broken = write('broken.yaml', 'wans:\n  isp1: { interface: ether1, weight: many }\nlan: ether4\n');

describe('convert', () => {
  it.each(['v6', 'v7'])(
    'an intent --to %s → text that is read without an error, and walks alike',
    async to => {
      const { code, out, err } = await quietly(['convert', whole, '--to', to]);
      const file = write(`made-${to}.rsc`, out);
      expect(readConfig(file).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(err).toContain('all end alike');
      expect(code).toBe(0);
    },
    120_000,
  );

  it('an intent whose keys say how it is run → each that the text does not hold, with its line', async () => {
    const keys = 'balance: adaptive\nspill: true\nhealth: auto\nfailback: cut\npace: jalur\n';
    const file = write('run.yaml', `wans: { a: ether1, b: ether2 }\nlan: ether4\n${keys}`);
    const { code, err } = await quietly(['convert', file, '--to', 'v7']);
    for (const at of [3, 4, 5, 6, 7]) expect(err).toContain(`${file}:${at}:1 warning intent/not-in-routeros`);
    expect(code).toBe(0);
    const { out } = await quietly(['convert', file, '--to', 'v7', '--json']);
    expect(JSON.parse(out).notSaid).toHaveLength(5);
  });

  it('RouterOS with more than an intent says → each such statement with its line, secrets masked', async () => {
    const { out: text } = await quietly(['convert', office, '--to', 'v7']);
    const more = [
      '/interface wireguard add name=wg1 private-key="aGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGU="',
      '/ip firewall filter add chain=forward action=drop src-address=192.168.88.66',
      '/ip proxy set enabled=yes',
    ];
    const first = text.split('\n').length;
    const { code, out, err } = await quietly([
      'convert',
      write('more.rsc', `${text}${more.join('\n')}\n`),
      '--to',
      'yaml',
    ]);
    expect(code).toBe(1);
    expect(out).toContain('It has no words for');
    expect(out + err).not.toContain('aGVsbG8');
    for (const [at, menu] of ['/interface wireguard', '/ip firewall filter', '/ip proxy'].entries())
      expect(err).toMatch(new RegExp(`not said: .*more\\.rsc:${first + at}:1 ${menu} `));
    expect(err).toMatch(/different: /);
  });

  it('a router of another kind → no intent, and the reason', async () => {
    const file = write('bare.rsc', '/ip address add address=10.0.0.1/24 interface=ether1\n');
    const { code, out, err } = await quietly(['convert', file, '--to', 'yaml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('no intent was written');
  });

  it('an intent --to yaml → it is one already', async () => {
    expect(await quietly(['convert', office, '--to', 'yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is an intent already'),
    });
  });
});

describe('commands that read one', () => {
  it.each([
    ['prove'],
    ['lint'],
    ['spread'],
    ['routes'],
    ['parse'],
    ['explain', '--dst', '9.9.9.9', '--in', 'ether4', '--src', '192.168.88.9'],
  ])('%s: a broken one → exit code 2 or an error with its place', async (command, ...words) => {
    const { code, out, err } = await quietly([command, broken, ...words]);
    expect(out + err).toContain(`${broken}:2:38`);
    expect(code).toBeGreaterThan(0);
  });

  it.each([['fmt'], ['sanitize']])('%s → refused, as it is no RouterOS text', async command => {
    const before = readFileSync(office, 'utf8');
    const { code, err } = await quietly([command, office]);
    expect([code, err]).toEqual([2, expect.stringContaining('not RouterOS text')]);
    expect(readFileSync(office, 'utf8')).toBe(before);
  });

  it('--dialect → refused: it is of no version', async () => {
    const { code, err } = await quietly(['prove', office, '--dialect', 'v6']);
    expect([code, err]).toEqual([2, expect.stringContaining('is of no version of RouterOS')]);
  });

  it('with RouterOS text beside it → both, each with its own places', () => {
    const more = write('more-routes.rsc', '/ip route\nadd dst-address=10.99.0.0/16 gateway=192.168.88.9\n');
    const { router, usable } = readConfig([office, more]);
    expect(usable).toBe(true);
    const spans = router.routes.map(({ origin: { span } }) => `${span.file}:${span.start.line}`);
    expect(spans.at(-1)).toBe(`${more}:2`);
    expect(new Set(spans.slice(0, -1))).toEqual(new Set([`${office}:2`, `${office}:3`]));
  });

  it('two of them, a folder with RouterOS text as well → refused', () => {
    expect(readConfig([office, whole]).diagnostics[0]?.what).toContain('a gateway has one');
    expect(readConfig(folder).diagnostics[0]?.what).toMatch(/holds gateway\.yaml and .*: name one, or both/);
  });
});
