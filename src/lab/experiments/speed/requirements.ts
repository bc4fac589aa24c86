import { showRate } from '../../../net/index.ts';
import type { Judging } from '../define.ts';
import type { Bound, SpeedExpectation } from '../expect.ts';
import { required } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { boundOf } from './judge.ts';
import { nameOf } from './row.ts';
import type { SpeedWords } from './say.ts';

/** Every test moves something in both directions; unless what is expected of it allows nothing. */
export function speedRequirements({
  pieces,
  expect,
  say,
}: Judging<SpeedExpectation, SpeedRow, SpeedWords>): readonly Requirement[] {
  return pieces
    .map(({ data }) => data)
    .filter(row => !allowsNothing(expect && boundOf(row, expect)))
    .flatMap(row => bothDirections(row, say));
}

function allowsNothing(bound: Bound | undefined): boolean {
  if (!bound) return false;
  if ('min' in bound) return bound.min === 0;
  return 'max' in bound || bound.about <= bound.tolerance;
}

function bothDirections(row: SpeedRow, say: SpeedWords): Requirement[] {
  const name = nameOf(row, say);
  const moved = (what: string, bps: number, wrong: string) =>
    required([what, say.moreThanNothing, showRate(bps)], bps > 0, wrong);
  return [
    moved(say.download(name), row.downloadBps, say.nothingDown(name)),
    moved(say.upload(name), row.uploadBps, say.nothingUp(name)),
  ];
}
