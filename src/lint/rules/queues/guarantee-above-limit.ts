import type { Item } from '../../../model/index.ts';
import { showRate } from '../../../net/index.ts';
import type { Found, Rule } from '../../rule.ts';

/** A queue is promised more than it may send (docs/routeros.md#queues). */
export const guaranteeAboveLimit: Rule = {
  id: 'queues/guarantee-above-limit',
  level: 'warning',
  title: { en: `A queue is promised more than its limit`, id: `Jaminan queue melebihi batasnya` },
  why: {
    en: `max-limit is the most that a queue may send, limit-at what it is promised: the promise cannot be kept.`,
    id: `max-limit adalah batas tertinggi, limit-at jaminannya: jaminan itu tidak bisa dipenuhi.`,
  },
  check: ({ router: { simpleQueues, queueTrees } }) => [
    ...simpleQueues.flatMap(queue => {
      const { upload, download } = queue.limitAt;
      const isUp = upload > queue.maxLimit.upload && queue.maxLimit.upload > 0;
      return isUp
        ? finding(queue, queue.name, upload, queue.maxLimit.upload)
        : finding(queue, queue.name, download, queue.maxLimit.download);
    }),
    ...queueTrees.flatMap(queue => finding(queue, queue.name, queue.limitAt, queue.maxLimit)),
  ],
};

const finding = (at: Item, name: string, promised: number, most: number): Found[] =>
  !at.disabled && most > 0 && promised > most
    ? [
        {
          at,
          what: {
            en: `${name} is promised ${showRate(promised)} and limited to ${showRate(most)}.`,
            id: `${name} dijamin ${showRate(promised)} tetapi dibatasi ${showRate(most)}.`,
          },
          do: { en: 'Raise max-limit, or lower limit-at.', id: 'Naikkan max-limit, atau turunkan limit-at.' },
        },
      ]
    : [];
