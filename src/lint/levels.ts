import type { Diagnostic, Severity } from '../text/index.ts';

/** Severities by rule (`pcc/one-flow`) or group (`pcc`). */
export type Levels = ReadonlyMap<string, Severity | 'off'>;

/** Findings as severe as they are wanted, without those that are not. What is said of a rule goes before its group. */
export function withLevels(found: readonly Diagnostic[], levels: Levels | undefined): readonly Diagnostic[] {
  if (!levels || levels.size === 0) return found;
  return found.flatMap(one => {
    const level = levels.get(one.id) ?? levels.get(one.id.split('/')[0] ?? '');
    if (level === 'off') return [];
    return level === undefined ? [one] : [{ ...one, severity: level }];
  });
}
