import { type Change, type Entry, entryIn } from '../../diff/index.ts';
import { placeOf } from '../../model/index.ts';
import { withoutSecrets } from '../../rsc/index.ts';

/** A change for programs; secrets are masked. */
export function changeJson(change: Change): object {
  if (change.kind === 'version') return change;
  const entry = entryIn(change);
  return {
    kind: change.kind,
    menu: entry?.menu,
    position: entry?.kind === 'item' ? entry.position : undefined,
    place: entry?.origin ? placeOf(entry.origin) : '',
    ...('before' in change && { before: contentOf(change.before) }),
    ...('after' in change && { after: contentOf(change.after) }),
    ...(change.kind === 'changed' && { properties: change.properties, moved: change.moved }),
  };
}

const contentOf = ({ kind, position, properties, text }: Entry): object =>
  kind === 'statement'
    ? { statement: withoutSecrets(text) }
    : { position, ...Object.fromEntries(properties) };
