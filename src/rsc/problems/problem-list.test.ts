import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../index.ts';
import type { Problem } from '../syntax/index.ts';
import { mostListed, ProblemList } from './problem-list.ts';

const at = (start: number, more: Partial<Problem> = {}): Problem => ({
  id: 'rsc/unknown-property',
  severity: 'error',
  what: { en: 'There is no such property.', id: 'Properti itu tidak ada.' },
  range: { start, end: start + 1 },
  ...more,
});

const many = (count: number, more: Partial<Problem> = {}) =>
  Array.from({ length: count }, (_, i) => at(i, more));

describe('ProblemList', () => {
  it('few of a kind → all are listed, and nothing else', () => {
    const problems = [at(3), at(1), at(2, { severity: 'info' })];
    expect([...new ProblemList(problems).all()]).toEqual(problems);
  });

  it('more of a kind than are listed → the rest is counted, each error keeps its place', () => {
    const list = new ProblemList(many(mostListed + 7));
    const all = [...list.all()];
    expect(all).toHaveLength(mostListed + 1);
    expect(all.at(-1)).toMatchObject({
      id: 'rsc/unknown-property',
      severity: 'error',
      what: { en: '7 further findings of this kind are not listed.' },
    });
    expect(list.errorsAt).toHaveLength(mostListed + 7);
  });

  it('many of one kind → those of another one are listed all the same', () => {
    const list = new ProblemList([...many(mostListed + 1), at(9, { id: 'rsc/other' })]);
    expect([...list.all()].map(({ id }) => id)).toContain('rsc/other');
  });

  it('takes from another list what has the asked severity, with what that only counted', () => {
    const other = new ProblemList([...many(mostListed + 5), ...many(3, { severity: 'info' })]);
    const [errors, others] = [new ProblemList(many(2)), new ProblemList()];
    errors.take(other, severity => severity === 'error');
    others.take(other, severity => severity !== 'error');
    expect([...errors.all()].at(-1)?.what.en).toBe('7 further findings of this kind are not listed.');
    expect(errors.errorsAt).toHaveLength(mostListed + 7);
    expect([...others.all()]).toEqual(many(3, { severity: 'info' }));
    expect(others.errorsAt).toEqual([]);
  });
});

it('a text with more errors than are listed → every wrong statement is left out of the model', () => {
  const wrong = mostListed + 20;
  const text = `/ip route\n${'add nonsense=1\n'.repeat(wrong)}add gateway=10.0.0.1\n`;
  const { router, counts, diagnostics } = readRouterOs(text, { file: 'x.rsc' });
  expect(router.routes).toHaveLength(1);
  expect(counts).toMatchObject({ statements: wrong + 1, notUnderstood: wrong });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(mostListed + 1);
});
