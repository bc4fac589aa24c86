import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asGroup, groupOf } from './as-group.ts';
import { EnvironmentError } from './environment-error.ts';

const isRoot = process.geteuid?.() === 0;

it.runIf(isRoot)(
  'a file that is made as a group → of that group, what follows of ours (only as root)',
  () => {
    const dir = mkdtempSync(join(tmpdir(), 'group-'));
    const gidOf = (name: string): number => {
      writeFileSync(join(dir, name), '');
      return statSync(join(dir, name)).gid;
    };
    try {
      expect(asGroup(65_534, () => gidOf('theirs'))).toBe(65_534);
      expect(() => asGroup(65_534, () => raise())).toThrow('inside');
      expect(gidOf('ours')).toBe(process.getegid?.());
    } finally {
      rmSync(dir, { recursive: true });
    }
  },
);

const raise = (): never => {
  throw new Error('inside');
};

it('users → their groups; nobody of that name → said', () => {
  expect(groupOf('root')).toBe(0);
  expect(() => groupOf('nobody-of-that-name')).toThrow(EnvironmentError);
});
