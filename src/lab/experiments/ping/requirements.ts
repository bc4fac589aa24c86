import { between, outageAfter } from '../../traffic/index.ts';
import type { Judging, Piece } from '../define.ts';
import type { PingExpectation } from '../expect.ts';
import { required } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import { type PingLog, steady } from './data.ts';
import type { PingWords } from './say.ts';

/** Pings are answered before anything is broken, and again after everything is repaired. */
export function pingRequirements({
  pieces,
  say,
}: Judging<PingExpectation, PingLog, PingWords>): readonly Requirement[] {
  return pieces.flatMap(piece => [answeredBefore(piece, say), answeredAgain(piece, say)]);
}

const setupOf = ({ part }: Piece<PingLog>, say: PingWords): string =>
  say.setups[part === 'alone' ? 'alone' : 'backed-up'];

function answeredBefore(piece: Piece<PingLog>, say: PingWords): Requirement {
  const { samples, cutMs, server } = piece.data;
  const before = between(samples, 0, cutMs);
  const answered = before.filter(({ rttMs }) => rttMs !== null).length;
  const texts = [
    say.answeredBefore(setupOf(piece, say)),
    say.atLeast('1'),
    say.succeeded(answered, before.length),
  ] as const;
  return required(texts, answered > 0, say.noneAnswered(server));
}

function answeredAgain(piece: Piece<PingLog>, say: PingWords): Requirement {
  const { samples, cutMs, isp } = piece.data;
  const holds = outageAfter(samples, cutMs, steady).lengthMs !== undefined;
  const [name, setup] = [isp.toUpperCase(), setupOf(piece, say)];
  const texts = [say.answersAgain(name, setup), say.yes, holds ? say.yes : say.no] as const;
  return required(texts, holds, say.notAgain(name, setup));
}
