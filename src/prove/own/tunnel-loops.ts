import { leavingOf, newState, type Prepared, type Trace, walk } from '../../walk/index.ts';
import { addressOf } from './asked.ts';
import { farEnds } from './far-ends.ts';
import type { OtherEnd } from './other-end.ts';
import { questionTo } from './question.ts';

/**
 * The tunnels that carry each other, beginning with the one whose packet `first` is: that leaves by the tunnel itself, or
 * by another one whose packets come back to it. Undefined: it gets outside.
 */
export function leadsIntoItself(
  prepared: Prepared,
  { tunnel }: OtherEnd,
  first: Trace,
): string[] | undefined {
  if (tunnel === undefined) return undefined;
  const ring = [tunnel];
  let out = leavingOf(first)?.out;
  while (out !== undefined && !ring.includes(out)) {
    ring.push(out);
    out = carrierOf(prepared, out, first.packet.dst);
  }
  return out === tunnel ? ring : undefined;
}

/** The interface by which a tunnel's own packets leave; undefined: it is no tunnel. `usual`: where a name's address is not known. */
function carrierOf(prepared: Prepared, tunnel: string, usual: number): string | undefined {
  const end = farEnds(prepared.router).find(one => one.tunnel === tunnel);
  if (!end) return undefined;
  const question = questionTo(prepared, end, addressOf(prepared, end) ?? usual);
  return leavingOf(walk(prepared, newState(8), question))?.out;
}
