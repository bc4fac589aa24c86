import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RuleCounter } from '../../../gateway/index.ts';

/** What one drop rule of the configuration counted between two readings. */
export interface DropCount {
  /** Its comment, else its chain. */
  readonly rule: string;
  /** `paper.rsc:48`. */
  readonly place: string;
  readonly packets: number;
  readonly bytes: number;
}

/** The rules of the configuration text `config` that say `action=drop`, and what each counted from `before` to `after`. */
export function dropCounts(
  config: string,
  before: readonly RuleCounter[],
  after: readonly RuleCounter[],
): DropCount[] {
  const lines = readFileSync(config, 'utf8').split(/\r?\n/);
  const earlier = new Map(before.map(rule => [rule.place, rule]));
  return after
    .filter(({ place }) => statementAt(lines, place).includes('action=drop'))
    .map(rule => ({
      rule: rule.comment || rule.chain,
      place: `${basename(config)}:${lineOf(rule.place)}`,
      packets: rule.packets - (earlier.get(rule.place)?.packets ?? 0),
      bytes: rule.bytes - (earlier.get(rule.place)?.bytes ?? 0),
    }));
}

const lineOf = (place: string): number => Number(/:(\d+)(?::\d+)?$/.exec(place)?.[1] ?? 0);

/** The statement that begins on the line of `place`, continuation lines (ended by a backslash) joined. */
function statementAt(lines: readonly string[], place: string): string {
  const from = lineOf(place) - 1;
  if (from < 0) return '';
  let to = from;
  while (lines[to]?.endsWith('\\')) to++;
  return lines
    .slice(from, to + 1)
    .map(line => line.replace(/\\$/, ''))
    .join('');
}
