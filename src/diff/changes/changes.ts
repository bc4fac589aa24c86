import type { Router, RouterOsVersion } from '../../model/index.ts';
import { defaultText } from '../../rsc/index.ts';
import { type Entry, type Secrets, type Section, sectionsOf } from './entry.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { compareSequences } from './sequence.ts';
import { withoutEquals } from './without-equals.ts';

/** A property that has another value. Undefined: it is not stated. */
export interface PropertyChange {
  readonly property: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What the router has where it is not stated; empty: nothing. */
  readonly byDefault: string;
}

/** One difference between two configurations. Closed union by `kind`. */
export type Change =
  | { readonly kind: 'added'; readonly after: Entry }
  | { readonly kind: 'removed'; readonly before: Entry }
  /** The same entry stands at another place among its neighbours: order decides in firewalls and rules. */
  | ({ readonly kind: 'moved' } & Pair)
  | ({
      readonly kind: 'changed';
      readonly properties: readonly PropertyChange[];
      readonly moved: boolean;
    } & Pair)
  | { readonly kind: 'version'; readonly before: string; readonly after: string };

/** Menus that RouterOS evaluates from top to bottom, and what stands at the root: scripting. */
const ordered =
  /firewall (raw|mangle|nat|filter)$|bridge (filter|nat)$|routing rule$|queue simple$|routing filter|ipsec policy$|walled-garden|access-list$|proxy access$|^$/;

/**
 * All differences, menu by menu. Comments of items count; where a statement stands in its file does not. `secrets`: the
 * masked values of each, without which a changed password is no change.
 */
export function changesBetween(
  before: Router,
  after: Router,
  secrets: { readonly before?: Secrets; readonly after?: Secrets } = {},
): readonly Change[] {
  const older = sectionsOf(before, after.version, secrets.before ?? new Map());
  const newer = sectionsOf(after, after.version, secrets.after ?? new Map());
  const paths = [...new Set([...newer, ...older].map(({ path }) => path))];
  const at = (sections: readonly Section[], path: string) => sections.find(one => one.path === path);
  return [
    ...versionChange(before, after),
    ...paths.flatMap(path => sectionChanges(path, at(older, path), at(newer, path), after.version)),
  ];
}

function versionChange({ version: before }: Router, { version: after }: Router): readonly Change[] {
  const [was, is] = [before, after].map(({ dialect, text }) =>
    text === '' ? dialect : `${dialect} (${text})`,
  );
  return was === is || was === undefined || is === undefined
    ? []
    : [{ kind: 'version', before: was, after: is }];
}

function sectionChanges(
  path: string,
  before: Section | undefined,
  after: Section | undefined,
  version: RouterOsVersion,
): readonly Change[] {
  const { menu } = (after ?? before)?.content ?? {};
  const byDefault = (property: string): string => {
    const attribute = menu?.attributes[property];
    return attribute ? defaultText(attribute, version) : '';
  };
  const [old, now] = [before?.entries ?? [], after?.entries ?? []];
  const [gone, come] = [withoutEquals(old, now), withoutEquals(now, old)];
  const pairs = pairsOf(gone, come, menu?.key ?? 'name');
  const moved = ordered.test(path) ? movedAmong(old, now, pairs) : new Set<Entry>();
  const changes: Change[] = [
    ...gone
      .filter(entry => !pairs.some(pair => pair.before === entry))
      .map(entry => ({ kind: 'removed', before: entry }) as const),
    ...come
      .filter(entry => !pairs.some(pair => pair.after === entry))
      .map(entry => ({ kind: 'added', after: entry }) as const),
    ...pairs.map(pair => changedPair(pair, moved.has(pair.after), byDefault)),
    ...movedOnly(old, now, moved, pairs),
  ];
  return changes.sort((a, b) => placeIn(a) - placeIn(b));
}

const placeIn = (change: Change): number => entryIn(change)?.position ?? -1;

/** The entry as it is now; where it is gone, as it was. */
export const entryIn = (change: Change): Entry | undefined =>
  change.kind === 'version' ? undefined : change.kind === 'removed' ? change.before : change.after;

/** Entries of `after` that stand elsewhere among the others, a changed one counting as the one it was. */
function movedAmong(
  before: readonly Entry[],
  after: readonly Entry[],
  pairs: readonly Pair[],
): ReadonlySet<Entry> {
  const same = new Map(pairs.map(pair => [pair.after, pair.before]));
  const edits = compareSequences(
    before.map(({ key }) => key),
    after.map(entry => (same.get(entry) ?? entry).key),
  );
  const left = new Map<string, number>();
  for (const edit of edits) {
    const key = edit.kind === 'removed' ? before[edit.from]?.key : undefined;
    if (key !== undefined) left.set(key, (left.get(key) ?? 0) + 1);
  }
  const moved = edits.flatMap(edit => {
    const entry = edit.kind === 'added' ? after[edit.to] : undefined;
    const key = entry && (same.get(entry) ?? entry).key;
    const count = key === undefined ? 0 : (left.get(key) ?? 0);
    if (!entry || key === undefined || count === 0) return [];
    left.set(key, count - 1);
    return [entry];
  });
  return new Set(moved);
}

/** Moved entries that are otherwise what they were. */
function movedOnly(
  before: readonly Entry[],
  after: readonly Entry[],
  moved: ReadonlySet<Entry>,
  pairs: readonly Pair[],
): readonly Change[] {
  return after
    .filter(entry => moved.has(entry) && !pairs.some(pair => pair.after === entry))
    .flatMap(entry => {
      const was = before.find(({ key, position }) => key === entry.key && position !== entry.position);
      return was ? [{ kind: 'moved', before: was, after: entry } as const] : [];
    });
}

function changedPair(
  { before, after }: Pair,
  moved: boolean,
  byDefault: (property: string) => string,
): Change {
  const names = [...new Set([...before.properties.keys(), ...after.properties.keys()])].sort();
  const properties = names.filter(differsIn(before, after)).map(property => ({
    property,
    before: before.properties.get(property),
    after: after.properties.get(property),
    byDefault: byDefault(property),
  }));
  return { kind: 'changed', before, after, properties, moved };
}

const differsIn =
  (before: Entry, after: Entry) =>
  (name: string): boolean =>
    before.properties.get(name) !== after.properties.get(name) ||
    before.hidden.get(name) !== after.hidden.get(name);
