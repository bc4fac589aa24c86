import type { Origin, Router } from '../../model/index.ts';
import { converseAll } from '../../prove/index.ts';
import type { Diagnostic, InEveryLanguage, Language, Severity, Span } from '../../text/index.ts';
import { leavingOf, type Packet, type Trace } from '../../walk/index.ts';
import type { Subject } from '../subject.ts';
import { counterExampleText } from '../to-diagnostic.ts';
import type { Claim, What } from './claim.ts';
import { all, isAmong, kindsOf, type Sender, sendersOf } from './senders.ts';
import { type Attempt, attempts } from './targets.ts';

/** What somebody states of his configuration, to be held against it. */
export interface Assertion {
  /** As he wrote it. */
  readonly text: string;
  readonly claim: Claim;
  readonly severity: Severity;
  /** Where he wrote it. */
  readonly span: Span;
}

/** Assertions, and the interfaces that names in them stand for. */
export interface Own {
  readonly assertions: readonly Assertion[];
  readonly lines: ReadonlyMap<string, string>;
}

/** Ids of what is said of assertions. */
export const assertionFails = 'own/assertion';
export const assertionOpen = 'own/not-judged';

const en = {
  leaves: (text: string, out: string) => `"${text}" does not hold: a packet leaves by ${out}.`,
  reached: (text: string, by: string) => `"${text}" does not hold: what comes in by ${by} gets there.`,
  unreached: (text: string, by: string) =>
    `"${text}" does not hold: what comes in by ${by} does not get there.`,
  nobody: (text: string) => `"${text}" was not judged: the text knows no host that this is about.`,
  noLine: (text: string, name: string, known: string) =>
    `"${text}" was not judged: no line is called ${name}. Lines are ${known}.`,
  why: 'You state it in jalur.config.',
  related: 'Stated here.',
  name: 'Give the line a name under wan: { ISP2: ether2 }, or use that of its interface.',
};

const id: typeof en = {
  leaves: (text, out) => `"${text}" tidak berlaku: ada paket yang keluar lewat ${out}.`,
  reached: (text, by) => `"${text}" tidak berlaku: yang masuk lewat ${by} bisa sampai.`,
  unreached: (text, by) => `"${text}" tidak berlaku: yang masuk lewat ${by} tidak sampai.`,
  nobody: text => `"${text}" tidak dinilai: teks ini tidak mengenal host yang dimaksud.`,
  noLine: (text, name, known) =>
    `"${text}" tidak dinilai: tidak ada jalur bernama ${name}. Yang ada: ${known}.`,
  why: 'Ini ditulis di jalur.config.',
  related: 'Ditulis di sini.',
  name: 'Beri nama jalur di wan: { ISP2: ether2 }, atau pakai nama interface-nya.',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** A walk that shows that a claim does not hold, and the sentence for it; or why it could not be judged. */
type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'broken'; readonly trace: Trace; readonly packet: Packet; readonly what: string }
  | { readonly kind: 'open'; readonly what: string; readonly do?: string | undefined };

const holds: Verdict = { kind: 'holds' };

/** Assertions that do not hold while all lines are well, each with a packet that shows it. */
export function ownFindings(subject: Subject, { assertions, lines }: Own, language: Language): Diagnostic[] {
  if (assertions.length === 0) return [];
  const kinds = kindsOf(subject);
  return assertions.flatMap(one => {
    const verdict = verdictOf(subject, one, lines, kinds, language);
    return verdict.kind === 'holds' ? [] : [finding(subject, one, verdict, language)];
  });
}

function finding(
  { well }: Subject,
  { span, severity }: Assertion,
  verdict: Exclude<Verdict, { readonly kind: 'holds' }>,
  language: Language,
): Diagnostic {
  const say = words[language];
  if (verdict.kind === 'open')
    return { id: assertionOpen, severity: 'warning', what: verdict.what, do: verdict.do, span };
  const { trace, packet, what } = verdict;
  const at = deciding(trace);
  return {
    id: assertionFails,
    severity,
    confidence: 'certain',
    what,
    why: say.why,
    span: at?.span ?? span,
    ...(at && { notes: [{ text: say.related, span }] }),
    counterExample: counterExampleText({ prepared: well, packet, trace }, language),
  };
}

