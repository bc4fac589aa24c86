import { type Engine, type Router, semanticsOf } from '../../model/index.ts';
import { type Packet, possibilities } from '../../walk/index.ts';
import { walkWords } from '../words.ts';
import { preparedSubject } from './prepared.ts';
import type { SaidOfWalk, WalkSubject } from './subject.ts';

/** Nobody knows the hash of a router that draws its seed at boot. */
export const isSeedDrawn = ({ version }: Router, engine: Engine): boolean =>
  semanticsOf(version, engine).pccSeed === 'drawn-at-boot';

interface Said extends Pick<SaidOfWalk, 'lang' | 'engine'> {
  readonly seed?: number | undefined;
}

/** A gateway on Linux keeps one seed for good, which no text says: 0 stands for it where the answer hangs on it. */
export function assumedSeed(
  subject: WalkSubject,
  packet: Packet,
  { engine, seed, lang }: Said,
): readonly string[] {
  if (seed !== undefined || isSeedDrawn(subject.config.router, engine)) return [];
  const ways = (drawn: boolean): number =>
    possibilities(preparedSubject(subject), packet, { drawn })
      .scenarios.map(one => one.ways.length)
      .reduce((sum, one) => sum + one, 0);
  return ways(false) > ways(true) ? [walkWords[lang].linuxSeed] : [];
}
