import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type ConditionCode, conditionDoc, conditions } from '../src/gateway/conditions/index.ts';
import { conditionsPage } from '../tools/conditions-page.ts';

const page = fileURLToPath(new URL('../docs/conditions.md', import.meta.url));

it('docs/conditions.md says what the conditions say', () => {
  const text = conditionsPage();
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});

it('every condition names its place there', () => {
  const anchors = [...readFileSync(page, 'utf8').matchAll(/^## (\S+)$/gm)].map(([, name]) => name);
  const named = (Object.keys(conditions) as ConditionCode[]).map(conditionDoc);
  expect(named).toEqual(anchors.map(name => `docs/conditions.md#${name}`));
});
