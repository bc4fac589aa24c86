import type { Property, Row } from '../menus/index.ts';
import type { CommandValue, Problem, Range, Said, Value, Word } from '../syntax/index.ts';
import { compile, type FindContext, findWords } from './condition.ts';
import type { Store } from './store.ts';

/** Items that `set`, `remove` … speak of; `unknown`: only a running router could tell. */
export type Targets = readonly Row[] | 'unknown' | 'missing';

interface Search extends FindContext {
  readonly store: Store;
  readonly say: (problem: Problem) => void;
  /** The statement, as origin of factory items that it brings to light. */
  readonly statement: Range;
  /** May items appear that nobody has added? */
  readonly create: boolean;
}

/** The items that a value names: `[ find … ]`, a name, several names. */
export function findTargets(value: Value, search: Search): Targets {
  if (value.kind === 'command') return byFind(value, search);
  const text = search.variables.literal(value);
  if (text === undefined) return 'unknown';
  const held = byIds(value, text, search);
  if (held) return held;
  if (/^(?:\d+|\*[0-9A-F]+)$/.test(text) && isNumbered(search)) {
    return [factoryItem(text, undefined, undefined, search)];
  }
  if (/^\d+(?:,\d+)*$/.test(text)) return byNumber(text, value, search);
  if (text.startsWith('*')) return byId(text, value, search);
  return text.split(',').reduce<Targets>((found, name) => both(found, byName(name, value, search)), []);
}

/** What a script holds of `find`; an empty list is nothing to work on. */
function byIds(value: Value, text: string, { store, menu }: Search): readonly Row[] | undefined {
  if (text === '') return value.kind === 'text' ? undefined : [];
  const rows = text.split(/[,;]/).map(id => store.byId(menu, id));
  return rows.every(row => row !== undefined) ? rows : undefined;
}

function both(a: Targets, b: Targets): Targets {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : [...a, ...b];
}

function byFind(value: CommandValue, search: Search): Targets {
  const words = findWords(value, search.menu);
  const test = words && compile(words, search);
  if (!words || !test) return 'unknown';
  const rows = search.store.of(search.menu).filter(test);
  return rows.length === 0 && search.create ? fromFactory(words, search) : rows;
}

/** `set [ find default-name=ether1 ]`: the item exists without being stated. */
function fromFactory(words: readonly Word[], search: Search): readonly Row[] {
  const [only] = words;
  if (!search.menu.factory || only?.kind !== 'argument' || words.length !== 1 || only.operator !== '=')
    return [];
  const text = search.variables.literal(only.value);
  const known = only.name in search.menu.attributes || search.menu.others.includes(only.name);
  if (text === undefined || !(known || only.name === 'default')) return [];
  const name = { start: only.start, end: only.nameEnd };
  const property: Property = { text, range: only.value, name, statement: search.statement };
  return [factoryItem(`${only.name}=${text}`, known ? only.name : undefined, property, search)];
}

/** The item that these words find, made where it has not been spoken of yet. */
function factoryItem(
  factory: string,
  name: string | undefined,
  property: Property | undefined,
  { store, menu, statement }: Search,
): Row {
  const known = store.of(menu).find(row => row.factory === factory);
  if (known) return known;
  const row = store.add(menu, statement, { factory });
  if (name !== undefined && property) row.properties.set(name, property);
  return row;
}

function byName(name: string, range: Range, search: Search): Targets {
  const { menu, store } = search;
  const keys = new Set(['name', 'default-name', menu.key]);
  const rows = store.of(menu).filter(row => [...keys].some(key => row.properties.get(key)?.text === name));
  const [first] = rows;
  if (first) return [first];
  if (menu.factory && search.create) {
    const key = 'default-name' in menu.attributes ? 'default-name' : 'name';
    const property: Property = { text: name, range, name: range, statement: search.statement };
    return [factoryItem(`${key}=${name}`, key, property, search)];
  }
  sayMissing(name, range, search);
  return 'missing';
}

function sayMissing(name: string, range: Range, { say, menu }: Search): void {
  say({
    id: 'rsc/no-such-item',
    severity: 'warning',
    what: {
      en: `No item '${name}' of ${menu.path} stands above this line.`,
      id: `Tidak ada item '${name}' dari ${menu.path} di atas baris ini.`,
    },
    why: {
      en: 'What is changed here is not in this text; the line is kept and has no effect.',
      id: 'Yang diubah di sini tidak ada di teks ini; barisnya disimpan dan tidak berpengaruh.',
    },
    do: {
      en: 'Check the name, or put the line below the one that adds the item.',
      id: 'Periksa namanya, atau letakkan baris ini di bawah baris yang menambahkan item itu.',
    },
    range,
  });
}

/** Exports address some factory items by number (`/system logging set 0`), never ports. */
function isNumbered({ menu, create }: Search): boolean {
  return menu.factory && create && !('default-name' in menu.attributes);
}

/** `set 0 …`: numbers belong to the last `print` of a session and mean nothing in a file. */
function byNumber(text: string, range: Range, { say, menu }: Search): Targets {
  say({
    id: 'rsc/item-number',
    severity: 'warning',
    what: {
      en: `'${text}' is a line number of the last print of ${menu.path}; a file cannot know it.`,
      id: `'${text}' adalah nomor baris dari print terakhir ${menu.path}; file tidak bisa mengetahuinya.`,
    },
    why: {
      en: 'Numbers differ from session to session; the line is kept and has no effect.',
      id: 'Nomor berbeda di tiap sesi; barisnya disimpan dan tidak berpengaruh.',
    },
    do: named,
    range,
  });
  return 'missing';
}

function byId(text: string, range: Range, { say, menu }: Search): Targets {
  say({
    id: 'rsc/item-id',
    severity: 'warning',
    what: {
      en: `'${text}' is an internal number of one router's ${menu.path}.`,
      id: `'${text}' adalah nomor internal ${menu.path} di satu router.`,
    },
    why: {
      en: 'Another router has other numbers; the line is kept and has no effect.',
      id: 'Router lain punya nomor lain; barisnya disimpan dan tidak berpengaruh.',
    },
    do: named,
    range,
  });
  return 'missing';
}

const named: Said = {
  en: 'Name the item: [find comment="…"] or its name.',
  id: 'Sebut item-nya: [find comment="…"] atau namanya.',
};
