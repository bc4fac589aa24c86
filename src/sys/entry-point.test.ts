import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entryPoint, packagePath } from './index.ts';

it('maps a module to its built JavaScript, from the source tree and from the built one', () => {
  const built = packagePath('dist/sys/entry-point.js');
  expect(entryPoint(import.meta.url, './entry-point.ts')).toBe(built);
  expect(entryPoint(`file://${packagePath('dist/sys/x.js')}`, './entry-point.ts')).toBe(built);
  expect(existsSync(built)).toBe(true);
});
