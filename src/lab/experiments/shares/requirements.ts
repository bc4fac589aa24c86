import { duration, percent } from '../checks.ts';
import { type Judging, onlyPiece } from '../define.ts';
import type { SharesExpectation } from '../expect.ts';
import { required } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import { following, type SharesLog } from './data.ts';
import { changesOf, type Followed } from './followed.ts';
import type { SharesWords } from './say.ts';

/** The share follows in time, turns nowhere, and no connection is broken. */
export function sharesRequirements({
  pieces,
  say,
}: Judging<SharesExpectation, SharesLog, SharesWords>): readonly Requirement[] {
  const log = onlyPiece(pieces);
  const changes = changesOf(log);
  return [
    ...changes.map(change => inTime(log, change, say)),
    ...changes.map(change => steady(log, change, say)),
    noneBroken(log, say),
  ];
}

function inTime({ isp }: SharesLog, { change, from, exact, inTime, isInTime }: Followed, say: SharesWords) {
  const name = isp.toUpperCase();
  const time = duration(say, following.withinMs);
  const texts = [
    say.shareAfter(name, say.changes[change], time),
    say.halfWay(percent(from), percent(exact)),
    percent(inTime),
  ] as const;
  return required(texts, isInTime, say.notFollowed(name, say.changes[change], percent(inTime)));
}

function steady({ isp }: SharesLog, { change, turns }: Followed, say: SharesWords): Requirement {
  const name = isp.toUpperCase();
  const texts = [say.turns(name, say.changes[change]), say.no, turns ? say.yes : say.no] as const;
  return required(texts, !turns, say.turned(name, say.changes[change]));
}

function noneBroken({ broken, sessions }: SharesLog, say: SharesWords): Requirement {
  const all = broken.length + sessions.broken + sessions.hung;
  return required([say.brokenConnections, '0', `${all}`], all === 0, say.wereBroken(all));
}
