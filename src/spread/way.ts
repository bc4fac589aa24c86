import { type EndingKind, leavingOf, type Trace } from '../walk/index.ts';

/** How a connection leaves, or what kept it; `out`: the interface by which it left. */
export interface Way {
  readonly kind: EndingKind;
  readonly out?: string | undefined;
}

export function wayOf(trace: Trace): Way {
  return { kind: trace.ending.kind, out: leavingOf(trace)?.out };
}

/** The same for ways that are alike, for programs: `ether1`, `dropped`, `lost by ether1`. */
export function wayKey({ kind, out }: Way): string {
  if (out === undefined) return kind;
  return kind === 'forwarded' ? out : `${kind} by ${out}`;
}
