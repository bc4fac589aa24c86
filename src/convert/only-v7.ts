import { argumentOf, textOf } from '../rsc/index.ts';
import type { Work } from './work.ts';

/** v6 has no `min-prefix`: the rule without it would catch more, so it is left out as a whole. */
export function rulesForV6(work: Work): void {
  for (const one of work.commands('/routing rule')) {
    const property = onlyThere.find(name => argumentOf(one, name));
    if (property === undefined) continue;
    work.comment(one, `not converted, RouterOS 6 has no ${property}`);
    const what = {
      en: `RouterOS 6 has no ${property}; without it this rule would catch more, so it is left out.`,
      id: `RouterOS 6 tidak punya ${property}; tanpanya aturan ini mengenai lebih banyak, jadi dihilangkan.`,
    };
    work.say(one, 'error', 'routing-rule', what, {
      en: 'Write rules for the networks that are meant instead.',
      id: 'Tulis aturan untuk jaringan yang dimaksud sebagai gantinya.',
    });
  }
}

const onlyThere = ['min-prefix', 'chain', 'realm', 'vrf'];

const newKinds = new Set(['cake', 'codel', 'fq-codel']);

export function sayQueueKinds(work: Work): void {
  for (const one of work.commands('/queue type')) {
    const kind = argumentOf(one, 'kind');
    const text = kind && textOf(kind);
    if (!kind || text === undefined || !newKinds.has(text)) continue;
    work.setValue(one, kind, 'sfq');
    const what = {
      en: `RouterOS 6 has no queue kind '${text}'; it becomes sfq.`,
      id: `RouterOS 6 tidak punya jenis queue '${text}'; menjadi sfq.`,
    };
    work.say(one, 'error', 'queue-kind', what, { en: 'Choose sfq or pcq.', id: 'Pilih sfq atau pcq.' });
  }
}
