import type { Confidence, Diagnostic, Language, Severity, Span } from '../text/index.ts';
import { endingText, packetText } from '../walk/index.ts';
import type { FixWriter } from './fix/fix-of.ts';
import type { CounterExample, Found, Place, Rule, Said } from './rule.ts';

export function spanOfPlace(place: Place): Span {
  if ('origin' in place) return place.origin.span;
  return 'span' in place ? place.span : place;
}

/** What a rule found, in one language. */
export function toDiagnostic(rule: Rule, found: Found, language: Language, fixes: FixWriter): Diagnostic {
  const { at, what, why = rule.why, assuming, fix, related, counterExample } = found;
  const assumption = assuming === undefined ? '' : ` ${words[language].assuming(assuming[language])}`;
  const written = fix && fixes.fixOf(fix, language);
  return {
    id: rule.id,
    severity: severityOf(rule, found),
    confidence: confidenceOf(found),
    what: `${what[language]}${assumption}`,
    why: why[language],
    ...(found.do && { do: found.do[language] }),
    span: spanOfPlace(at),
    ...(related && {
      notes: related.map(note => ({ text: note.text[language], span: spanOfPlace(note.at) })),
    }),
    ...(written && { fix: written }),
    ...(counterExample && { counterExample: counterExampleText(counterExample, language) }),
  };
}

/** A finding that is so only if something holds which the text does not say: no error. */
export const restingOn = (found: Diagnostic, assuming: Said, language: Language): Diagnostic => ({
  ...found,
  severity: found.severity === 'error' ? 'warning' : found.severity,
  confidence: 'assumed',
  what: `${found.what} ${words[language].assuming(assuming[language])}`,
});

const order: readonly Severity[] = ['info', 'warning', 'error'];

/** No more than the rule's level; what rests on an assumption, or on signs alone, is no error. */
function severityOf({ level }: Rule, { severity = level, assuming, isLikely }: Found): Severity {
  const most: Severity = assuming !== undefined || isLikely === true ? 'warning' : 'error';
  const rank = Math.min(...[level, severity, most].map(one => order.indexOf(one)));
  return order[rank] ?? 'info';
}

function confidenceOf({ assuming, isLikely }: Found): Confidence {
  if (assuming !== undefined) return 'assumed';
  return isLikely === true ? 'likely' : 'certain';
}

const words = {
  en: {
    assuming: (text: string) => `(Assumed: ${text})`,
    example: (packet: string, ending: string) => `${packet}: it ${ending}.`,
  },
  id: {
    assuming: (text: string) => `(Diasumsikan: ${text})`,
    example: (packet: string, ending: string) => `${packet}: paket ${ending}.`,
  },
};

/** `tcp 192.168.0.10:40000 → 8.8.8.8:443, in by ether4: it goes back out of the WAN it came from.` */
export const counterExampleText = ({ prepared, packet, trace }: CounterExample, language: Language): string =>
  words[language].example(packetText(packet, language), endingText(prepared, trace, language));
