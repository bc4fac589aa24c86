import { referencesOf } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { meant } from '../../../rsc/index.ts';
import { respelt } from '../../fix/respelt.ts';
import type { Rule } from '../../rule.ts';

/** A queue asks for a packet mark that no rule sets (docs/routeros.md#queues). */
export const markUnset: Rule = {
  id: 'queues/mark-unset',
  level: 'error',
  title: {
    en: `A queue for a packet mark that nothing sets`,
    id: `Queue untuk packet mark yang tidak pernah diberikan`,
  },
  why: {
    en: `A queue with packet marks takes packets with one of them. No packet has this mark, so the queue stays empty and nothing is limited.`,
    id: `Queue dengan packet mark hanya mengambil paket bertanda itu. Tidak ada paket dengan mark ini, jadi tidak ada yang dibatasi.`,
  },
  check({ router, isPart }) {
    const set = new Set(
      enabledRules(router).flatMap(({ action }) => (action.kind === 'mark-packet' ? [action.mark] : [])),
    );
    // A file of queues alone leaves its marks to the rest.
    if (isPart && set.size === 0) return [];
    const queues = [...router.simpleQueues, ...router.queueTrees];
    return referencesOf(router)
      .of('packet-mark')
      .filter(({ name, builtIn }) => !builtIn && !set.has(name))
      .flatMap(({ name, uses }) =>
        uses.flatMap(({ item, property }) => {
          const queue = queues.find(one => one === item && !one.disabled);
          if (!queue) return [];
          const near = meant(name, set);
          const marks = queue.packetMarks.map(one => (one === name ? (near ?? one) : one));
          return {
            at: queue,
            ...(near !== undefined && { fix: respelt([{ item: queue, property }], near, marks.join(',')) }),
            what: {
              en: `No enabled rule sets the packet mark ${name}, which this queue asks for.`,
              id: `Tidak ada aturan aktif yang memberi packet mark ${name}, yang diminta queue ini.`,
            },
            do: {
              en: 'Correct the name, or set it with action=mark-packet.',
              id: 'Perbaiki namanya, atau berikan dengan action=mark-packet.',
            },
          };
        }),
      );
  },
};
