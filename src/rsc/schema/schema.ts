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

/** A menu of the listings; its properties are told apart when somebody asks for them, as few texts ask for many menus. */
class ListedMenu implements MenuSchema {
  readonly gate: Gate;
  readonly #names: string;
  #properties: ReadonlyMap<string, Gate> | undefined;

  constructor(gate: Gate, names: string) {
    this.gate = gate;
    this.#names = names;
  }

  get properties(): ReadonlyMap<string, Gate> {
    this.#properties ??= new Map(this.#names.trim().split(/\s+/).filter(isWord).map(gatedPair));
    return this.#properties;
  }
}

/** One menu begins a line: `/ip cloud>12: name other<20 third>10<15`; what goes on is indented. */
const readMenus = (text: string): readonly (readonly [string, MenuSchema])[] =>
  text
    .trim()
    .split('\n/')
    .map(entry => {
      const colon = entry.indexOf(':');
      const { name, gate } = gated(entry.slice(0, colon));
      return [
        name.startsWith('/') ? name : `/${name}`,
        new ListedMenu(gate, entry.slice(colon + 1)),
      ] as const;
    });

const isWord = (word: string): boolean => word !== '';

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
