import { toIpv4 } from '../../../net/index.ts';
import type { Trace } from '../../../walk/index.ts';
import { addressOf, sent } from '../../ask/knocks.ts';
import { defaultRoutes, outsOf } from '../../ask/routes.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** The firewall drops the questions of check-gateway (docs/routeros.md#check-gateway). */
export const dropped: Rule = {
  id: 'probes/dropped',
  level: 'error',
  title: { en: 'The firewall drops the probes', id: 'Firewall membuang paket pengecekan' },
  why: {
    en: 'The gateway is asked and never answers: its route counts as dead while the line is well, and is not used.',
    id: 'Gateway ditanya dan tidak pernah menjawab: rutenya dianggap mati padahal jalurnya sehat, lalu tidak dipakai.',
  },
  check(subject) {
    const found = new Map<string, Found>();
    for (const route of defaultRoutes(subject).filter(({ checkGateway }) => checkGateway === 'ping')) {
      const [out = ''] = outsOf(route);
      for (const { text } of route.gateways) {
        const trace = asked(subject, text.replace(/%.*$/, ''), out);
        const rule = trace && droppedBy(trace);
        if (rule && !found.has(text))
          found.set(text, {
            at: rule,
            what: {
              en: `This rule drops the ping by which check-gateway asks ${text}.`,
              id: `Aturan ini membuang ping yang dipakai check-gateway untuk menanyai ${text}.`,
            },
            do: {
              en: 'Let ICMP of the router itself out: action=accept chain=output protocol=icmp before it.',
              id: 'Izinkan ICMP dari router sendiri: action=accept chain=output protocol=icmp sebelumnya.',
            },
            related: [{ at: route, text: { en: 'The route.', id: 'Rutenya.' } }],
            counterExample: { prepared: subject.well, packet: trace.packet, trace },
          });
      }
    }
    return [...found.values()];
  },
};

function asked(subject: Subject, gateway: string, out: string): Trace | undefined {
  const src = addressOf(subject, out);
  if (src === undefined || !/^[\d.]+$/.test(gateway)) return undefined;
  return sent(subject, { protocol: 'icmp', src, dst: toIpv4(gateway) });
}

function droppedBy({ ending, steps }: Trace) {
  const last = steps.flatMap(step => (step.kind === 'rule' ? [step.rule] : [])).at(-1);
  return ending.kind === 'dropped' && last?.chain === 'output' ? last : undefined;
}