/** What decided where the packet goes: the last rule that matched it, or its route. */
function deciding({ steps, ending }: Trace): Origin | undefined {
  const rule = 'rule' in ending ? ending.rule : undefined;
  const marks = steps.flatMap(step =>
    step.kind === 'rule' && step.rule.action.kind.startsWith('mark-') ? [step.rule] : [],
  );
  const routes = steps.flatMap(step => (step.kind === 'routed' && step.route ? [step.route] : []));
  const accepted = steps.flatMap(step => (step.kind === 'rule' ? [step.rule] : []));
  const found = [rule, marks.at(-1), routes.at(-1), accepted.at(-1)].find(one => one?.origin.menu);
  return found?.origin;
}

function verdictOf(
  subject: Subject,
  { claim, text }: Assertion,
  lines: Own['lines'],
  kinds: readonly Packet[],
  language: Language,
): Verdict {
  const say = words[language];
  switch (claim.kind) {
    case 'leaves':
      return leaving(subject, claim, text, lines, kinds, language);
    case 'nobody-but': {
      const others = all(subject, kinds).filter(one => !claim.but.some(who => isAmong(subject, who, one)));
      return reached(subject, others, claim.what, by => say.reached(text, by));
    }
    case 'reaches': {
      const senders = sendersOf(subject, claim.who, kinds);
      if (senders.length === 0) return { kind: 'open', what: say.nobody(text) };
      return claim.never
        ? reached(subject, senders, claim.what, by => say.reached(text, by))
        : unreached(subject, senders, claim.what, by => say.unreached(text, by));
    }
  }
}

function leaving(
  subject: Subject,
  claim: Extract<Claim, { readonly kind: 'leaves' }>,
  text: string,
  lines: Own['lines'],
  kinds: readonly Packet[],
  language: Language,
): Verdict {
  const say = words[language];
  const named = claim.lines.map(name => [name, lineNamed(subject, name, lines)] as const);
  const unknown = named.find(([, line]) => line === undefined);
  const known = [...lines.keys(), ...subject.wans].join(', ');
  if (unknown) return { kind: 'open', what: say.noLine(text, unknown[0], known), do: say.name };
  const senders = sendersOf(subject, claim.who, kinds);
  if (senders.length === 0) return { kind: 'open', what: say.nobody(text) };
  const wanted = named.map(([, line]) => line);
  for (const packet of outward(subject, senders, kinds))
    for (const { result } of converseAll(subject.well, packet).outcomes) {
      const out = leavingOf(result.first)?.out;
      if (out === undefined || !subject.well.wans.includes(out) || wanted.includes(out) !== claim.never)
        continue;
      return { kind: 'broken', trace: result.first, packet, what: say.leaves(text, out) };
    }
  return holds;
}

/** What senders send to the Internet, of each kind that rules can tell apart. */
function outward({ well }: Subject, senders: readonly Sender[], kinds: readonly Packet[]): Packet[] {
  const fromLans = kinds.filter(packet => packet.in !== undefined && well.lans.includes(packet.in));
  const seen = new Set<string>();
  return senders.flatMap(sender =>
    fromLans
      .map(packet => ({ ...packet, ...sender }))
      .filter(packet => {
        const key = JSON.stringify(packet);
        return !seen.has(key) && seen.add(key);
      }),
  );
}

/** An interface by its name, the name that the user gave it, or its comment. */
function lineNamed({ router }: Subject, name: string, lines: Own['lines']): string | undefined {
  const given = lines.get(name);
  if (given !== undefined) return given;
  return byName(router, name) ?? byComment(router, name);
}

const byName = ({ interfaces }: Router, name: string): string | undefined =>
  interfaces.find(one => one.name === name)?.name;

function byComment({ interfaces, dhcpClients }: Router, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return (
    interfaces.find(({ comment }) => comment.toLowerCase() === wanted)?.name ??
    dhcpClients.find(({ comment }) => comment.toLowerCase() === wanted)?.interface
  );
}

type Sentence = (by: string) => string;

function reached(subject: Subject, senders: readonly Sender[], what: What, sentence: Sentence): Verdict {
  for (const sender of senders) {
    const hit = attempts(subject, sender, what).find(({ isReached }) => isReached);
    if (hit) return broken(hit, sentence(sender.in));
  }
  return holds;
}

function unreached(subject: Subject, senders: readonly Sender[], what: What, sentence: Sentence): Verdict {
  for (const sender of senders) {
    const tried = attempts(subject, sender, what);
    const [first] = tried;
    if (first && !tried.some(({ isReached }) => isReached)) return broken(first, sentence(sender.in));
  }
  return holds;
}

const broken = ({ trace, packet }: Attempt, what: string): Verdict => ({
  kind: 'broken',
  trace,
  packet,
  what,
});
