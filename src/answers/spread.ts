import { isDefaultUnsaid } from '../prove/index.ts';
import {
  type Bounds,
  divideAlike,
  dividedLans,
  type SampleSize,
  type Share,
  type Spread,
  spreadOf,
  spreadOver,
  trafficMix,
  wayKey,
  wayText,
} from '../spread/index.ts';
import type { Language } from '../text/index.ts';
import { inEvery, type Said as Sentence } from '../text/index.ts';
import { couldLeadElsewhere, nameOf, type PointView, type Prepared, pointsText } from '../walk/index.ts';
import { reservation } from './not-understood.ts';
import { verdictJson } from './points.ts';
import { proveWords } from './proof/index.ts';
import type { WalkSubject } from './subject/index.ts';
import { askEachWay, assumedEachWay, preparedSubject } from './subject/index.ts';
import { walkWords } from './words.ts';

/** How connections divide, and what that rests on. */
export interface Divided {
  readonly prepared: Prepared;
  readonly spread: Spread;
  /** What of scripts it depends on. */
  readonly asked: readonly PointView[];
  readonly assumed: readonly string[];
  /** LANs of which rules treat some hosts otherwise, so that clients all over them were imagined. */
  readonly allOver: readonly string[];
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
  const allOver = dividedLans(prepared).map(name => nameOf(prepared.router, name));
  const assumed = assumedEachWay(subject, asked, language);
  return { prepared, spread, asked: asked.points, assumed, allOver };
}

/** The shares in one line. */
export function spreadHead({ prepared, spread }: Divided, language: Language): string {
  const { spread: say, depending } = walkWords[language];
  const { points } = spread;
  const without = reservation(prepared.router, language, isDefaultMissed(prepared, spread));
  const top = seenShares(spread).map(
    share => `${wayText(prepared.router, share.way, language)} ${shareText(share, language)}`,
  );
  const open = points.length === 0 ? '' : depending(pointsText(points, language));
  return say.head(`${without === '' ? '' : `, ${without}`}${open}`, top.join(', '));
}

/** Nothing leads there, and the text may leave it to the rest of the configuration. */
const isDefaultMissed = (prepared: Prepared, { shares }: Spread): boolean =>
  shares.some(({ way, connections }) => wayKey(way) === 'no-route' && connections > 0) &&
  isDefaultUnsaid(prepared);

/** WANs, and ways that somebody takes. */
export const seenShares = ({ shares }: Spread): Share[] =>
  shares.filter(({ wan, connections }) => wan || connections > 0);

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `66.7 %`; where it depends, `0.0 % to 66.7 %`. */
const shareText = ({ connections, range }: Share, language: Language): string =>
  range ? boundsText(range.connections, language) : percent(connections);

export function boundsText({ from, to }: Bounds, language: Language): string {
  const [least, most] = [percent(from), percent(to)];
  return least === most ? least : walkWords[language].range(least, most);
}

/** The same as data. */
export function spreadJson(
  { config }: WalkSubject,
  { prepared, assumed, spread, allOver }: Divided,
  language: Language,
) {
  const { points, complete, shares, ...rest } = spread;
  return {
    file: config.file,
    assumptions: assumed,
    ...rest,
    shares: shares.map(share => ({
      ...share,
      way: wayKey(share.way),
      text: wayText(prepared.router, share.way, language),
    })),
    ...verdictJson(points, complete),
    ...(allOver.length > 0 && { allOver }),
    mix: trafficMix,
  };
}

/** Why nothing was sent, and what makes it possible. */
export const noLanText: readonly [Sentence, Sentence] = [
  inEvery(language => walkWords[language].spread.noLan),
  inEvery(language => proveWords[language].noLan),
];
