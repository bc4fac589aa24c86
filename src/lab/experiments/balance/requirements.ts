import type { IspTopology } from '../../topology/topology.ts';
import { percent } from '../checks.ts';
import { type Judging, onlyPiece } from '../define.ts';
import type { BalanceExpectation } from '../expect.ts';
import { required, someConnection } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import type { Balance } from './data.ts';
import type { BalanceWords } from './say.ts';

/** Chance loses none of them on a line of the usual bench; a line that is dead loses its whole share. */
const mostFailed = 0.05;
/** A smaller share may come to nothing by chance. */
const leastShare = 0.02;

/** Connections succeed, and each WAN that the configuration gives a share carries something. */
export function balanceRequirements({
  pieces,
  expect,
  topology,
  say,
}: Judging<BalanceExpectation, Balance, BalanceWords>): readonly Requirement[] {
  const data = onlyPiece(pieces);
  const { tried, connections } = data;
  return [
    someConnection(say, connections, tried),
    ...(expect || connections === 0 ? [] : [fewFail(data, say)]),
    ...topology.isps.filter(isp => isGiven(isp, expect)).map(isp => carries(data, isp, say)),
  ];
}

function isGiven({ name, share = 0 }: IspTopology, expect: BalanceExpectation | undefined): boolean {
  return share >= leastShare && expect?.shares?.[name] === undefined && expect?.idle?.isp !== name;
}

function fewFail({ tried, connections }: Balance, say: BalanceWords): Requirement {
  const failed = tried - connections;
  const texts = [say.failedConnections, say.atMost(percent(mostFailed)), percent(failed / tried)] as const;
  return required(texts, failed <= tried * mostFailed, say.manyFail(failed, tried));
}

function carries(
  { viaIsp, tried }: Balance,
  { name, share = 0 }: IspTopology,
  say: BalanceWords,
): Requirement {
  const [isp, made] = [name.toUpperCase(), viaIsp[name] ?? 0];
  const texts = [say.carries(isp, percent(share)), say.atLeast('1'), `${made}`] as const;
  return required(texts, made > 0, say.idle(isp, percent(share), tried));
}
