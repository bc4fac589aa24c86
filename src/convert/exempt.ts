import type { Router } from '../model/index.ts';
import { argumentOf, type EditedText, type OutlineStatement } from '../rsc/index.ts';
import type { Trace } from '../walk/index.ts';
import { checkConversion } from './check/index.ts';
import type { Work } from './work.ts';

/**
 * v7 asks the table of a mark before the router's own addresses (docs/routeros.md#marks-before-local): rules that mark
 * what v6 delivers to the router leave it out. False: there is none, or none that can.
 */
export function exemptLocal(work: Work, assembled: EditedText, after: Router): boolean {
  const rules = work.router.addresses.length === 0 ? allMarking(work) : guilty(work, assembled, after);
  const open = [...new Set(rules)].filter(one => !work.exempted.has(one) && canExempt(one));
  for (const one of open) exempt(one, work);
  return open.length > 0;
}

function exempt(one: OutlineStatement, work: Work): void {
  work.exempted.add(one);
  work.append(one, 'dst-address-type=!local');
  const what = {
    en: 'RouterOS 7 routes by the mark before it asks whether a packet is for the router itself: without dst-address-type=!local, which is added, what this rule marks would not reach the router (DNS, NTP, management).',
    id: 'RouterOS 7 merutekan menurut mark sebelum memeriksa apakah paket untuk router sendiri: tanpa dst-address-type=!local, yang ditambahkan, yang ditandai aturan ini tidak akan sampai ke router (DNS, NTP, manajemen).',
  };
  work.say(one, 'warning', 'marks-before-local', what);
}

const canExempt = (one: OutlineStatement): boolean => argumentOf(one, 'dst-address-type') === undefined;

/** Where the text states no address, nothing can be walked: every rule that marks what arrives. */
const allMarking = (work: Work): readonly OutlineStatement[] =>
  work.added('/ip firewall mangle').filter(one => {
    const rule = work.router.firewall.ipv4.mangle.find(
      ({ origin }) => origin.span.start.offset === one.statement.start,
    );
    return rule?.chain === 'prerouting' && rule.action.kind === 'mark-routing' && !rule.disabled;
  });

/** Rules by whose mark packets miss the router that reached it before. */
function guilty(work: Work, { before: sourceOf }: EditedText, after: Router): readonly OutlineStatement[] {
  const { differences } = checkConversion(work.router, after, { ownOnly: true });
  return differences.flatMap(({ before, after: { trace } }) => {
    if (before.trace.ending.kind !== 'delivered' || trace.ending.kind === 'delivered') return [];
    const offset = markedAt(trace);
    const one = offset === undefined ? undefined : work.madeBy(sourceOf(offset));
    return one ? [one] : [];
  });
}

function markedAt({ steps }: Trace): number | undefined {
  const last = steps.findLast(step => step.kind === 'rule' && step.rule.action.kind === 'mark-routing');
  return last?.kind === 'rule' ? last.rule.origin.span.start.offset : undefined;
}
