import { existsIn, type RoutingRule } from '../../../model/index.ts';
import type { Violation } from '../../../prove/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A routing rule that sends what is for another LAN, or for the LAN itself, to a provider (docs/routeros.md#table-look-up). */
export const ruleTakesLocal: Rule = {
  id: 'routes/rule-takes-local',
  level: 'error',
  title: { en: 'A routing rule takes local traffic', id: 'Routing rule mengambil lalu lintas lokal' },
  why: {
    en: 'Rules are asked before main, and connected networks are in main alone: a table that only has a default route leads everything out, also what is for the next LAN.',
    id: 'Routing rule ditanya sebelum main, dan jaringan yang terhubung hanya ada di main: tabel yang hanya punya rute default mengirim semuanya keluar, juga yang untuk LAN sebelah.',
  },
  check: subject => [...taking(subject)].map(([rule, violation]) => finding(subject, rule, violation)),
};

const local = ['lan-reaches-lan', 'lan-reaches-router', 'router-reaches-lan'];

function taking({ proof, wans }: Subject): ReadonlyMap<RoutingRule, Violation> {
  const found = new Map<RoutingRule, Violation>();
  for (const violation of proof.violations) {
    const { invariant, verdict, trace } = violation;
    if (verdict !== 'violated' || !local.includes(invariant)) continue;
    const step = trace.steps.findLast(one => one.kind === 'routed');
    const leads = step?.kind === 'routed' && step.rule && (wans.includes(step.out) || !step.route);
    if (leads && step.rule && !found.has(step.rule)) found.set(step.rule, violation);
  }
  return found;
}

/** RouterOS 6 cannot leave out the default route of a table. */
const hasMinPrefix = ({ router }: Subject): boolean => existsIn({ dialect: 'v7' }, router.version);

const finding = (subject: Subject, rule: RoutingRule, { packet, trace }: Violation): Found => ({
  at: rule,
  what: {
    en: `This rule also takes what is for the router's own networks: table ${rule.table} leads it out.`,
    id: `Aturan ini juga mengambil yang ditujukan ke jaringan router sendiri: tabel ${rule.table} mengirimnya keluar.`,
  },
  do: {
    en: hasMinPrefix(subject)
      ? 'Put a rule before it that asks main for anything but the default route: /routing rule add action=lookup table=main min-prefix=0.'
      : 'Put rules before it that send the own networks to main: /ip route rule add dst-address=<network> action=lookup table=main.',
    id: hasMinPrefix(subject)
      ? 'Letakkan aturan sebelumnya yang menanya main untuk semua kecuali rute default: /routing rule add action=lookup table=main min-prefix=0.'
      : 'Letakkan aturan sebelumnya yang mengarahkan jaringan sendiri ke main: /ip route rule add dst-address=<jaringan> action=lookup table=main.',
  },
  counterExample: { prepared: subject.well, packet, trace },
});
