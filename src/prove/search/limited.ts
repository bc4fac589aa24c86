import type { PointView, Trace } from '../../walk/index.ts';

/** What is found of a requirement, and the walk that shows it. */
interface Found {
  readonly verdict: 'violated' | 'depends';
  readonly points: readonly PointView[];
  readonly trace: Trace;
}

/**
 * Does a rule refuse it only above a limit, or for what it carries? That is what the rule is there for: a remark. What
 * depends on the moment, or gets through, is none.
 */
export const isLimited = ({ verdict, points, trace }: Found): boolean =>
  verdict === 'depends' && points.length > 0 && isRefused(trace) && points.every(isLimiting);

export const isRefused = ({ ending: { kind } }: Trace): boolean =>
  kind === 'dropped' || kind === 'rejected' || kind === 'held-back';

/** Does a rule ask for a size, a rate, a number of connections or a content? */
export const isLimiting = ({ kind }: PointView): boolean => limiting.has(kind);

const limiting: ReadonlySet<string> = new Set([
  'connection-bytes',
  'connection-rate',
  'connection-limit',
  'limit',
  'dst-limit',
  'psd',
  'p2p',
  'layer7-protocol',
  'content',
  'tls-host',
]);
