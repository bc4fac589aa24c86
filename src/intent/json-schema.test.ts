import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { intentJsonSchema } from './index.ts';

it('assets/gateway.schema.json: as the code has it (node tools/intent-schema.mjs)', () => {
  const page = new URL('../../assets/gateway.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(page, 'utf8'))).toEqual(JSON.parse(JSON.stringify(intentJsonSchema())));
});
