import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertRouterOs } from '../../src/convert/index.ts';
import type { Dialect, RouterOsVersion } from '../../src/model/index.ts';
import { outlineOf, readRouterOs, writeRouterOs } from '../../src/rsc/index.ts';
import { anyRouter } from '../rsc/any-router.ts';

const version = (dialect: Dialect): RouterOsVersion => ({ dialect, text: '', evidence: [] });
const other = { v6: 'v7', v7: 'v6' } as const;

const convert = (text: string, from: Dialect, to: Dialect) =>
  convertRouterOs(text, readRouterOs(text, { file: 'x.rsc', dialect: from }), {
    file: 'x.rsc',
    target: version(to),
  });

const statements = (text: string): number =>
  outlineOf(text, 'x').statements.filter(({ isTop, kind }) => isTop && kind !== 'menu').length;

const errors = (text: string, dialect: Dialect) =>
  readRouterOs(text, { file: 'x.rsc', dialect }).diagnostics.filter(({ severity }) => severity === 'error');

describe.each(['v6', 'v7'] as const)('any router of %s', dialect => {
  const texts = anyRouter(dialect).map(router => writeRouterOs(router, { version: version(dialect) }));

  it('converted → the target takes every line, and every statement is there or in a comment', {
    timeout: 180_000,
  }, () => {
    fc.assert(
      fc.property(texts, text => {
        const converted = convert(text, dialect, other[dialect]);
        const { commented, changed, kept } = converted.counts;
        expect(errors(converted.text, other[dialect])).toEqual([]);
        expect(commented + changed + kept).toBe(statements(text));
        const comments = converted.text.split('\n').filter(line => /^# .*: (?:add|set|\/)/.test(line));
        expect(comments.length).toBeGreaterThanOrEqual(commented);
        expect(statements(converted.text)).toBeGreaterThanOrEqual(kept + changed);
      }),
      { numRuns: 120 },
    );
  });

  it('converted to what it is → nothing but the first line changes', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(texts, text => {
        const converted = convert(text, dialect, dialect);
        expect(converted.text.split('\n').slice(1).join('\n')).toBe(text);
        expect(converted.diagnostics).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
