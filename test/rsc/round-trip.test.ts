import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertRouterOs } from '../../src/convert/index.ts';
import type { Dialect, Router, RouterOsVersion } from '../../src/model/index.ts';
import { formatRouterOs, readRouterOs, writeRouterOs } from '../../src/rsc/index.ts';
import { anyRouter } from './any-router.ts';
import { comparable } from './comparable.ts';

const example = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/${path}`, import.meta.url)), 'utf8');
const version = (dialect: Dialect): RouterOsVersion => ({ dialect, text: '', evidence: [] });
const again = (router: Router, dialect: Dialect) =>
  readRouterOs(writeRouterOs(router, { version: version(dialect) }), { file: 'x.rsc', dialect });

const dialects = ['v6', 'v7'] as const;

// Many runs: on a machine with other work they take longer than the usual limit.
const many = { timeout: 180_000 };

describe('what is written can be read', () => {
  it.each(dialects)('any router, %s: reading gives the same router', many, dialect => {
    fc.assert(
      fc.property(anyRouter(dialect), router => {
        const { router: read, diagnostics } = again(router, dialect);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(comparable({ ...read, interfaces: [] })).toEqual(comparable({ ...router, interfaces: [] }));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(dialects)('any router, %s: writing again gives the same text', many, dialect => {
    fc.assert(
      fc.property(anyRouter(dialect), router => {
        const text = writeRouterOs(router, { version: version(dialect) });
        const { router: read } = readRouterOs(text, { file: 'x.rsc', dialect });
        expect(writeRouterOs(read, { version: version(dialect) })).toBe(text);
        expect(formatRouterOs(text, 'x.rsc').text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

const convert = (text: string, from: RouterOsVersion, target: RouterOsVersion) =>
  convertRouterOs(text, readRouterOs(text, { file: 'x.rsc', dialect: from.dialect }), {
    file: 'x.rsc',
    target,
  });

describe.each(['paper-fixed/paper-fixed.rsc', 'paper-fixed/paper-fixed-v6.rsc'])('%s', path => {
  const text = example(path);
  const { router, version: from } = readRouterOs(text, { file: path });
  const to = version(from.dialect === 'v6' ? 'v7' : 'v6');

  it('is the same after a conversion there and back', () => {
    const there = convert(text, from, to);
    const back = convert(there.text, to, from);
    expect(comparable({ ...back.after, version: from })).toEqual(comparable(router));
  });

  it('converts without a word about losses', () => {
    const { diagnostics } = convert(text, from, to);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

it('the two dialects of paper-fixed convert into each other', () => {
  const v6 = readRouterOs(example('paper-fixed/paper-fixed-v6.rsc'), { file: 'v6.rsc' });
  const v7 = readRouterOs(example('paper-fixed/paper-fixed.rsc'), { file: 'v7.rsc' });
  const toV7 = convert(example('paper-fixed/paper-fixed-v6.rsc'), v6.version, v7.version).after;
  const toV6 = convert(example('paper-fixed/paper-fixed.rsc'), v7.version, v6.version).after;
  const alike = (router: Router) => comparable({ ...router, version: version('v7'), routingTables: [] });
  expect(alike(toV7)).toEqual(alike(v7.router));
  expect(alike(toV6)).toEqual(alike(v6.router));
});
