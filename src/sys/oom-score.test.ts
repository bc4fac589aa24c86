import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { takeOrdinaryOomScore } from './oom-score.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-oom-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'oom_score_adj');

it('spared as its parent is → as any process; ordinary, or rather killed than others → left', () => {
  for (const [before, after] of [
    ['-900\n', '0'],
    ['0\n', '0\n'],
    ['300\n', '300\n'],
  ] as const) {
    writeFileSync(file, before);
    takeOrdinaryOomScore(file);
    expect([before, readFileSync(file, 'utf8')]).toEqual([before, after]);
  }
});

it('there is none → nothing happens', () => {
  expect(() => takeOrdinaryOomScore(join(folder, 'none'))).not.toThrow();
});
