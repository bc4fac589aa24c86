import { type Item, type Origin, propertyPlace, type Router } from '../../../model/index.ts';
import { type StatedStatement, scriptStatementsOf } from '../../../rsc/index.ts';
import type { Span } from '../../../text/index.ts';

/** A script that an enabled item holds in one of its properties. */
export interface Held {
  readonly item: Item;
  readonly property: string;
  readonly text: string;
}

/** Scripts of the text, and what runs them. */
export function scriptsOf(router: Router): Held[] {
  const held = (item: Item, property: string, text: string | undefined): Held[] =>
    item.disabled || text === undefined || text === '' ? [] : [{ item, property, text }];
  return [
    ...router.netwatch.flatMap(item => [
      ...held(item, 'up-script', item.upScript),
      ...held(item, 'down-script', item.downScript),
    ]),
    ...router.dhcpClients.flatMap(item => held(item, 'script', item.script)),
    ...router.plain.flatMap(item =>
      ['source', 'on-event', 'on-up', 'on-down'].flatMap(property =>
        held(item, property, item.properties[property]),
      ),
    ),
  ];
}

/** What a script says, and where it stands. */
export interface Line {
  readonly held: Held;
  readonly statement: StatedStatement;
}

// A Router is frozen, and several rules ask.
const known = new WeakMap<Router, readonly Line[]>();

export function linesOf(router: Router): readonly Line[] {
  const lines =
    known.get(router) ??
    scriptsOf(router).flatMap(held =>
      scriptStatementsOf(held.text, '').map(statement => ({ held, statement })),
    );
  known.set(router, lines);
  return lines;
}

/** Where a script stands. */
export const placeOfScript = ({ item, property }: Held): Span | Origin =>
  propertyPlace(item, property)?.value ?? item.origin;
