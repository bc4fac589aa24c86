import type { Topology } from '../../topology/topology.ts';
import { duration } from '../checks.ts';
import type { Judging } from '../define.ts';
import type { FailoverExpectation } from '../expect.ts';
import { required } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import { costOf, type FaultCost, nameOf } from './cost.ts';
import type { FaultRun } from './data.ts';
import type { FailoverWords } from './say.ts';

/** While another WAN lives, users are served again; unless `never` is expected. */
export function failoverRequirements({
  pieces,
  expect,
  topology,
  say,
}: Judging<FailoverExpectation, FaultRun, FailoverWords>): readonly Requirement[] {
  if (topology.isps.length < 2) return [];
  return (
    pieces
      .map(({ data }) => costOf(data))
      // A line that loses packets or is slow still serves users, as well as it does.
      .filter(({ fault }) => fault !== 'lossy' && fault !== 'slow')
      .filter(({ wan, fault }) => expect?.faults[wan]?.[fault] !== 'never')
      .map(cost => servedAgain(cost, topology, say))
  );
}

function servedAgain(cost: FaultCost, { isps }: Topology, say: FailoverWords): Requirement {
  const others = isps.filter(({ name }) => name !== cost.wan).map(({ name }) => name.toUpperCase());
  const texts = [say.servedAgain(nameOf(cost)), say.yes, duration(say, cost.restoreMs)] as const;
  return required(texts, cost.restoreMs !== null, say.notServedAgain(nameOf(cost), say.and(others)));
}
