import { intervalOf, type PlainItem, scheduleOf } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** A scheduler without an interval (docs/routeros.md#scheduler). */
export const runsOnce: Rule = {
  id: 'scripts/runs-once',
  level: 'warning',
  title: { en: `A scheduler that runs once`, id: `Scheduler yang hanya berjalan sekali` },
  why: {
    en: `Without interval= the script runs at its start-time, and never again: what it watches over is watched once.`,
    id: `Tanpa interval= skrip berjalan pada start-time dan tidak pernah lagi: yang diawasi hanya diperiksa sekali.`,
  },
  check: ({ router }) =>
    router.plain.filter(isOnce).map(item => ({
      at: item,
      what: {
        en: 'This scheduler has no interval: it runs once.',
        id: 'Scheduler ini tidak punya interval: hanya berjalan sekali.',
      },
      do: {
        en: 'Add interval=1m, or start-time=startup for what shall run after each restart.',
        id: 'Tambahkan interval=1m, atau start-time=startup untuk yang harus berjalan setiap restart.',
      },
    })),
};

const isOnce = (item: PlainItem): boolean =>
  item.menu === '/system scheduler' &&
  !item.disabled &&
  item.stated !== undefined &&
  intervalOf(item) === 0 &&
  !/[$[]/.test(item.properties['interval'] ?? '') &&
  item.properties['start-date'] === undefined &&
  scheduleOf(item) !== 'startup' &&
  item.properties['start-time'] !== 'startup';
