import { type Judging, onlyPiece } from '../define.ts';
import type { FilterExpectation } from '../expect.ts';
import { required } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import { type Filter, protocols } from './data.ts';
import type { FilterWords } from './say.ts';

/** Something of what clients send gets out; unless nothing is expected to. */
export function filterRequirements({
  pieces,
  expect,
  say,
}: Judging<FilterExpectation, Filter, FilterWords>): readonly Requirement[] {
  if (expect && protocols.every(protocol => expect.passes['lan-to-wan'][protocol].length === 0)) return [];
  const outward = onlyPiece(pieces).attempts.filter(({ direction }) => direction === 'lan-to-wan');
  const out = outward.filter(({ blocked }) => !blocked).length;
  const texts = [say.outwardAttempts, say.atLeast('1'), say.succeeded(out, outward.length)] as const;
  return [required(texts, out > 0, say.nothingOut)];
}
