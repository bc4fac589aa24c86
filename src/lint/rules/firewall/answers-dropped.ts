import type { FirewallRule } from '../../../model/index.ts';
import type { Violation } from '../../../prove/index.ts';
import type { Trace } from '../../../walk/index.ts';
import type { Found, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A rule that drops the answers of connections which others let through (docs/routeros.md#connection-tracking). */
export const answersDropped: Rule = {
  id: 'firewall/answers-dropped',
  level: 'error',
  title: { en: 'Answers of allowed connections are dropped', id: 'Jawaban koneksi yang diizinkan dibuang' },
  why: {
    en: 'The filter sees every packet, not only the first of a connection. Where the question gets out and the answer does not get in, nothing works.',
    id: 'Filter memeriksa setiap paket, bukan hanya paket pertama koneksi. Kalau pertanyaan keluar tetapi jawaban tidak bisa masuk, tidak ada yang jalan.',
  },
  check(subject) {
    const ofLan = dropping(subject);
    const own = [...droppingOwn(subject)].filter(([rule]) => !ofLan.has(rule));
    return [
      ...[...ofLan].map(([rule, answer]) => finding(subject, rule, answer, ofClients)),
      ...own.map(([rule, answer]) => finding(subject, rule, answer, ofRouter)),
    ];
  },
};

const ofClients: Said = {
  en: 'This rule drops the answers to connections that the LAN opens and that get out.',
  id: 'Aturan ini membuang jawaban untuk koneksi yang dibuka LAN dan berhasil keluar.',
};

const ofRouter: Said = {
  en: 'This rule drops the answers of servers that the router itself asks.',
  id: 'Aturan ini membuang jawaban server yang ditanya oleh router sendiri.',
};

const finding = ({ well }: Subject, rule: FirewallRule, answer: Trace, what: Said): Found => ({
  at: rule,
  what,
  do:
    rule.table === 'raw'
      ? {
          en: 'In raw answers are not known for what they are: drop in chain=input and forward of the filter, behind accept for established, or name the sources that are not wanted.',
          id: 'Di raw jawaban belum dikenali: buang di chain=input dan forward pada filter, setelah accept untuk established, atau sebutkan sumber yang tidak diinginkan.',
        }
      : {
          en: `Put a rule before it: add chain=${rule.chain} connection-state=established,related,untracked action=accept`,
          id: `Letakkan aturan sebelum itu: add chain=${rule.chain} connection-state=established,related,untracked action=accept`,
        },
  counterExample: { prepared: well, packet: answer.packet, trace: answer },
});

const isOfSystem = ({ protocol, dstPort }: Trace['packet']): boolean =>
  (protocol === 6 || protocol === 17) && dstPort > 0 && dstPort < 1024;

/** Rules that drop answers only where something goes a way that nobody knows: a scan that is noticed, a rate. */
function openRules(found: readonly Violation[]): ReadonlySet<FirewallRule> {
  const rulesOf = (verdict: Violation['verdict']): FirewallRule[] =>
    found.flatMap(({ verdict: own, trace: { ending } }) =>
      own === verdict && 'rule' in ending && ending.rule && 'chain' in ending.rule ? [ending.rule] : [],
    );
  const certain = new Set(rulesOf('violated'));
  return new Set(rulesOf('depends').filter(rule => !certain.has(rule)));
}

/** By rule, an answer that it drops of somebody whom the router asks. */
function droppingOwn({ proof }: Subject): ReadonlyMap<FirewallRule, Trace> {
  const found = new Map<FirewallRule, Trace>();
  for (const { invariant, verdict, trace } of proof.violations) {
    if (invariant !== 'router-reaches-servers' || verdict !== 'violated') continue;
    const { ending, packet } = trace;
    if (ending.kind === 'dropped' && packet.in !== undefined) found.set(ending.rule, trace);
  }
  return found;
}

/** Whoever names sources means to hear nothing from them. */
const namesSources = ({ matchers }: FirewallRule): boolean =>
  matchers.some(({ kind, negated }) => (kind === 'src-address' || kind === 'src-address-list') && !negated);

const isJudged = (rule: FirewallRule): boolean =>
  rule.table === 'filter' || (rule.table === 'raw' && !namesSources(rule));

/** By rule, an answer that it drops. */
function dropping({ talks, proof }: Subject): ReadonlyMap<FirewallRule, Trace> {
  const found = new Map<FirewallRule, Trace>();
  const open = openRules([...proof.violations, ...proof.remarks]);
  for (const { first, answer } of talks) {
    const ending = answer?.ending;
    // Who asks from a port of the system is no client: rules against such ports as destinations mean servers inside.
    if (first.ending.kind !== 'forwarded' || !answer || isOfSystem(answer.packet)) continue;
    if (
      (ending?.kind === 'dropped' || ending?.kind === 'rejected') &&
      isJudged(ending.rule) &&
      !open.has(ending.rule)
    )
      found.set(ending.rule, found.get(ending.rule) ?? answer);
  }
  return found;
}
