import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noOrigin } from '../model/index.ts';
import { isPppWord, type PppoeService, pppoeOptions } from './index.ts';

const line: PppoeService = {
  ...{ interface: 'isp1', over: 'eth1', user: 'office@isp', refused: [], asksForDns: false },
  ...{ mtu: 1492, mru: 1492, echoSeconds: 10, origin: noOrigin },
};

/** The words of a file of options as pppd's own reader takes them (pppd/options.c, getword), bytes as letters. */
function wordsOf(text: string): readonly string[] {
  const bytes = [...Buffer.from(text)];
  const words: string[] = [];
  let word: string | undefined;
  let quote = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const sign = String.fromCharCode(byte);
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.slice(at + 1, at + 4)))?.[0];
      const next = bytes[at + 1] ?? 0;
      word = (word ?? '') + String.fromCharCode(octal === undefined ? next : Number.parseInt(octal, 8) & 255);
      at += octal?.length ?? 1;
    } else if (quote !== 0) {
      if (byte === quote) quote = 0;
      else word += sign;
    } else if (sign === '"' || sign === "'") {
      quote = byte;
      word ??= '';
    } else if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + sign;
  }
  return words;
}

const asRead = (text: string): string => Buffer.from(text).toString('latin1');

describe('pppoeOptions', () => {
  it('a line → who dials, how, and nothing of the system is touched', () => {
    const words = wordsOf(pppoeOptions(line, { password: 'geheim' }));
    expect(words.slice(0, 9)).toEqual([
      ...['plugin', 'pppoe.so', 'nic-eth1', 'ifname', 'isp1'],
      ...['user', 'office@isp', 'password', 'geheim'],
    ]);
    expect(words).toEqual(
      expect.arrayContaining(['noauth', 'noipdefault', 'nodefaultroute', 'noipv6', 'persist']),
    );
    expect(words).not.toContain('usepeerdns');
  });

  it('told of addresses → by our programs alone, and resolvers only where they are wanted', () => {
    const teller = { up: '/a/up', down: '/a/down', file: '/run/x' };
    const words = wordsOf(pppoeOptions({ ...line, asksForDns: true }, { teller }));
    expect(words.join(' ')).toContain(
      'usepeerdns ip-up-script /a/up ip-down-script /a/down ipparam /run/x hide-password',
    );
  });

  it('ways that are not allowed, other sizes, no questions', () => {
    const words = wordsOf(
      pppoeOptions({ ...line, refused: ['pap'], mtu: 1480, mru: 1460, echoSeconds: 0 }, {}),
    );
    expect(words.join(' ')).toContain('refuse-pap');
    expect(words.join(' ')).toContain('mtu 1480 mru 1460 lcp-echo-interval 0 lcp-echo-failure 0');
  });

  it('whatever a name or a password holds → one word, and no option begins in it', () => {
    const anyWord = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom('"', "'", '\\', '\n', '\r', '#', ' ', '\t', '0', '7', 'plugin /tmp/x.so', '\u0085'),
        )
        .map(parts => parts.join('')),
    );
    const plain = wordsOf(pppoeOptions({ ...line, service: 's', concentrator: 'c' }, { password: 'p' }));
    fc.assert(
      fc.property(anyWord, anyWord, anyWord, anyWord, (user, password, service, concentrator) => {
        const given = [user, password, service, concentrator].map(text => text.replaceAll('\0', 'x') || 'y');
        const [a = '', b = '', c = '', d = ''] = given;
        const words = wordsOf(
          pppoeOptions({ ...line, user: a, service: c, concentrator: d }, { password: b }),
        );
        const after = (option: string): string | undefined => words[words.indexOf(option) + 1];
        expect(words.length).toBe(plain.length);
        expect(words[6]).toBe(asRead(a));
        expect(words[8]).toBe(asRead(b));
        expect([words[10], words[12]]).toEqual([asRead(c), asRead(d)]);
        expect(after('plugin')).toBe('pppoe.so');
      }),
    );
  });
});

it.each([
  ['a'.repeat(255), true],
  ['a'.repeat(256), false],
  ['é'.repeat(127), true],
  ['é'.repeat(128), false],
  ['a\0b', false],
])('isPppWord: %j → %s', (text, is) => expect(isPppWord(text)).toBe(is));
