import { describe, expect, it } from 'vitest';
import { differences, existsIn, type Fact, parseDialect, semanticsOf } from './index.ts';

describe('semanticsOf', () => {
  it('RouterOS 6 and 7: marks before the own addresses → only in 7', () => {
    expect(semanticsOf({ dialect: 'v6' }).policyRules[0]).toBe('local');
    expect(semanticsOf({ dialect: 'v7' }).policyRules[0]).toBe('mangle');
  });

  it('Linux: what it does by itself → whatever the text is', () => {
    for (const dialect of ['v6', 'v7'] as const) {
      const linux = semanticsOf({ dialect, minor: 1 }, 'linux');
      expect(linux).toMatchObject({
        pccBucket: 'scaled',
        reroute: 'at-each-change',
        dropsMovedMasquerade: true,
      });
      expect(linux.policyRules[0]).toBe('local');
    }
  });

  it('Linux: what we decide for it → as the version of the text', () => {
    expect(semanticsOf({ dialect: 'v6' }, 'linux').checksShared).toBe(true);
    expect(semanticsOf({ dialect: 'v7' }, 'linux').checksShared).toBe(false);
  });

  it('a minor version: before and from a change on, unknown → as the newest', () => {
    const settable = (minor?: number) => semanticsOf({ dialect: 'v7', minor }).policyRulesSetting;
    expect([settable(21), settable(22), settable()]).toEqual([false, true, true]);
    expect(semanticsOf({ dialect: 'v7', minor: 20 }).checkPace).toEqual({
      interval: 10_000,
      timeout: 10_000,
      count: 2,
    });
    expect(semanticsOf({ dialect: 'v7', minor: 21 }).checkPace).toBe('settings');
  });

  it('every fact: has a source and differs somewhere', () => {
    const facts: [string, Fact<unknown>][] = Object.values(differences).flatMap(group =>
      Object.entries(group),
    );
    for (const [name, fact] of facts) {
      expect(fact.source, name).not.toBe('');
      const older = (fact.v7Before ?? []).map(({ value }) => value);
      const values = [fact.v6, fact.v7, ...older, ...(fact.linux === undefined ? [] : [fact.linux])];
      expect(new Set(values.map(value => JSON.stringify(value))).size, name).toBeGreaterThan(1);
    }
  });
});

describe('existsIn', () => {
  it.each([
    [undefined, { dialect: 'v6' }, true],
    [{ dialect: 'v7' }, { dialect: 'v6', minor: 49 }, false],
    [{ dialect: 'v7', minor: 18 }, { dialect: 'v7', minor: 17 }, false],
    [{ dialect: 'v7', minor: 18 }, { dialect: 'v7', minor: 18 }, true],
    [{ dialect: 'v7', minor: 18 }, { dialect: 'v7' }, true],
  ] as const)('%j: a text of %j → %s', (gate, version, expected) => {
    expect(existsIn(gate, version)).toBe(expected);
  });
});

it('parseDialect: v6, v7, anything else → undefined', () => {
  expect(['v6', 'v7', '7', undefined].map(parseDialect)).toEqual(['v6', 'v7', undefined, undefined]);
});
