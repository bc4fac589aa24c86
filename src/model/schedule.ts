import { type Duration, parseDuration } from '../net/index.ts';
import type { Item } from './items/item.ts';

/**
 * When the scheduler runs an item (docs/routeros.md#scheduler). `often`: so often that what it does in a state of the
 * world has been done; `at-times`: at an hour of the day, or more rarely than that.
 */
export type Schedule = 'startup' | 'often' | 'at-times';

const hour = 3_600_000;

export function scheduleOf(item: Item): Schedule {
  const { properties = {} } = item;
  const interval = intervalOf(item);
  if (properties['start-time'] === 'startup' && /^0?s?$|^0?0:00:00$/.test(properties['interval'] ?? ''))
    return 'startup';
  return interval > 0 && interval <= hour ? 'often' : 'at-times';
}

/** ms between two runs; 0: it runs once. */
export const intervalOf = ({ properties = {} }: Item): Duration =>
  parseDuration(properties['interval'] ?? '') ?? 0;
