import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pastOf } from './past.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-past-'));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing is closed to root, so for a moment we are somebody else. */
function withoutRoot<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('pastOf', () => {
  it('the folder is closed to who asks → that only root may see it, not that there is none', () => {
    const dir = join(folder, 'host');
    mkdirSync(dir);
    writeFileSync(join(dir, 'journal.db'), '');
    chmodSync(dir, 0o000);
    try {
      expect(() => withoutRoot(() => pastOf({ state: dir }))).toThrow(
        expect.objectContaining({
          message: `Only root may see whether a journal is kept in ${dir}.`,
          next: 'Run it as root: sudo jalur …',
        }),
      );
    } finally {
      chmodSync(dir, 0o700);
    }
  });

  it('nothing is there → said as that, whoever asks', () => {
    const dir = join(folder, 'none');
    expect(() => withoutRoot(() => pastOf({ state: dir }))).toThrow(`No journal is kept in ${dir}.`);
  });
});
