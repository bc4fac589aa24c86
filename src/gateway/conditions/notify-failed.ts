import type { ConditionEntry } from './entry.ts';

export interface NotifyTrouble {
  /** `undelivered`: messages do not get there. `storage`: what waits is not kept. `ended`: nothing is sent any more. */
  readonly failing: 'undelivered' | 'storage' | 'ended';
  /** Its name; empty where it is about all of them. */
  readonly receiver: string;
  /** What came back. */
  readonly said: string;
}

type Sentences = Readonly<Record<NotifyTrouble['failing'], (facts: NotifyTrouble) => string>>;

const what: Readonly<Record<'en' | 'id', Sentences>> = {
  en: {
    undelivered: ({ receiver, said }) => `Messages to ${receiver} are not delivered: ${said}.`,
    storage: ({ said }) => `What waits to be sent is not kept over a restart: ${said}.`,
    ended: ({ said }) => `Nobody is told of anything now, as what sends messages has ended: ${said}.`,
  },
  id: {
    undelivered: ({ receiver, said }) => `Pesan untuk ${receiver} tidak sampai: ${said}.`,
    storage: ({ said }) => `Pesan yang menunggu tidak tersimpan setelah mulai ulang: ${said}.`,
    ended: ({ said }) => `Sekarang tidak ada yang diberi tahu, karena pengirim pesan berhenti: ${said}.`,
  },
};

const help: typeof what = {
  en: {
    undelivered: ({ receiver }) =>
      `See its keys in the configuration, then: jalur notify test ${receiver}. It is tried again every five minutes; what waits longer than a day is given up.`,
    storage: () => 'See that the disk of /var/lib/jalur has room and can be written.',
    ended: () => 'It begins anew within a minute; the network does not suffer. Please report this.',
  },
  id: {
    undelivered: ({ receiver }) =>
      `Periksa kuncinya di konfigurasi, lalu: jalur notify test ${receiver}. Dicoba lagi setiap lima menit; yang menunggu lebih dari sehari dibuang.`,
    storage: () => 'Pastikan disk /var/lib/jalur masih ada ruang dan dapat ditulis.',
    ended: () => 'Dimulai lagi dalam satu menit; jaringan tidak terganggu. Mohon laporkan.',
  },
};

/** Somebody who is to be told of outages is not. */
export const notifyFailed: ConditionEntry<NotifyTrouble> = {
  severity: 'warning',
  about: ({ receiver, failing }) => (receiver === '' ? failing : receiver),
  text: {
    en: {
      title: 'Notifications do not arrive',
      what: facts => what.en[facts.failing](facts),
      do: facts => help.en[facts.failing](facts),
      clears:
        'The next message that is delivered clears it, and the end of the receiver in the configuration.',
    },
    id: {
      title: 'Pemberitahuan tidak sampai',
      what: facts => what.id[facts.failing](facts),
      do: facts => help.id[facts.failing](facts),
      clears: 'Hilang setelah pesan berikutnya sampai, atau penerimanya tidak ada lagi di konfigurasi.',
    },
  },
};
