import { expect, it } from 'vitest';
import type { UnsupportedName } from '../../src/walk/index.ts';
import { draftOf } from './gateway-draft.ts';
import { gatewayRows } from './gateway-rows.ts';

it.each(gatewayRows)('$name', row => {
  const { findings, program } = draftOf(row);
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors[0] && [errors[0].id, errors[0].line]).toEqual(row.refused);
  if (row.said !== undefined) expect(findings.map(({ id }) => id)).toContain(row.said);
  if (row.holds) expect(program.nft.text).toMatch(row.holds);
});

it.each(gatewayRows.filter(({ skip }) => skip !== undefined))('$name, skipped → runs, and is said', row => {
  const [error] = draftOf(row).findings.filter(({ severity }) => severity === 'error');
  expect(error?.advice).toMatch(new RegExp(`--skip-unsupported ${row.skip}\\.$`));
  const { findings } = draftOf(row, [row.skip as UnsupportedName]);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(findings.find(({ id }) => id === row.refused?.[0])?.severity).toBe('warning');
});
