import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { whatDiffers } from '../tools/what-differs.ts';

const page = fileURLToPath(new URL('../docs/what-differs.md', import.meta.url));

it('docs/what-differs.md says what the record of semantics says', () => {
  const text = whatDiffers();
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});
