import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entryPoint, packagePath } from './index.ts';

it('finds the joined program where there is one, else the built module', () => {
  expect(entryPoint('gateway/main.ts')).toBe(packagePath('dist/bundle/gateway/main.cjs'));
  expect(entryPoint('files/package.ts')).toBe(packagePath('dist/files/package.js'));
  expect([entryPoint('gateway/main.ts'), entryPoint('files/package.ts')].every(existsSync)).toBe(true);
});
