import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { apiDocumentText } from '../tools/api-document.ts';
import { apiTypes } from '../tools/api-types.ts';

const generated = [
  ['docs/openapi.json', apiDocumentText],
  ['src/web/api/schema.ts', apiTypes],
] as const;

describe('API: what is generated from its schemas', () => {
  for (const [path, text] of generated)
    it(`${path}: is as committed`, () => {
      const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
      if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, text());
      expect(readFileSync(file, 'utf8')).toBe(text());
    });
});
