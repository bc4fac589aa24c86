import { placeOf } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Assumption, UnseenService } from '../assumptions.ts';

const en = {
  keptAction: (action: string) => `action=${action} is not walked.`,
  notJudged: (what: string) => `${what}: not judged.`,
  unresolvedName: (name: string, list: string) =>
    `The name ${name} in list ${list} is not resolved: it matches nothing.`,
  service: {
    OSPF: 'Assumed: OSPF teaches the router no route that packets here take.',
    BGP: 'Assumed: BGP teaches the router no route that packets here take.',
    RIP: 'Assumed: RIP teaches the router no route that packets here take.',
    UPnP: 'UPnP makes port forwards that no text shows: none is assumed.',
    proxy: 'What the web proxy fetches itself is not walked.',
    SOCKS: 'What the SOCKS server fetches itself is not walked.',
  } satisfies Readonly<Record<UnseenService, string>>,
};

const id: typeof en = {
  keptAction: action => `action=${action} tidak ikut dihitung.`,
  notJudged: what => `${what}: tidak dinilai.`,
  unresolvedName: (name, list) =>
    `Nama ${name} dalam address-list ${list} tidak di-resolve: tidak cocok dengan apa pun.`,
  service: {
    OSPF: 'Dianggap: OSPF tidak memberi router rute yang dilalui paket di sini.',
    BGP: 'Dianggap: BGP tidak memberi router rute yang dilalui paket di sini.',
    RIP: 'Dianggap: RIP tidak memberi router rute yang dilalui paket di sini.',
    UPnP: 'UPnP membuat port forward yang tidak tampak dalam teks: dianggap tidak ada.',
    proxy: 'Apa yang diambil sendiri oleh web proxy tidak ikut dihitung.',
    SOCKS: 'Apa yang diambil sendiri oleh server SOCKS tidak ikut dihitung.',
  },
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `office.rsc:12: action=sniff-pc is not walked.` */
export function walkAssumptionText(assumption: Assumption, language: Language): string {
  return `${placeOf(assumption.origin)}: ${textOf(assumption, language)}`;
}

function textOf(assumption: Assumption, language: Language): string {
  const say = words[language];
  switch (assumption.kind) {
    case 'service':
      return say.service[assumption.service];
    case 'kept-action':
      return say.keptAction(assumption.action);
    case 'not-judged':
      return say.notJudged(assumption.what);
    case 'unresolved-name':
      return say.unresolvedName(assumption.name, assumption.list);
  }
}
