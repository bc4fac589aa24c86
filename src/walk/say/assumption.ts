import { placeOf } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Assumption } from '../assumptions.ts';

const en = {
  keptAction: (action: string) => `action=${action} is not walked.`,
  notJudged: (what: string) => `${what}: not judged.`,
  unresolvedName: (name: string, list: string) =>
    `The name ${name} in list ${list} is not resolved: it matches nothing.`,
};

const id: typeof en = {
  keptAction: action => `action=${action} tidak ikut dihitung.`,
  notJudged: what => `${what}: tidak dinilai.`,
  unresolvedName: (name, list) =>
    `Nama ${name} dalam address-list ${list} tidak di-resolve: tidak cocok dengan apa pun.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `office.rsc:12: action=sniff-pc is not walked.` */
export function walkAssumptionText(assumption: Assumption, language: Language): string {
  return `${placeOf(assumption.origin)}: ${textOf(assumption, language)}`;
}

function textOf(assumption: Assumption, language: Language): string {
  const say = words[language];
  switch (assumption.kind) {
    case 'kept-action':
      return say.keptAction(assumption.action);
    case 'not-judged':
      return say.notJudged(assumption.what);
    case 'unresolved-name':
      return say.unresolvedName(assumption.name, assumption.list);
  }
}
