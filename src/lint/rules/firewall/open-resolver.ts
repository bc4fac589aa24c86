import type { FirewallRule, Router } from '../../../model/index.ts';
import { portsInWords, saysFirewall } from '../../ask/firewall/index.ts';
import { letIn } from '../../ask/strangers/index.ts';
import { add, type Mend } from '../../fix/change.ts';
import type { Place, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** The resolver of the router answers anybody (docs/routeros.md#management-services). */
export const openResolver: Rule = {
  id: 'firewall/open-resolver',
  level: 'error',
  title: { en: 'An open DNS resolver', id: 'Resolver DNS terbuka' },
  why: {
    en: 'Attackers send it questions with the address of a victim: the router floods the victim with answers, and the line with them.',
    id: 'Penyerang mengirim pertanyaan atas nama korban: router membanjiri korban dengan jawaban, dan jalurnya ikut penuh.',
  },
  check(subject) {
    const { router } = subject;
    if (!router.dns.allowRemoteRequests || !isSaid(subject)) return [];
    const [first, ...more] = letIn(subject, 'udp', 53);
    if (!first) return [];
    const wans = [first, ...more].map(({ wan }) => wan).join(', ');
    const redirecting = first.trace.steps.flatMap(step =>
      step.kind === 'rule' && step.rule.table === 'nat' ? [step.rule] : [],
    );
    const names = [first, ...more].map(({ wan }) => wan);
    return placesOf(subject, redirecting).map(at => ({
      at,
      fix: redirecting.length === 0 ? closed(router, names) : undefined,
      what: {
        en: `DNS questions from the Internet by ${wans} are answered.`,
        id: `Pertanyaan DNS dari Internet lewat ${wans} dijawab.`,
      },
      do: {
        en: 'Drop UDP and TCP port 53 in chain=input from the WANs, and give rules of dst-nat for DNS an in-interface of the LAN.',
        id: 'Buang port 53 UDP dan TCP di chain=input dari WAN, dan beri aturan dst-nat untuk DNS in-interface LAN.',
      },
      counterExample: { prepared: subject.well, packet: first.packet, trace: first.trace },
    }));
  },
};

/** Redirection of DNS is a part of a firewall as well. */
const isSaid = (subject: Subject): boolean =>
  saysFirewall(subject, 'input') ||
  subject.router.firewall.ipv4.nat.some(({ action }) => action.kind === 'redirect');

/** The setting, and the rules that take DNS from the Internet. */
function placesOf({ router }: Subject, redirecting: readonly FirewallRule[]): Place[] {
  const setting = router.settings.stated['/ip dns'];
  return [...(setting ? [setting.origin] : []), ...redirecting];
}

/** Questions that come in by the WANs are dropped before any other rule of input. */
function closed(router: Router, wans: readonly string[]): Mend {
  const before = router.firewall.ipv4.filter.find(({ chain }) => chain === 'input');
  const changes = portsInWords(router, 'in', wans).flatMap(port =>
    ['udp', 'tcp'].map(protocol =>
      add(
        '/ip firewall filter',
        { chain: 'input', ...port, protocol, 'dst-port': '53', action: 'drop' },
        { before },
      ),
    ),
  );
  return {
    changes,
    isSafe: false,
    note: {
      en: 'Hosts outside that use this resolver on purpose get no answer any more.',
      id: 'Host di luar yang memang memakai resolver ini tidak lagi mendapat jawaban.',
    },
  };
}
