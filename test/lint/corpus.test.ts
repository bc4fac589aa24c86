import { describe, expect, it } from 'vitest';
import { falseAlarms, hasFindings, recall, recallText, rows } from './recall.ts';

describe.skipIf(!hasFindings)('the corpus (skipped where it is absent)', () => {
  it('mistakes that a reader found → found at their statement', { timeout: 120_000 }, () => {
    const all = rows();
    // JALUR_PRINT=1 shows what is found of each kind of mistake, and what is missed.
    if (process.env['JALUR_PRINT'] === '1') process.stdout.write(`${recallText(all)}\n`);
    expect(recall(all, 'critical', 'high')).toBeGreaterThanOrEqual(0.95);
  });

  it('places that look wrong and are right → no alarm', { timeout: 120_000 }, () => {
    expect(falseAlarms()).toEqual([]);
  });
});
