import {
  type Ipv4Prefix,
  ipv4ToNumber,
  isIpv4Prefix,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A queue for addresses that are nowhere (docs/routeros.md#queues). */
export const targetNobody: Rule = {
  id: 'queues/target-nobody',
  level: 'warning',
  title: {
    en: `A queue for addresses that are not inside`,
    id: `Queue untuk alamat yang tidak ada di dalam`,
  },
  why: {
    en: `No packet has such an address, so nothing is limited.`,
    id: `Tidak ada paket dengan alamat itu, jadi tidak ada yang dibatasi.`,
  },
  check: subject =>
    subject.isPart || subject.well.lans.length === 0
      ? []
      : subject.router.simpleQueues.flatMap(queue => {
          const [target] = queue.target;
          const isOne =
            queue.target.length === 1 && target?.kind === 'address' && isIpv4Prefix(target.prefix);
          if (queue.disabled || !isOne || splitPrefix(target.prefix).length <= 8) return [];
          if (isInside(subject, target.prefix)) return [];
          return {
            at: queue,
            what: {
              en: `${target.prefix}, which ${queue.name} limits, is in no network of the router.`,
              id: `${target.prefix} yang dibatasi ${queue.name} tidak ada di jaringan router mana pun.`,
            },
            do: { en: 'Correct target=.', id: 'Perbaiki target=.' },
          };
        }),
};

/** On a route that is no default, or in a pool. */
function isInside({ well: { rib }, router: { pools } }: Subject, prefix: Ipv4Prefix): boolean {
  const { address, length } = splitPrefix(prefix);
  const number = ipv4ToNumber(address);
  return (
    rib.routes.some(({ destination }) => {
      const route = splitPrefix(destination);
      const isNarrow = route.length > 1;
      return (
        isNarrow &&
        (prefixContains(destination, address) ||
          (length < route.length && prefixContains(prefix, route.address)))
      );
    }) ||
    pools.some(({ ranges }) =>
      ranges.some(({ from, to }) => number >= ipv4ToNumber(from) && number <= ipv4ToNumber(to)),
    )
  );
}
