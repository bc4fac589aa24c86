import type { Router } from '../../model/index.ts';
import { notJudgedText, type Proof, type VerdictKind } from '../../prove/index.ts';
import type { Language } from '../../text/index.ts';
import { assumptionsOf, nameOf, type PointView, pointsText } from '../../walk/index.ts';
import { reservation, reserved } from '../not-understood.ts';
import { proveWords } from './prove-words.ts';

/** The verdict in one line: what is wrong, what holds, and what was not judged, with the reason. */
export const headOf = (proof: Proof, router: Router, language: Language): string =>
  reserved(
    verdictOf(proof, router, language),
    proof.verdict === 'not-judged' ? '' : reservation(router, language),
  );

function verdictOf(proof: Proof, router: Router, language: Language): string {
  const say = proveWords[language];
  const { verdict, packetClasses, linkStates } = proof;
  const held = say.held(heldIn(proof).length);
  const open = reasonsOf(proof, language, briefly);
  const notJudged = open === '' ? [] : [say.notProved(open)];
  switch (verdict) {
    case 'holds':
      return (
        (isIpv6Open(router)
          ? say.ipv4Holds(packetClasses, linkStates)
          : say.holds(packetClasses, linkStates)) + closedText(proof, router, language)
      );
    case 'violated': {
      const { violations, defects, points } = proof;
      const ways = violations.filter(one => one.verdict === 'violated').length + defects.length;
      const depends = points.length === 0 ? [] : [dependsText(proof, language)];
      return [say.violated(namesOf(proof, 'violated').length, ways) + held, ...depends, ...notJudged].join(
        ' ',
      );
    }
    case 'depends':
      return [dependsText(proof, language), ...notJudged].join(' ');
    case 'partly-judged':
      return [say.partly(few(heldIn(proof), language)), ...notJudged].join(' ');
    case 'not-judged':
      return proof.about.length === 0 ? nothingText(router, proof, language) : notJudged.join(' ');
  }
}

/** VPN servers to which the filter lets nobody: no violation, as it may be meant, and yet they serve nobody. */
function closedText({ remarks }: Proof, router: Router, language: Language): string {
  const say = proveWords[language];
  const closed = remarks.flatMap(({ breach }) =>
    breach.kind === 'closed'
      ? [say.server(breach.service, breach.from.map(wan => nameOf(router, wan)).join(', '))]
      : [],
  );
  return closed.length === 0 ? '' : say.closed([...new Set(closed)]);
}

/** What the first line has no room for: the invariants that were not judged, each reason once. Empty where it says all. */
export function restOf(proof: Proof, language: Language): string[] {
  const { about, verdict } = proof;
  if (verdict === 'not-judged' && about.length === 0) return [];
  const whole = reasonsOf(proof, language, names => names.join(', '));
  const isSaid = whole === reasonsOf(proof, language, briefly);
  const lan = proof.invariants.some(({ why }) => why?.kind === 'no-lan') ? [proveWords[language].noLan] : [];
  return [...(isSaid ? [] : [proveWords[language].notProved(whole)]), ...lan];
}

/** Only IPv4 is walked. */
const isIpv6Open = (router: Router): boolean =>
  assumptionsOf(router).some(({ kind }) => kind === 'not-judged');

const namesOf = ({ invariants }: Proof, kind: VerdictKind): string[] =>
  invariants.filter(({ verdict }) => verdict === kind).map(({ invariant }) => invariant);

const heldIn = (proof: Proof): string[] => {
  const about: ReadonlySet<string> = new Set(proof.about);
  return namesOf(proof, 'holds').filter(name => about.has(name));
};

/** How many names or points a first line has room for. */
const most = 3;

const briefly = (names: readonly string[], language: Language): string =>
  names.length > most ? proveWords[language].many(names.length) : names.join(', ');

function few(names: readonly string[], language: Language): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? proveWords[language].andMore(shown, names.length - most) : shown;
}

function dependsText(proof: Proof, language: Language): string {
  const say = proveWords[language];
  const points: readonly PointView[] = proof.points;
  const named = pointsText(points.slice(0, most), language);
  const on = points.length > most ? say.andMore(named, points.length - most) : named;
  return say.dependsOn(few(namesOf(proof, 'depends'), language), on);
}

/** Why invariants were not judged, each reason once with those that it concerns; empty where all were. */
function reasonsOf(
  { invariants }: Proof,
  language: Language,
  listed: (names: readonly string[], language: Language) => string,
): string {
  const reasons = new Map<string, string[]>();
  for (const { invariant, verdict, why } of invariants) {
    if (verdict !== 'not-judged' || !why) continue;
    const text = notJudgedText(why, language);
    reasons.set(text, [...(reasons.get(text) ?? []), invariant]);
  }
  return [...reasons].map(([why, names]) => `${why} (${listed(names, language)})`).join('; ');
}

/** What a text lacks about which nothing can be said. */
function nothingText(router: Router, { invariants }: Proof, language: Language): string {
  const say = proveWords[language];
  const why = new Set(invariants.flatMap(one => one.why?.kind ?? []));
  const lacks = [
    ...(why.has('no-wan') ? [say.lacks.wan] : []),
    ...(why.has('no-lan') ? [say.lacks.lan] : []),
    ...(router.routes.length === 0 ? [say.lacks.route] : []),
    say.lacks.mark,
  ];
  const scripted = router.kept.filter(({ reason }) => reason === 'not-evaluated').length;
  return [say.nothing(lacks), ...(scripted > 0 ? [say.scripted(scripted)] : [])].join(' ');
}
