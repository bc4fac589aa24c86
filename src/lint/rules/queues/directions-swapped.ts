import { showRate } from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';

/** Limits of a queue for a WAN, seen from the wrong side (docs/routeros.md#queues). */
export const directionsSwapped: Rule = {
  id: 'queues/directions-swapped',
  level: 'warning',
  title: {
    en: `Upload and download of a WAN queue are exchanged`,
    id: `Upload dan download queue WAN tertukar`,
  },
  why: {
    en: `The two numbers are seen from the target: the first is for what the target sends. What a WAN sends into the router is the download of the LAN.`,
    id: `Kedua angka dilihat dari target: yang pertama untuk yang dikirim target. Yang dikirim WAN ke router adalah download bagi LAN.`,
  },
  check: ({ router, wans }) =>
    router.simpleQueues.flatMap(queue => {
      const line = queue.target.flatMap(one => (one.kind === 'interface' ? one.interface : []))[0];
      const { upload, download } = queue.maxLimit;
      const isUsualLine = upload > 0 && download > upload;
      if (queue.disabled || line === undefined || !wans.includes(line) || !isUsualLine) return [];
      return {
        at: queue,
        isLikely: true,
        what: {
          en: `The target ${line} is a WAN: ${showRate(upload)} limits what comes in by it, ${showRate(download)} what leaves.`,
          id: `Target ${line} adalah WAN: ${showRate(upload)} membatasi yang masuk, ${showRate(download)} yang keluar.`,
        },
        do: {
          en: 'Use the LAN as target, or exchange the two numbers.',
          id: 'Pakai LAN sebagai target, atau tukar kedua angka itu.',
        },
      };
    }),
};
