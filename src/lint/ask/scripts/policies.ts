import type { Item, PlainItem, Router } from '../../../model/index.ts';

/** Rights that scripts and what runs them may have. */
export type Rights = ReadonlySet<string>;

/** The rights that `policy=` states; undefined: it states none, so that all are given. */
export function rightsOf({ properties = {} }: Item): Rights | undefined {
  const stated = properties['policy'];
  // With a variable in it nobody knows.
  if (stated === undefined || /[$[]/.test(stated)) return undefined;
  return new Set(stated.split(',').filter(one => one !== '' && !one.startsWith('!')));
}

/** Stored scripts that an event names: alone, which runs it with its own rights, or by `/system script run`, with the caller's. */
export interface Called {
  readonly script: PlainItem;
  readonly isByName: boolean;
}

export function calledBy({ plain }: Router, event: string): Called[] {
  const scripts = plain.filter(({ menu, disabled }) => menu === '/system script' && !disabled);
  return scripts.flatMap((script): Called[] => {
    const name = script.properties['name'] ?? '';
    if (name === '') return [];
    if (event.trim() === name) return [{ script, isByName: true }];
    return runs(event).some(one => one.name === name)
      ? [{ script, isByName: runs(event).some(one => one.name === name && one.hasOwnRights) }]
      : [];
  });
}

interface Run {
  readonly name: string;
  readonly hasOwnRights: boolean;
}

const runs = (event: string): Run[] =>
  [...event.matchAll(/\bsys(?:tem)?[ /]+script[ /]+run +(?:"([^"]+)"|([\w.-]+))([^;\n}\]]*)/g)].map(
    ([, quoted, bare, more = '']) => ({
      name: quoted ?? bare ?? '',
      hasOwnRights: more.includes('use-script-permissions'),
    }),
  );

/** Scripts with `dont-require-permissions=yes` run whatever their caller may do. */
export const asksForNoRights = ({ properties }: PlainItem): boolean =>
  properties['dont-require-permissions'] === 'yes';
