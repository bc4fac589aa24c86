import { isBuiltIn } from '../../model/index.ts';
import type { Row } from '../menus/index.ts';
import { type Problem, type Range, refused } from '../syntax/index.ts';

/** A rule asks for an interface list by this name. */
export interface AskedList {
  readonly name: string;
  /** `out-interface-list` */
  readonly property: string;
  readonly nameRange: Range;
  readonly range: Range;
}

const asking = ['in-interface-list', 'out-interface-list'] as const;

const nothing: readonly never[] = [];

export const listsAskedBy = ({ properties }: Row): readonly AskedList[] =>
  asking.some(property => properties.has(property)) ? listsIn(properties) : nothing;

const listsIn = (properties: Row['properties']): AskedList[] =>
  asking.flatMap(property => {
    const stated = properties.get(property);
    const name = stated?.text.replace(/^!/, '');
    return stated && name !== undefined
      ? [{ name, property, nameRange: stated.name, range: stated.range }]
      : [];
  });

/** An interface of the text where a list is asked for: whatever the rest of a configuration has, that list is none of it. */
export function interfacesAsLists(
  asked: readonly AskedList[],
  interfaces: ReadonlySet<string>,
  lists: ReadonlySet<string>,
): readonly Problem[] {
  return asked
    .filter(({ name }) => interfaces.has(name) && !lists.has(name) && !isBuiltIn('interface-list', name))
    .map(toProblem);
}

function toProblem({ name, property, nameRange, range }: AskedList): Problem {
  const right = property.replace('-list', '');
  return {
    id: 'rsc/unknown-interface-list',
    severity: 'error',
    what: {
      en: `'${name}' is an interface, and ${property} asks for an interface list.`,
      id: `'${name}' adalah interface, sedangkan ${property} meminta interface list.`,
    },
    why: refused,
    do: {
      en: `Write ${right}=, or make a list of that name in /interface list.`,
      id: `Tulis ${right}=, atau buat list dengan nama itu di /interface list.`,
    },
    range,
    fix: { edits: [{ range: nameRange, text: right }], isSafe: false },
  };
}
