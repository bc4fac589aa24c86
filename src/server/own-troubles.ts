import type { z } from '@hono/zod-openapi';
import type { InEveryLanguage, Language } from '../text/index.ts';
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

const en = {
  title: 'A LAN does not get to these pages',
  what: (lan: string, port: string, answer: string) => `Clients of ${lan} do not get to ${port}: ${answer}`,
  do: 'Accept it in the input chain for that LAN, or open the pages from another one.',
  clears: 'The rules of the configuration let them through.',
};

const id: typeof en = {
  title: 'Sebuah LAN tidak bisa membuka halaman ini',
  what: (lan, port, answer) => `Klien ${lan} tidak sampai ke ${port}: ${answer}`,
  do: 'Terima di chain input untuk LAN itu, atau buka halaman ini dari LAN lain.',
  clears: 'Aturan konfigurasi meloloskannya.',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What this server itself has to say beside the gateway's conditions. */
export const ownConditions = ({ lans }: KeptOutList, language: Language): z.infer<typeof OpenCondition>[] =>
  lans.map(({ interface: name, address, answer }) => {
    const say = words[language];
    return {
      ...{ code: 'web/refused-by-firewall', about: name, severity: 'warning' as const, title: say.title },
      ...{
        what: say.what(name, address, answer),
        do: say.do,
        clears: say.clears,
        doc: 'docs/web.md#security',
      },
      facts: { interface: name, address },
    };
  });
