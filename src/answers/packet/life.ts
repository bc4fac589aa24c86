import type { Fault } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import { consequence, explainTrace, followAll, type Life, momentText, pointsText } from '../../walk/index.ts';
import { storyJson } from '../json.ts';
import type { Complain } from '../names/index.ts';
import { findInterface } from '../names/index.ts';
import { verdictJson } from '../points.ts';
import type { WalkSubject } from '../subject/index.ts';
import { assumedSeed, isSeedDrawn } from '../subject/index.ts';
import { walkWords } from '../words.ts';
import type { SaidOfWay } from './explain.ts';
import type { SentPacket } from './sent-packet.ts';

/** How a WAN goes down, in the words of the options that say it of the world. */
export const failures = { down: 'unplugged', 'dead-gateway': 'gateway', dead: 'upstream' } as const;
export type Failure = keyof typeof failures;

/** The WAN that goes down while a connection lives. */
interface SaidOfFailure extends SaidOfWay {
  readonly through: string;
  readonly how: Failure;
}

/** A connection while a WAN goes down and comes back, and what that rests on. */
export interface Lived {
  readonly life: Life;
  readonly fault: Fault;
  readonly basis: readonly string[];
}

/** Follows a connection while a WAN goes down and comes back; undefined where there is none of that name, which was said. */
export function lifeOf(
  subject: WalkSubject,
  { packet, assumed }: SentPacket,
  { through, how, engine, seed, lang }: SaidOfFailure,
  say: Complain,
): Lived | undefined {
  const { config, situation, assumptions, behaviour, settled } = subject;
  const name = findInterface(config.router, situation.world, through, say);
  if (name === undefined) return undefined;
  const isDrawn = seed === undefined && isSeedDrawn(config.router, engine);
  const hash = isDrawn ? [walkWords[lang].assumedSeed] : assumedSeed(subject, packet, { engine, seed, lang });
  const fault = { interface: name, kind: failures[how] } as const;
  const life = followAll(situation.router, situation.world, packet, fault, {
    engine: behaviour,
    seed: seed ?? 0,
    leaseRoutes: config.leaseRoutes,
    ...settled,
  });
  return { life, fault, basis: [...assumed, ...assumptions, ...hash] };
}

/** What a client notices of it, in one line. */
export function lifeAnswer({ moments, points }: Life, language: Language): string {
  const say = walkWords[language];
  const during = moments.filter(({ when }) => when === 'during').at(-1);
  const first = moments[0] ? momentText(moments[0], language) : '';
  const then = during ? say.onceDown(momentText(during, language)) : '';
  const open = points.length === 0 ? '' : `${say.dependingOn(pointsText(points, language))} `;
  const parts = [`${open}${first}${then}`, consequence(moments, language)];
  return parts.filter(text => text !== '').join(' ');
}

/** The same as data. */
export function lifeJson({ moments, points }: Life, language: Language) {
  const data = moments.map(({ when, which, trace, prepared }) => ({
    when,
    which,
    ...storyJson(prepared, trace, explainTrace(prepared, trace, language)),
  }));
  const noticed = consequence(moments, language);
  return { ...verdictJson(points), consequence: noticed, moments: data };
}
