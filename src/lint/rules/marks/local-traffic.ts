import { type FirewallRule, semanticsOf } from '../../../model/index.ts';
import { enabledRules, type Violation } from '../../../prove/index.ts';
import { acceptedBefore, exempted } from '../../ask/balance/index.ts';
import { asksFor, matchesUnmarked } from '../../ask/firewall/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Marks on what is for the router itself or for another LAN (docs/routeros.md#marks-before-local). */
export const localTraffic: Rule = {
  id: 'marks/local-traffic',
  level: 'error',
  title: { en: 'Local traffic is sent to a provider', id: 'Trafik lokal dikirim ke ISP' },
  why: {
    en: 'Hosts of the LAN do not reach the router (DNS, WinBox) or another LAN: their packets are looked up in the table of a provider.',
    id: 'Host di LAN tidak bisa mencapai router (DNS, WinBox) atau LAN lain: paketnya dicari di tabel milik ISP.',
  },
  check(subject) {
    const found = subject.proof.violations.filter(isLocal).flatMap(one => walked(subject, one));
    const seen = new Set<unknown>();
    const distinct = found.filter(({ at }) => !seen.has(at) && seen.add(at));
    return distinct.length > 0 || subject.well.lans.length > 0 ? distinct : stated(subject);
  },
};

const isLocal = ({ invariant, alsoBreaks = [] }: Violation): boolean =>
  [invariant, ...alsoBreaks].some(name => name === 'lan-reaches-router' || name === 'lan-reaches-lan');

/** The rule that marks such a packet, where it then leaves by another way. */
function walked(subject: Subject, { trace, packet, prepared, breach }: Violation): Found[] {
  const rules = trace.steps.flatMap(step => (step.kind === 'rule' ? [step.rule] : []));
  const routing = rules.findLast(({ action }) => action.kind === 'mark-routing');
  if (!routing) return [];
  const at = rules.find(({ action }) => action.kind === 'mark-connection') ?? routing;
  const isRouter = breach.kind === 'to-router' || breach.kind === 'from-router';
  const bringing = trace.steps.find(step => step.kind === 'translated' && step.side === 'destination');
  if (isRouter && bringing?.kind === 'translated')
    return [
      {
        at,
        ...redirected(subject, bringing.rule),
        counterExample: { prepared, packet, trace },
      },
    ];
  return [
    {
      at,
      what: isRouter
        ? {
            en: 'This rule also marks what is for the router itself.',
            id: 'Aturan ini juga menandai paket untuk router sendiri.',
          }
        : {
            en: 'This rule also marks what is for another LAN.',
            id: 'Aturan ini juga menandai paket untuk LAN lain.',
          },
      do: exempt,
      fix: exempted(subject, at, isRouter),
      counterExample: { prepared, packet, trace },
    },
  ];
}

/** NAT gives it the router's address behind the marks, which then still count: what it was for when it was marked is no help. */
const redirected = (
  { router }: Subject,
  by: FirewallRule | undefined,
): Pick<Found, 'what' | 'why' | 'do' | 'fix' | 'related'> => ({
  what: {
    en: `This rule also marks what ${by ? `the ${by.action.kind} rule at ${lineOf(by.origin).en}` : 'NAT'} brings to the router itself.`,
    id: `Aturan ini juga menandai paket yang dibawa ${by ? `aturan ${by.action.kind} di ${lineOf(by.origin).id}` : 'NAT'} ke router sendiri.`,
  },
  why: {
    en: 'Marks come before NAT, and count before the addresses of the router: what is redirected to it is looked up in the table of a provider, and gets no answer.',
    id: 'Mark diberikan sebelum NAT, dan dihitung sebelum alamat router: paket yang dialihkan ke router dicari di tabel milik ISP, tanpa jawaban.',
  },
  do: {
    en: 'Before the marks, accept in chain=prerouting of mangle what that rule takes (its own conditions).',
    id: 'Sebelum mark, accept di chain=prerouting mangle paket yang diambil aturan itu (dengan syarat yang sama).',
  },
  fix: by && acceptedBefore(router, by),
  related: by ? [{ at: by, text: { en: 'It redirects them.', id: 'Aturan ini mengalihkannya.' } }] : [],
});

const exempt = {
  en: 'Add dst-address-type=!local, and accept what is for your own networks before it (dst-address-list).',
  id: 'Tambahkan dst-address-type=!local, dan accept paket ke jaringan sendiri sebelumnya (dst-address-list).',
};

/** Where no LAN is known: a rule that takes every packet without a mark, whatever it is for. */
function stated({ router }: Subject): Found[] {
  const rules = enabledRules(router).filter(
    ({ table, chain }) => table === 'mangle' && chain === 'prerouting',
  );
  const { policyRules } = semanticsOf(router.version);
  const isFirst = policyRules.indexOf('mangle') < policyRules.indexOf('local');
  return rules
    .filter(rule => rule.action.kind === 'mark-routing' && isForAll(rule) && !isExempt(rules, rule))
    .map(at => ({
      at,
      isLikely: true,
      what: isFirst
        ? {
            en: 'This rule marks every packet without a mark, also what is for the router itself and between LANs.',
            id: 'Aturan ini menandai semua paket tanpa mark, juga paket untuk router sendiri dan antar-LAN.',
          }
        : {
            en: 'This rule marks every packet without a mark, also between LANs; on RouterOS 7 also what is for the router itself.',
            id: 'Aturan ini menandai semua paket tanpa mark, juga antar-LAN; di RouterOS 7 juga paket untuk router sendiri.',
          },
      do: exempt,
    }));
}

const isForAll = (rule: FirewallRule): boolean =>
  matchesUnmarked(rule) &&
  !asksFor(
    rule,
    'dst-address',
    'dst-address-list',
    'dst-address-type',
    'protocol',
    'src-address',
    'src-address-list',
    'per-connection-classifier',
    'nth',
  );

/** Does a rule before it take what is for one's own networks? */
const isExempt = (rules: readonly FirewallRule[], rule: FirewallRule): boolean =>
  rules
    .slice(0, rules.indexOf(rule))
    .some(
      one =>
        one.action.kind === 'accept' && asksFor(one, 'dst-address', 'dst-address-list', 'dst-address-type'),
    );
