import type { z } from '@hono/zod-openapi';
import type { InEveryLanguage, Language } from '../text/index.ts';
import type { AuditLog } from './access/index.ts';
import type { OpenCondition } from './schema/index.ts';

/** A LAN whose clients do not get to the pages, and what becomes of their packets. */
export interface KeptOutLan {
  readonly interface: string;
  readonly address: string;
  readonly answer: string;
}

/** Those that are known now; looked at anew when addresses or the configuration change. */
export interface KeptOutList {
  lans: readonly KeptOutLan[];
}

type Unwritten = Pick<AuditLog, 'unwritten'>;

const en = {
  keptOut: {
    title: 'A LAN does not get to these pages',
    what: (lan: string, port: string, answer: string) => `Clients of ${lan} do not get to ${port}: ${answer}`,
    do: 'Accept it in the input chain for that LAN, or open the pages from another one.',
    clears: 'The rules of the configuration let them through.',
  },
  unwritten: {
    title: 'A change is not in the audit log',
    what: (who: string, action: string, time: string) =>
      `${who} made a change at ${time} (${action}). It was done, and could not be written into audit.jsonl.`,
    do: 'See that the disk has room and that the process of the pages may write in its folder. Until then no other change is made.',
    clears: 'It is written.',
  },
};

const id: typeof en = {
  keptOut: {
    title: 'Sebuah LAN tidak bisa membuka halaman ini',
    what: (lan, port, answer) => `Klien ${lan} tidak sampai ke ${port}: ${answer}`,
    do: 'Terima di chain input untuk LAN itu, atau buka halaman ini dari LAN lain.',
    clears: 'Aturan konfigurasi meloloskannya.',
  },
  unwritten: {
    title: 'Sebuah perubahan tidak ada di log audit',
    what: (who, action, time) =>
      `${who} membuat perubahan pada ${time} (${action}). Perubahan itu sudah dilakukan, tetapi tidak bisa ditulis ke audit.jsonl.`,
    do: 'Pastikan disk punya ruang dan proses halaman boleh menulis di foldernya. Sampai saat itu tidak ada perubahan lain yang dilakukan.',
    clears: 'Perubahan itu sudah tertulis.',
  },
};

const words: InEveryLanguage<typeof en> = { en, id };

type Open = z.infer<typeof OpenCondition>;

/** What this server itself has to say beside the gateway's conditions. */
export const ownConditions = (
  { keptOut, audit }: { readonly keptOut: KeptOutList; readonly audit: Unwritten },
  language: Language,
): readonly Open[] => [...refusedByFirewall(keptOut, language), ...notWritten(audit, language)];

const refusedByFirewall = ({ lans }: KeptOutList, language: Language): Open[] =>
  lans.map(({ interface: name, address, answer }) => {
    const { title, what, do: next, clears } = words[language].keptOut;
    return {
      ...{ code: 'web/refused-by-firewall', about: name, severity: 'warning' as const, title },
      ...{ what: what(name, address, answer), do: next, clears, doc: 'docs/web.md#security' },
      facts: { interface: name, address },
    };
  });

const notWritten = ({ unwritten }: Unwritten, language: Language): Open[] =>
  unwritten.map(({ id, time, who, action }) => {
    const { title, what, do: next, clears } = words[language].unwritten;
    return {
      ...{ code: 'web/audit-not-written', about: id, severity: 'error' as const, title, since: time },
      ...{ what: what(who, action, time), do: next, clears, doc: 'docs/web.md#security' },
      facts: { who, action },
    };
  });
