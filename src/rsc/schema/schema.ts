import type { Gate } from '../../model/index.ts';
import { interfaceMenus } from './interface-menus.ts';
import { ipMenus } from './ip-menus.ts';
import { otherMenus } from './other-menus.ts';

/** The first and last minor of RouterOS 7 that was asked. */
export const listed = { first: 9, last: 24 } as const;

/** A menu that a configuration can state something in. */
export interface MenuSchema {
  /** Where it can be stated; absent minors: in all that were asked. */
  readonly gate: Gate;
  readonly properties: ReadonlyMap<string, Gate>;
}

/** One menu begins a line: `/ip cloud>12: name other<20 third>10<15`; what goes on is indented. */
function readMenus(text: string): readonly (readonly [string, MenuSchema])[] {
  return text
    .trim()
    .split(/\n(?=\/)/)
    .map(entry => {
      const [head = '', names = ''] = entry.split(/:\s?(.*)/s);
      const words = names.split(/\s+/).filter(word => word !== '');
      const { name, gate } = gated(head);
      return [name, { gate, properties: new Map(words.map(gatedPair)) }] as const;
    });
}

const gatedPair = (word: string): readonly [string, Gate] => {
  const { name, gate } = gated(word);
  return [name, gate];
};

function gated(word: string): { readonly name: string; readonly gate: Gate } {
  const [, name = '', since, until] = /^([^<>]*)(?:>(\d+))?(?:<(\d+))?$/.exec(word) ?? [];
  return { name, gate: { ...minorOf('minor', since), ...minorOf('until', until) } };
}

const minorOf = (key: 'minor' | 'until', digits: string | undefined) =>
  digits === undefined ? {} : { [key]: Number(digits) };

/** By path; menus that need a package or a board that was not asked are absent. */
export const menuSchema: ReadonlyMap<string, MenuSchema> = new Map(
  [interfaceMenus, ipMenus, otherMenus].flatMap(readMenus),
);
