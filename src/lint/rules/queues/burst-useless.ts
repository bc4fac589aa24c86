import type { SimpleQueue } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** A burst that never begins or never ends (docs/routeros.md#queues). */
export const burstUseless: Rule = {
  id: 'queues/burst-useless',
  level: 'warning',
  title: { en: `A burst that does nothing`, id: `Burst yang tidak berpengaruh` },
  why: {
    en: `A queue may send burst-limit while its average over burst-time is below burst-threshold. Without a time or a threshold there is no burst; with a limit below max-limit it would slow down.`,
    id: `Queue boleh mengirim burst-limit selama rata-rata dalam burst-time di bawah burst-threshold. Tanpa waktu atau threshold tidak ada burst; dengan limit di bawah max-limit malah melambat.`,
  },
  check: ({ router }) =>
    router.simpleQueues.flatMap(queue => {
      const [side] = queue.disabled ? [] : sides.filter(one => isUseless(queue, one));
      return side
        ? {
            at: queue,
            what: {
              en: `The burst of ${queue.name} (${side}) never helps: it needs burst-time, burst-threshold, and a burst-limit above max-limit.`,
              id: `Burst ${queue.name} (${side}) tidak pernah berguna: perlu burst-time, burst-threshold, dan burst-limit di atas max-limit.`,
            },
            do: {
              en: 'State all three, or leave the burst out.',
              id: 'Tulis ketiganya, atau hilangkan burst.',
            },
          }
        : [];
    }),
};

const sides = ['upload', 'download'] as const;

const isUseless = (queue: SimpleQueue, side: (typeof sides)[number]): boolean =>
  queue.burstLimit[side] > 0 &&
  (queue.burstTime[side] === 0 ||
    queue.burstThreshold[side] === 0 ||
    (queue.maxLimit[side] > 0 && queue.burstLimit[side] <= queue.maxLimit[side]));
