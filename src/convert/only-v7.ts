import { argumentOf, textOf } from '../rsc/index.ts';
import type { Work } from './work.ts';

/** v6 has no `min-prefix`: the rule without it would catch more, so it is left out as a whole. */
export function rulesForV6(work: Work): void {
  for (const one of work.commands('/routing rule')) {
    const property = onlyThere.find(name => argumentOf(one, name));
    if (property === undefined) continue;
    work.comment(one, `not converted, RouterOS 6 has no ${property}`);
    const what = `RouterOS 6 has no ${property}; without it this rule would catch more, so it is left out.`;
    work.say(one, 'error', 'routing-rule', what, 'Write rules for the networks that are meant instead.');
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
    const what = `RouterOS 6 has no queue kind '${text}'; it becomes sfq.`;
    work.say(one, 'error', 'queue-kind', what, 'Choose sfq or pcq.');
  }
}
