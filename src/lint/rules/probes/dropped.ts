import { toIpv4 } from '../../../net/index.ts';
import { answerOf, makePacket, newState, type Trace, walk } from '../../../walk/index.ts';
import { defaultRoutes, outsOf } from '../../ask/routes/index.ts';
import { addressOf } from '../../ask/strangers/index.ts';
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
        // The address of a gateway that a lease brings is assumed: a rule for addresses says nothing of the true one.
        if (rule?.chain !== 'output' && route.source !== 'static') continue;
        if (rule && !found.has(text))
          found.set(text, {
            at: rule,
            ...(rule.chain === 'output' ? question(text) : answer(text)),
            related: [{ at: route, text: { en: 'The route.', id: 'Rutenya.' } }],
            counterExample: { prepared: subject.well, packet: trace.packet, trace },
          });
      }
    }
    return [...found.values()];
  },
};

const question = (gateway: string): Pick<Found, 'what' | 'do'> => ({
  what: {
    en: `This rule drops the ping by which check-gateway asks ${gateway}.`,
    id: `Aturan ini membuang ping yang dipakai check-gateway untuk menanyai ${gateway}.`,
  },
  do: {
    en: 'Let ICMP of the router itself out: action=accept chain=output protocol=icmp before it.',
    id: 'Izinkan ICMP dari router sendiri: action=accept chain=output protocol=icmp sebelumnya.',
  },
});

/** That the answers pass the filter as well stands in no manual. */
const answer = (gateway: string): Pick<Found, 'what' | 'do' | 'severity' | 'assuming'> => ({
  severity: 'warning',
  what: {
    en: `This rule drops the answer of ${gateway} to check-gateway.`,
    id: `Aturan ini membuang jawaban ${gateway} untuk check-gateway.`,
  },
  do: {
    en: 'Accept answers before it: action=accept chain=input connection-state=established,related.',
    id: 'Terima jawaban sebelum aturan ini: action=accept chain=input connection-state=established,related.',
  },
  assuming: {
    en: 'answers to check-gateway pass the firewall as those to any other ping',
    id: 'jawaban check-gateway melewati firewall seperti jawaban ping lain',
  },
});

/** The question where it gets nowhere, else the answer to it. */
function asked(subject: Subject, gateway: string, out: string): Trace | undefined {
  const src = addressOf(subject, out);
  if (src === undefined || !/^[\d.]+$/.test(gateway)) return undefined;
  const { well } = subject;
  const state = newState(8);
  const first = walk(well, state, makePacket({ protocol: 'icmp', src, dst: toIpv4(gateway) }));
  const back = answerOf(well, first);
  return first.ending.kind === 'dropped' || !back ? first : walk(well, state, back);
}

function droppedBy({ ending, steps }: Trace) {
  const last = steps.flatMap(step => (step.kind === 'rule' ? [step.rule] : [])).at(-1);
  const isOnTheWay =
    last && (last.table === 'raw' || /^(?:in|out)put$/.test(last.chain) || last.table === 'filter');
  return ending.kind === 'dropped' && isOnTheWay ? last : undefined;
}
