import { placeOf, type Router } from '../../model/index.ts';
import {
  type Defect,
  defectText,
  notAskedText,
  notJudgedText,
  type Proof,
  prove,
  type Violation,
  violationText,
  weightText,
} from '../../prove/index.ts';
import type { Language } from '../../text/index.ts';
import { eventTexts, explainTrace, hotspotServers, type OnWalked } from '../../walk/index.ts';
import { packetJson, storyJson } from '../json.ts';
import { pointsJson } from '../points.ts';
import type { WalkSubject } from '../subject/index.ts';
import { headOf } from './head.ts';
import { proveWords } from './prove-words.ts';
import type { Remedies } from './remedies.ts';

/** What must hold for every packet, asked of a subject. */
export const proofOf = ({ config, situation, behaviour, settled }: WalkSubject, onWalked?: OnWalked): Proof =>
  prove(situation.router, situation.world, {
    engine: behaviour,
    ...settled,
    leaseRoutes: config.leaseRoutes,
    onWalked,
  });

/** What makes two proofs the same: each verdict, and what is wrong and when. */
export const proofKey = ({ invariants, violations, defects, remarks }: Proof) => [
  invariants.map(({ verdict, why }) => [verdict, why]),
  defects.map(one => defectText(one, 'en')),
  [...violations, ...remarks].map(one => [
    violationText(one, 'en'),
    one.verdict,
    one.fault,
    one.alsoIn,
    weightText(one, 'en'),
  ]),
];

/** What is assumed, without what is open in scripts while all is well: the proof says that of every state. */
export const assumedIn = ({ assumptions, situation }: WalkSubject, language: Language): string[] => {
  const open = new Set(eventTexts(situation.points ?? [], language));
  return [...assumptions.filter(line => !open.has(line)), ...hotspotTexts(situation.router, language)];
};

/** Who has not logged in reaches the page of a hotspot alone, which is what it is for. */
const hotspotTexts = (router: Router, language: Language): string[] =>
  hotspotServers(router).map(({ interface: name, statement: { origin } }) =>
    proveWords[language].loggedIn(name, placeOf(origin)),
  );

/** A proof as data. */
export function proofJson(subject: WalkSubject, proof: Proof, remedies: Remedies, language: Language) {
  const { config, situation } = subject;
  const { verdict, invariants, points, violations, remarks, defects, leftOvers, doubts } = proof;
  return {
    file: config.file,
    verdict,
    answer: headOf(proof, situation.router, language),
    points: pointsJson(points),
    invariants: invariants.map(({ why, ...one }) => ({
      ...one,
      points: pointsJson(one.points),
      why: why && notJudgedText(why, language),
    })),
    about: proof.about,
    packetClasses: proof.packetClasses,
    linkStates: proof.linkStates,
    assumptions: [...subject.assumptions, ...hotspotTexts(situation.router, language)],
    defects: defects.map(defect => ({
      ...defectJson(defect, language),
      remedy: remedies.get(defect),
    })),
    leftOvers: leftOvers.map(defect => defectJson(defect, language)),
    violations: violations.map(violation => violationJson(violation, remedies, language)),
    remarks: remarks.map(remark => violationJson(remark, remedies, language)),
    notAsked: notAskedText(proof, language),
    notProved: doubts.map(({ packet, why, ...doubt }) => ({
      ...doubt,
      why: notJudgedText(why, language),
      packet: packet && packetJson(packet),
    })),
  };
}

const defectJson = (defect: Defect, language: Language) => ({
  invariant: defect.invariant,
  sentence: defectText(defect, language),
  places: defect.origins.map(placeOf),
});

function violationJson(violation: Violation, remedies: Remedies, language: Language) {
  const { invariant, verdict, fault, packetClasses, packet, trace, seed, prepared, points, when } = violation;
  return {
    invariant,
    verdict,
    points: pointsJson(points),
    when: when?.map(({ point, answer }) => ({ point: point.id, answer })),
    sentence: violationText(violation, language),
    fault,
    alsoIn: violation.alsoIn,
    alsoBreaks: violation.alsoBreaks,
    isOver: violation.isOver,
    concerns: violation.concerns,
    weight: violation.weight,
    share: violation.share,
    together: violation.together,
    alike: violation.alike?.map(other => ({
      fault: other.fault,
      share: other.share,
      sentence: violationText(other, language),
    })),
    packetClasses,
    remedy: remedies.get(violation),
    packet: packetJson(packet),
    seed,
    walk: storyJson(prepared, trace, explainTrace(prepared, trace, language)),
  };
}
