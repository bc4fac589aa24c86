import type { Fact } from './fact.ts';

/** What becomes of something that our program alone does. */
type Care = 'none' | 'ours';

const marks: Fact<Care> = {
  title: 'The mark of a connection holds',
  source: 'docs/routeros.md#packet-flow; docs/architecture.md#kept-decisions',
  confidence: 'sure',
  v6: 'none',
  v7: 'none',
  linux: 'ours',
  say: value =>
    ({
      none: 'its connection mark',
      ours: "its connection mark, and which rules decided its routing mark; at jalur's pace also the line that it leaves by, and whether it was opened during an outage (jalur run; --pace routeros does without)",
    })[value],
};

const deadFlows: Fact<Care> = {
  title: 'Connections by a line that dies while another lives',
  source: 'docs/routeros.md#masquerade-and-route-changes; docs/architecture.md#decisions',
  confidence: 'sure',
  v6: 'none',
  v7: 'none',
  linux: 'ours',
  say: (value, language = 'en') =>
    ({
      none: {
        en: 'are left to themselves: who only receives waits for ever',
        id: 'dibiarkan: yang hanya menerima menunggu selamanya',
      },
      ours: {
        en: 'are ended: TCP is reset on the side of the LAN, what is not TCP begins anew with its next packet (jalur run; --pace routeros leaves them)',
        id: 'diakhiri: TCP di-reset di sisi LAN, yang bukan TCP mulai lagi dengan paket berikutnya (jalur run; --pace routeros membiarkannya)',
      },
    })[value][language],
};

const outageFlows: Fact<Care> = {
  title: 'Connections that were opened while a line was dead, when it returns',
  source: 'docs/routeros.md#masquerade-and-route-changes; docs/architecture.md#decisions',
  confidence: 'inferred',
  v6: 'none',
  v7: 'none',
  linux: 'ours',
  say: (value, language = 'en') =>
    ({
      none: {
        en: 'go where their marks lead, and break where that is another line',
        id: 'mengikuti mark-nya, dan putus bila itu saluran lain',
      },
      ours: {
        en: 'stay where they are, or go back as --failback says (jalur run; --pace routeros leaves them)',
        id: 'tetap di tempatnya, atau kembali menurut --failback (jalur run; --pace routeros membiarkannya)',
      },
    })[value][language],
};

const deadShare: Fact<Care> = {
  title: 'New connections whose PCC remainder is that of a dead line',
  source: 'docs/routeros.md#what-pcc-balances; docs/architecture.md#decisions',
  confidence: 'sure',
  v6: 'none',
  v7: 'none',
  linux: 'ours',
  say: value =>
    ({
      none: 'all leave by the line that its routing table, or main, names next',
      ours: 'do so, too, or are divided among all others by their weights (jalur run --balance buckets)',
    })[value],
};

/** What becomes of connections when lines die and return, and what they carry for it. */
export const connectionFacts = { marks, deadFlows, outageFlows, deadShare } as const;
