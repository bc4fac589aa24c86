import type { OutlineStatement } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import { isDefaultItem, type Stated, statedInV7 } from '../wording.ts';

/** A connection with all that it takes from templates and its instance (docs/routeros.md#bgp). */
export interface Connection {
  readonly one: OutlineStatement;
  readonly stated: Stated;
  readonly as: string | undefined;
  /** Name of its instance; undefined: of RouterOS before 7.20, which has none. */
  readonly instance: string | undefined;
  /** Lines of templates and the instance that it uses. */
  readonly from: readonly OutlineStatement[];
}

/** Those that are certain. */
export function connectionsOf(work: Work): readonly Connection[] {
  const [templates, instances] = ['template', 'instance'].map(what => itemsOf(work, `/routing bgp ${what}`));
  return work.added('/routing bgp connection').flatMap(one => {
    const stated = statedInV7(one);
    if (!stated) return [];
    const named = (stated.get('templates') ?? '').split(',').filter(name => name !== '');
    const used = named.map(name => templates?.get(name));
    const instance = stated.get('instance');
    const known = instance === undefined ? undefined : instances?.get(instance);
    if (used.some((item, i) => !item && named[i] !== 'default') || (instance !== undefined && !known))
      return [];
    const items = [...used, known].filter(item => item !== undefined);
    const whole = mergedOf(stated, items);
    return [{ one, stated: whole, as: whole.get('as'), instance, from: items.flatMap(({ lines }) => lines) }];
  });
}

interface Item {
  readonly stated: Stated;
  readonly lines: readonly OutlineStatement[];
}

/** Whose names and comments are no part of a connection. */
const ofItem = new Set(['name', 'comment', 'disabled']);

function mergedOf(own: Stated, items: readonly Item[]): Stated {
  const taken = items.flatMap(({ stated }) => [...stated].filter(([name]) => !ofItem.has(name)));
  return new Map([...taken, ...own]);
}

/** Items of a menu by name; RouterOS always has one called `default`. */
function itemsOf(work: Work, menu: string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const one of work.commands(menu)) {
    const stated = one.isTop ? statedInV7(one) : undefined;
    const name = isDefaultItem(one) ? 'default' : stated?.get('name');
    if (!stated || name === undefined || (one.name !== 'add' && !isDefaultItem(one))) continue;
    const known = found.get(name);
    found.set(name, {
      stated: new Map([...(known?.stated ?? []), ...stated]),
      lines: [...(known?.lines ?? []), one],
    });
  }
  return found;
}
