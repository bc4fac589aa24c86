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

/** The rules that the configuration `config` drops by, and what each counted from `before` to `after`. */
export function dropCounts(
  config: string,
  before: readonly RuleCounter[],
  after: readonly RuleCounter[],
): DropCount[] {
  const name = basename(config);
  const earlier = numbered(before);
  return [...numbered(after)]
    .filter(([, { drops, place }]) => drops && fileOf(place) === name)
    .map(([key, rule]) => ({
      rule: rule.comment || rule.chain,
      place: `${name}:${lineOf(rule.place)}`,
      packets: rule.packets - (earlier.get(key)?.packets ?? 0),
      bytes: rule.bytes - (earlier.get(key)?.bytes ?? 0),
    }));
}

/** Rules of one place are told by their order, which stays while nothing is reloaded: an intent has many of a line. */
function numbered(rules: readonly RuleCounter[]): ReadonlyMap<string, RuleCounter> {
  const seen = new Map<string, number>();
  return new Map(
    rules.map(rule => {
      const key = `${rule.chain} ${rule.place}`;
      const number = seen.get(key) ?? 0;
      seen.set(key, number + 1);
      return [`${key} ${number}`, rule];
    }),
  );
}

const fileOf = (place: string): string => basename(place.replace(/(?::[\d,]+)+$/, ''));

const lineOf = (place: string): number => Number(/:(\d+)(?::\d+)?$/.exec(place)?.[1] ?? 0);
