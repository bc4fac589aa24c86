import type { Language } from '../../text/index.ts';
import type { ConditionEntry } from './entry.ts';

export interface LineDown {
  /** Its interface. */
  readonly interface: string;
  /** `carrier`, `gateway`, `upstream`, `dns` or `forced`. */
  readonly cause: string;
}

const causes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    carrier: 'its link is down',
    gateway: 'the router at its other end does not answer',
    upstream: 'nothing behind its gateway answers, though its link is up',
    dns: 'no DNS server answers through it',
    forced: 'it was taken down by hand',
  },
  id: {
    carrier: 'link-nya putus',
    gateway: 'router di ujungnya tidak menjawab',
    upstream: 'tidak ada yang menjawab di belakang gateway-nya, walaupun link-nya hidup',
    dns: 'tidak ada server DNS yang menjawab lewat saluran ini',
    forced: 'dimatikan dengan tangan',
  },
};

type Help = { readonly other: string } & Readonly<Record<string, string>>;

/** What helps, by the cause where it matters. */
const help: Readonly<Record<Language, Help>> = {
  en: {
    carrier: 'See the modem and the cable, and whether somebody has set the interface down (ip link).',
    forced: 'Give it back to its health with jalur wan up when it may carry traffic.',
    other: 'See the modem, the cable and the provider.',
  },
  id: {
    carrier: 'Periksa modem dan kabel, dan apakah seseorang mematikan interface itu (ip link).',
    forced: 'Kembalikan dengan jalur wan up bila boleh membawa lalu lintas.',
    other: 'Periksa modem, kabel dan penyedia.',
  },
};

/** A line carries nothing. */
export const lineDown: ConditionEntry<LineDown> = {
  severity: 'warning',
  about: facts => facts.interface,
  text: {
    en: {
      title: 'A line is down',
      what: ({ interface: line, cause }) => `${line} is down: ${causes.en[cause] ?? cause}.`,
      do: ({ cause }) => help.en[cause] ?? help.en.other,
      clears: 'Cleared when the line is used again.',
    },
    id: {
      title: 'Sebuah saluran mati',
      what: ({ interface: line, cause }) => `${line} mati: ${causes.id[cause] ?? cause}.`,
      do: ({ cause }) => help.id[cause] ?? help.id.other,
      clears: 'Hilang setelah saluran itu dipakai lagi.',
    },
  },
};
