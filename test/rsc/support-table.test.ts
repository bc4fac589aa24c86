import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { supportTable } from '../../tools/support-table.ts';

const page = fileURLToPath(new URL('../../docs/rsc-subset.md', import.meta.url));

it('docs/rsc-subset.md says what the menu tables say', () => {
  const table = supportTable();
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(page, table);
  expect(readFileSync(page, 'utf8')).toBe(table);
});
