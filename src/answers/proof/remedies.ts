import { type Mended, type Proof, prove, type Remedy, remediesOf } from '../../prove/index.ts';
import { withLines } from '../../reading/index.ts';
import { asWritten, type OnWalked } from '../../walk/index.ts';
import type { WalkSubject } from '../subject/index.ts';
import { lookedAt, type SaidOfText } from '../subject/index.ts';

export type Remedies = ReadonlyMap<Mended, Remedy>;

/** RouterOS lines that mend what was found, each proved; our Linux program is not mended by them. */
export function remediesFor(
  { config, situation, behaviour, settled }: WalkSubject,
  proof: Proof,
  options: SaidOfText,
  onWalked?: OnWalked,
): Remedies {
  if (!asWritten(behaviour)) return new Map();
  return remediesOf(proof, lines => {
    const more = withLines(config, lines, lookedAt(options));
    if (!more) return undefined;
    const { router, leaseRoutes } = more;
    return prove(router, situation.world, { engine: behaviour, ...settled, leaseRoutes, onWalked });
  });
}
