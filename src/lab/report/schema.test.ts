import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../test/browser/sample.ts';
import { reportJsonSchema, reportSchema } from './schema.ts';

const page = new URL('../../../docs/lab-report.schema.json', import.meta.url);
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the JSON report', () => {
  it('has its schema in docs/ as the code has it (node tools/report-schema.mjs)', () => {
    expect(JSON.parse(readFileSync(page, 'utf8'))).toEqual(written(reportJsonSchema()));
  });

  it('fits the schema', () => {
    expect(reportSchema.safeParse(written(sample)).error).toBeUndefined();
  });

  it.each([
    ['verdict', 'maybe'],
    ['experiments', [{ name: 'balance' }]],
    ['environment', { kernel: '6.12' }],
  ])('does not take any %s', (key, value) => {
    expect(reportSchema.safeParse({ ...sample, [key]: value }).success).toBe(false);
  });
});
