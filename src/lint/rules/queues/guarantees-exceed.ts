import { type Item, QueueOrder, type Router, simpleQueueOrder } from '../../../model/index.ts';
import { showRate } from '../../../net/index.ts';
import type { Found, Rule } from '../../rule.ts';

/** Queues promise more than there is (docs/routeros.md#queues). */
export const guaranteesExceed: Rule = {
  id: 'queues/guarantees-exceed',
  level: 'warning',
  title: {
    en: `Queues promise more than their parent has`,
    id: `Queue menjanjikan lebih dari yang dimiliki induknya`,
  },
  why: {
    en: `limit-at is what a queue gets before all others. Where the promises of the children add up to more than the parent may send, none of them can be relied on.`,
    id: `limit-at adalah jatah yang dijamin. Kalau jumlah jaminan anak melebihi batas induk, tidak ada jaminan yang bisa dipegang.`,
  },
  check: ({ router }) => [...simple(router), ...trees(router)],
};

const directions = ['upload', 'download'] as const;

function simple(router: Router): Found[] {
  const order = simpleQueueOrder(router);
  return order.enabled.flatMap(parent => {
    const children = order.enabled.filter(one => order.parent(one) === parent);
    const [first = []] = directions
      .map(side => {
        const sum = children.reduce((all, one) => all + one.limitAt[side], 0);
        return finding(parent, parent.name, sum, parent.maxLimit[side]);
      })
      .filter(found => found.length > 0);
    return first;
  });
}

function trees(router: Router): Found[] {
  const order = new QueueOrder(router.queueTrees);
  return order.enabled.flatMap(parent => {
    const children = order.enabled.filter(one => order.parent(one) === parent);
    return finding(
      parent,
      parent.name,
      children.reduce((all, one) => all + one.limitAt, 0),
      parent.maxLimit,
    );
  });
}

const finding = (at: Item, name: string, sum: number, most: number): Found[] =>
  most > 0 && sum > most
    ? [
        {
          at,
          what: {
            en: `The queues below ${name} are promised ${showRate(sum)} together, and it may send ${showRate(most)}.`,
            id: `Queue di bawah ${name} dijanjikan total ${showRate(sum)}, padahal batasnya ${showRate(most)}.`,
          },
          do: {
            en: 'Lower limit-at of the queues below it.',
            id: 'Turunkan limit-at queue di bawahnya.',
          },
        },
      ]
    : [];
