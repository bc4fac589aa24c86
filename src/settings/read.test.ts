import { describe, expect, it } from 'vitest';
import { readSettings } from './index.ts';

const said = (text: string): string[] =>
  readSettings(text, 'jalur.config.yaml').diagnostics.map(
    ({ span: { start }, what }) => `${start.line}:${start.column} ${what}`,
  );

describe('readSettings', () => {
  it('YAML → levels, ports with their names, assertions with their places', () => {
    const { settings } = readSettings(
      `rules:
  pcc/one-flow: off
  routes: warning
wan: { ISP1: ether1, ISP2: ether2=203.0.113.2/24 }
lan: [bridge]
failOn: warning
assertions:
  - 10.0.9.0/24 leaves by ISP2
  - { assert: nobody reaches Winbox, level: warning }
`,
      'jalur.config.yaml',
    );
    expect(settings).toMatchObject({
      wan: ['ether1', 'ether2=203.0.113.2/24'],
      lan: ['bridge'],
      failOn: 'warning',
      assertions: [
        {
          claim: { kind: 'leaves', lines: ['ISP2'], never: false },
          severity: 'error',
          span: { start: { line: 8, column: 5 } },
        },
        { claim: { kind: 'nobody-but', but: [] }, severity: 'warning' },
      ],
    });
    expect(Object.fromEntries(settings?.levels ?? [])).toEqual({ 'pcc/one-flow': 'off', routes: 'warning' });
    expect(Object.fromEntries(settings?.lines ?? [])).toEqual({ ISP1: 'ether1', ISP2: 'ether2' });
  });

  it('JSON → the same', () => {
    expect(readSettings('{"rules":{"nat":"off"}}', 'a').settings?.levels.get('nat')).toBe('off');
  });

  it('an empty file → nothing is set', () => {
    expect(readSettings('', 'a').settings).toMatchObject({ assertions: [] });
  });

  it.each([
    ['rule: {}', "1:1 The file has no key rule. Did you mean 'rules'?"],
    ['rules:\n  pcc/one-flo: off', "2:3 There is no rule or group pcc/one-flo. Did you mean 'pcc/one-flow'?"],
    ['rules:\n  nat: loud', '2:8 rules.nat is not one of off, info, warning, error.'],
    ['wan: ether1', '1:6 wan is neither a list of interfaces nor a group of names with their interfaces.'],
    ['assertions:\n  - all is well', '2:5 "all is well" is not understood as an assertion.'],
    [
      'rules: [',
      '1:9 This is neither JSON nor YAML: a line is not indented as its neighbours are, or a bracket is not closed.',
    ],
  ])('%j → its place, and what was meant', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('what is wrong, in Indonesian', () => {
  it.each([
    ['a: [', 1],
    ['rulez: {}', 1],
    ['rules: { pcc/nothing: off }', 1],
    ['rules: { pcc: loud }', 1],
    ['wan: 3', 1],
    ['lan: ["\\u0001"]', 1],
    ['assertions: [3]', 1],
    ['assertions: ["nobody does anything"]', 1],
    ['failOn: sometimes', 1],
  ])('%s → another sentence at the same place', (text, least) => {
    const [english, indonesian] = (['en', 'id'] as const).map(
      language => readSettings(text, 'jalur.config.yaml', language).diagnostics,
    );
    expect(english?.length).toBeGreaterThanOrEqual(least);
    english?.forEach((one, at) => {
      expect(indonesian?.[at]?.span).toEqual(one.span);
      expect(indonesian?.[at]?.what).not.toBe(one.what);
      if (one.do !== undefined) expect(indonesian?.[at]?.do).not.toBe(one.do);
    });
  });
});
