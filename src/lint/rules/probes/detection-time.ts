import { uplinksOf } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';

/** How long a dead line is used (docs/routeros.md#check-gateway). */
export const detectionTime: Rule = {
  id: 'probes/detection-time',
  level: 'info',
  title: { en: 'How long failover takes', id: 'Berapa lama failover' },
  why: {
    en: 'Until a check has failed often enough, packets still go to the dead line: calls drop, downloads stall.',
    id: 'Sebelum pengecekan gagal cukup sering, paket masih dikirim ke jalur mati: telepon putus, unduhan berhenti.',
  },
  check({ well }) {
    const [check] = well.rib.checks;
    const route = well.rib.routes.find(({ gateways }) => gateways.some(one => one.check === check?.key));
    if (!check || !route || uplinksOf(well).length < 2) return [];
    const { interval, timeout, count } = check;
    const least = ((count - 1) * interval + timeout) / 1000;
    const most = (count * interval + timeout) / 1000;
    return [
      {
        at: route,
        what: {
          en: `A dead gateway is noticed after ${least} to ${most} s: every ${interval / 1000} s it is asked, and ${count} answers in a row must be missing.`,
          id: `Gateway mati ketahuan setelah ${least} sampai ${most} detik: ditanya setiap ${interval / 1000} detik, dan ${count} jawaban berturut-turut harus hilang.`,
        },
        do: {
          en: 'From 7.21 on /routing settings has the interval; before that netwatch with a short interval is faster.',
          id: 'Mulai 7.21 interval ada di /routing settings; sebelumnya netwatch dengan interval pendek lebih cepat.',
        },
      },
    ];
  },
};
