import { equal } from '../../model/index.ts';
import type { Condition } from './condition.ts';
import type { ConditionCode } from './registry.ts';

/** What is wrong now, oldest first: at most one condition of a code about the same thing. */
export type OpenConditions = readonly Condition[];

const isAbout =
  (code: ConditionCode, about: string) =>
  (one: Condition): boolean =>
    one.code === code && one.about === about;

/** With this one; another of the same code about the same thing is replaced. */
export function raise(open: OpenConditions, condition: Condition): OpenConditions {
  const known = open.find(isAbout(condition.code, condition.about));
  if (!known) return [...open, condition];
  return equal(known, condition) ? open : open.map(one => (one === known ? condition : one));
}

/** Without the ones of this code, about this thing or (default) about anything. */
export function clear(open: OpenConditions, code: ConditionCode, about?: string): OpenConditions {
  const left = open.filter(one => one.code !== code || (about !== undefined && one.about !== about));
  return left.length === open.length ? open : left;
}

/** With exactly these of this code. */
export function replace(
  open: OpenConditions,
  code: ConditionCode,
  wanted: readonly Condition[],
): OpenConditions {
  const kept = open.filter(one => one.code !== code || wanted.some(({ about }) => about === one.about));
  return wanted.reduce(raise, kept.length === open.length ? open : kept);
}

/** What was raised or changed, and what was cleared, between two moments. */
export function changes(before: OpenConditions, after: OpenConditions) {
  if (before === after) return { raised: [], cleared: [] };
  return {
    // The advice may change with every time; that alone is no news.
    raised: after.filter(one => before.find(isAbout(one.code, one.about))?.what !== one.what),
    cleared: before.filter(({ code, about }) => !after.some(isAbout(code, about))),
  };
}
