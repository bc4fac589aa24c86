import { expect, it } from 'vitest';
import { assumedWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';

const rulesOf = (tables: number) => {
  const text = `/routing table\n${Array.from({ length: tables }, (_, i) => `add fib name=t${i}\n`).join('')}`;
  const { router } = readRouterOs(text, { file: 'x.rsc', dialect: 'v7' });
  const { world, rib } = situationOf(router, assumedWorld(router, {}), []);
  return compileLinux(router, rib, world, { seed: 1 }).program.rules;
};

/** How many rules the kernel asks until it finds the table of a mark. */
function asked(
  rules: ReturnType<typeof rulesOf>,
  mark: number,
): { readonly count: number; readonly table?: number } {
  let count = 0;
  let from = 0;
  for (const { priority, fwmark, action } of rules.toSorted((a, b) => a.priority - b.priority)) {
    if (priority < from) continue;
    count++;
    if (fwmark && (mark & fwmark.mask) >>> 0 !== fwmark.value) continue;
    if (action.kind === 'lookup') return { count, table: action.table };
    if (action.kind === 'goto') from = action.target;
  }
  return { count };
}

it('few marks → one rule after the other', () => {
  expect(rulesOf(8).every(({ action }) => action.kind === 'lookup')).toBe(true);
});

it.each([9, 16, 64, 200, 255])('%d marks → each leads to its table past few others', tables => {
  const rules = rulesOf(tables);
  for (let mark = 1; mark <= tables; mark++) {
    const { count, table } = asked(rules, mark);
    expect(table).toBe(27_000 + mark);
    expect(count).toBeLessThanOrEqual(2 * Math.ceil(Math.sqrt(tables + 1)) + 2);
  }
  // Without a mark all of them are passed by.
  const none = asked(rules, 0);
  expect(none.table).toBeUndefined();
  expect(none.count).toBe(2);
});

it('the places that rules lead to are there, and later', () => {
  const rules = rulesOf(64);
  const priorities = new Set(rules.map(({ priority }) => priority));
  for (const { priority, action } of rules) {
    if (action.kind !== 'goto') continue;
    expect(priorities).toContain(action.target);
    expect(action.target).toBeGreaterThan(priority);
  }
});
