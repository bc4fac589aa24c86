import {
  divideAlike,
  type SampleSize,
  type Spread,
  spreadOf,
  spreadOver,
  trafficMix,
  wayKey,
} from '../spread/index.ts';
import type { Language } from '../text/index.ts';
import { couldLeadElsewhere, type PointView, type Prepared } from '../walk/index.ts';
import { askEachWay, assumedEachWay } from './event-ways.ts';
import { verdictJson } from './points.ts';
import { preparedSubject } from './prepared.ts';
import type { WalkSubject } from './subject.ts';

/** How connections divide, and what that rests on. */
export interface Divided {
  readonly prepared: Prepared;
  readonly spread: Spread;
  /** What of scripts it depends on. */
  readonly asked: readonly PointView[];
  readonly assumed: readonly string[];
}

/** Sends imagined connections; undefined where there is no LAN that could. */
export function dividedOf(subject: WalkSubject, size: SampleSize, language: Language): Divided | undefined {
  const prepared = preparedSubject(subject);
  const asked = askEachWay(
    subject,
    ({ settled }) => spreadOf(preparedSubject({ ...subject, situation: settled }), size),
    divideAlike,
    couldLeadElsewhere,
  );
  const [first, ...more] = asked.answers.map(({ answer }) => answer);
  const spread = first ? spreadOver([first, ...more], asked.points) : spreadOf(prepared, size);
  if (spread.shares.every(share => share.connections === 0)) return undefined;
  return { prepared, spread, asked: asked.points, assumed: assumedEachWay(subject, asked, language) };
}

/** The same as data. */
export function spreadJson({ config }: WalkSubject, { assumed, spread }: Divided) {
  const { points, complete, shares, ...rest } = spread;
  return {
    file: config.file,
    assumptions: assumed,
    ...rest,
    shares: shares.map(share => ({ ...share, way: wayKey(share.way) })),
    ...verdictJson(points, complete),
    mix: trafficMix,
  };
}
