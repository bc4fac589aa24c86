import { type Router, rolesOf, type SimpleQueue } from '../../model/index.ts';
import type { BitRate } from '../../net/index.ts';
import { type RunConfig, statedRate } from '../core/index.ts';
import type { LineLimits } from './reply.ts';
import { sourceOf } from './source.ts';

/**
 * What a line can carry as the configuration says: the rate of an intent, or a queue that limits the line as a whole. Undefined where it
 * says nothing.
 */
export function lineLimits(
  config: Pick<RunConfig, 'rates'>,
  router: Router,
  name: string,
): LineLimits | undefined {
  const said = statedRate(config, router, name);
  if (said) {
    const evidence = rolesOf(router).all.find(one => one.interface === name)?.evidence[0];
    const source = evidence && sourceOf(evidence.origin);
    return { downloadBps: said.download, uploadBps: said.upload, source };
  }
  const queue = router.simpleQueues.find(one => isOfLine(one, name));
  if (!queue) return undefined;
  // Seen from its target: what comes in by the line is what the target sends.
  const { upload: arriving, download: leaving } = queue.maxLimit;
  const limits = { downloadBps: known(arriving), uploadBps: known(leaving) };
  const isUnlimited = limits.downloadBps === undefined && limits.uploadBps === undefined;
  return isUnlimited ? undefined : { ...limits, source: sourceOf(queue.origin) };
}

/** Of all that passes the line, and of nothing else. */
const isOfLine = ({ disabled, target, dst, packetMarks, parent, time }: SimpleQueue, name: string): boolean =>
  !disabled &&
  target.length === 1 &&
  target.every(one => one.kind === 'interface' && one.interface === name) &&
  (dst === undefined || (dst.kind === 'address' && dst.prefix === '0.0.0.0/0')) &&
  packetMarks.length === 0 &&
  time === undefined &&
  (parent === undefined || parent === 'none');

/** 0 is no limit. */
const known = (rate: BitRate): BitRate | undefined => (rate === 0 ? undefined : rate);
