import type { GatewayState } from '../core/index.ts';
import type { SharingReply } from './reply.ts';

/** How connections are divided; undefined where PCC does it. */
export function sharingReply(
  { config, reached, reshared }: GatewayState,
  nowMs: number,
): SharingReply | undefined {
  const [shared] = reached?.shares ?? [];
  if (!shared) return undefined;
  const { stated, lines, home, table } = shared;
  const total = stated.reduce((sum, { weight }) => sum + weight, 0);
  const part = (owners: readonly string[], mark: string): number =>
    owners.filter(owner => owner === mark).length / owners.length;
  return {
    balance: config.balance ?? 'pcc',
    spill: config.spill === true,
    marks: stated.map(({ owner: mark, weight }) => {
      const shares = { share: part(home, mark), now: part(table, mark) };
      return { mark, line: lines[mark], stated: weight / total, ...shares };
    }),
    last: reshared && { why: reshared.why, forMs: nowMs - reshared.atMs },
  };
}
