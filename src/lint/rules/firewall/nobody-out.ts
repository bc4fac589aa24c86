import type { Rule } from '../../rule.ts';

/** Rules that refuse all that the LANs send to the Internet (docs/routeros.md#actions). */
export const nobodyOut: Rule = {
  id: 'firewall/nobody-out',
  level: 'error',
  title: { en: 'Nobody on a LAN reaches the Internet', id: 'Tidak ada yang di LAN bisa ke Internet' },
  why: {
    en: 'Whatever the lines do, no connection is let out: rules that let some packets through are missing, disabled, or stand behind this one.',
    id: 'Apa pun keadaan jalurnya, tidak ada koneksi yang bisa keluar: aturan yang meloloskan paket tidak ada, dimatikan, atau ada di belakang aturan ini.',
  },
  check: ({ proof, isPart, well }) =>
    proof.violations.flatMap(({ breach, verdict, packet, trace }) => {
      const { ending } = trace;
      const isEverybody = breach.kind === 'nobody' && breach.invariant === 'lan-reaches-internet';
      if (!isEverybody || verdict !== 'violated') return [];
      if (ending.kind !== 'dropped' && ending.kind !== 'rejected') return [];
      return {
        at: ending.rule,
        // The rest of a part may have the rules that let packets out.
        ...(isPart && { severity: 'warning' as const }),
        what: {
          en: 'No packet from a LAN gets to the Internet: rules refuse all of them, and this one is the last to do so.',
          id: 'Tidak ada paket dari LAN yang sampai ke Internet: semua ditolak oleh aturan, dan aturan ini yang terakhir.',
        },
        do: {
          en: 'Put in front of it a rule that accepts what the LANs send out: chain=forward in-interface-list=LAN action=accept.',
          id: 'Letakkan di depannya aturan yang menerima paket keluar dari LAN: chain=forward in-interface-list=LAN action=accept.',
        },
        counterExample: { prepared: well, packet, trace },
      };
    }),
};
