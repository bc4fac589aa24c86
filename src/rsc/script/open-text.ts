import type { Kept, Router } from '../../model/index.ts';
import type { Span } from '../../text/index.ts';
import { parse } from '../syntax/index.ts';
import { touchedBy } from './effects.ts';

/** A statement of a text that only the router could carry out, and that would change something. */
export interface OpenInText {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** Menus whose items it may change; undefined: any. */
  readonly touched: readonly string[] | undefined;
}

const known = new WeakMap<readonly Kept[], readonly OpenInText[]>();

/** What a text leaves to answers of its router or its user: they decide what these statements make. */
export function openInText({ kept }: Router): readonly OpenInText[] {
  const found = known.get(kept) ?? kept.filter(({ reason }) => reason === 'not-evaluated').flatMap(openOf);
  known.set(kept, found);
  return found;
}

function openOf({ origin: { menu, span }, text }: Kept): OpenInText[] {
  const touched = touchedBy(parse(text, span.file).script, menu);
  return touched?.length === 0 ? [] : [{ span, text, touched }];
}
