import {
  type FirewallRule,
  marksPassedByFastTrack,
  type Passed,
  passedByFastTrack,
  passedText,
} from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { asksFor } from '../../ask/firewall/index.ts';
import { leadsAsMain } from '../../ask/routes/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** FastTrack for packets that need marks or queues (docs/routeros.md#fasttrack). */
export const fasttrackPastMarks: Rule = {
  id: 'firewall/fasttrack-past-marks',
  level: 'error',
  title: { en: 'FastTrack passes by marks or queues', id: 'FastTrack melewati mark atau queue' },
  why: {
    en: 'Packets of a fast-tracked connection skip mangle, queues and the rest of the firewall: after the first packets of a connection its routing mark is gone, and it leaves by main; limits do not hold.',
    id: 'Paket dari koneksi yang di-fasttrack melompati mangle, queue dan firewall lainnya: setelah paket-paket pertama, routing mark hilang dan koneksi keluar lewat main; batas kecepatan tidak berlaku.',
  },
  check: subject =>
    enabledRules(subject.router).flatMap(rule => {
      const passed = rule.action.kind === 'fasttrack-connection' ? passedOf(subject, rule) : [];
      if (passed.length === 0) return [];
      const onlyMarks = !passed.includes('queues');
      return {
        at: rule,
        ...(!passed.includes('routing marks') && { why: ofQueues }),
        ...(onlyMarks &&
          !asksFor(rule, 'connection-mark') && {
            fix: { changes: [set(rule, 'connection-mark', 'no-mark')], isSafe: true },
          }),
        what: {
          en: `This rule fast-tracks connections past ${passed.join(' and ')} of the text.`,
          id: `Aturan ini membuat koneksi melompati ${passed.map(one => passedText[one].id).join(' dan ')}.`,
        },
        do: onlyMarks
          ? {
              en: 'Add connection-mark=no-mark to it, so that marked connections stay on the usual path.',
              id: 'Tambahkan connection-mark=no-mark, supaya koneksi bertanda tetap di jalur biasa.',
            }
          : {
              en: 'Disable it, or limit it to connections that need neither mark nor queue.',
              id: 'Nonaktifkan, atau batasi ke koneksi yang tidak perlu mark maupun queue.',
            },
      };
    }),
};

const ofQueues = {
  en: 'Packets of a fast-tracked connection skip mangle, simple queues and the global queue tree: after the first packets of a connection limits do not hold.',
  id: 'Paket dari koneksi yang di-fasttrack melompati mangle, simple queue dan queue tree global: setelah paket-paket pertama, batas kecepatan tidak berlaku.',
};

/** Marks whose tables lead where main leads are no loss. */
function passedOf(subject: Subject, rule: FirewallRule): Passed[] {
  const marks = marksPassedByFastTrack(subject.router, rule);
  const isNoLoss = marks.every(
    one => one.action.kind !== 'mark-routing' || leadsAsMain(subject, one.action.mark),
  );
  return passedByFastTrack(subject.router, rule).filter(one => one !== 'routing marks' || !isNoLoss);
}
