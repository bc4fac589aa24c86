import { builtInNames } from '../model/index.ts';
import { commandsIn, menuAt, menuSchema, quote } from '../rsc/index.ts';
import { builtInScope, referredBy } from './built-in.ts';
import { type Context, contextAt } from './context.ts';
import type { EditedText } from './edited-text.ts';
import { kindText } from './kind-text.ts';
import { isInterfaceMenu, type NameKind, namingsOf, scopeOf } from './kinds.ts';

import { gateText, isThere, type PropertyInfo, propertiesOf, propertyOf } from './schema.ts';

/** What can be written at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'menu' | 'command' | 'property' | 'value' | 'name';
  /** Instead of the label. */
  readonly insertText?: string | undefined;
  /** What its value is, and which versions have it. */
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** The version of the text does not have it, or it should not be used any more. */
  readonly isOld?: boolean | undefined;
  /** The version of the text does not have it: it comes last. */
  readonly isMissing?: boolean | undefined;
}

/** What can stand at an offset instead of what is typed there: menus, commands, properties with their versions, values and names of the text. */
export function completionsAt(
  text: EditedText,
  offset: number,
): { readonly from: number; readonly items: readonly Completion[] } {
  const context = contextAt(text, offset);
  const typed = 'typed' in context ? context.typed : '';
  return { from: Math.max(0, offset - typed.length), items: itemsOf(text, context) };
}

function itemsOf(text: EditedText, context: Context): Completion[] {
  switch (context.kind) {
    case 'command':
      return commandItems(text, context);
    case 'property':
      return propertyItems(text, context);
    case 'value':
      return valueItems(text, context.menu, context.property);
    case 'nothing':
      return [];
  }
}

function commandItems(
  text: EditedText,
  { menu, isPath }: Extract<Context, { kind: 'command' }>,
): Completion[] {
  const node = menuAt(menu);
  const below = [...(node?.children.values() ?? [])].map(child => ({
    ...versioned(text, menuSchema.get(child.path)?.gate),
    label: child.name,
    kind: 'menu' as const,
  }));
  const commands = menu === '' || (isPath && below.length > 0 && propertiesOf(menu).length === 0);
  const own = commands ? [] : commandsIn(menu);
  return [...own.map(label => ({ label, kind: 'command' as const })), ...below];
}

/** Commands whose words are properties with values. */
const stating = new Set(['add', 'set', 'find', 'print', 'unset', 'get']);

function propertyItems(
  text: EditedText,
  { menu, command, stated }: Extract<Context, { kind: 'property' }>,
): Completion[] {
  const items = command === 'add' || command === 'find' ? [] : nameItems(text, menu);
  if (!stating.has(command)) return items;
  const free = propertiesOf(menu).filter(({ name }) => !stated.includes(name));
  const isNamed = command === 'unset' || command === 'get';
  return [...items, ...free.map(info => propertyItem(text, info, isNamed))];
}

function propertyItem(text: EditedText, info: PropertyInfo, isNamed: boolean): Completion {
  const { name, type, deprecated } = info;
  const item = versioned(text, info.gate);
  const detail = [type, item.detail].filter(part => part !== undefined).join('; ');
  return {
    ...item,
    label: name,
    kind: 'property' as const,
    insertText: isNamed ? name : `${name}=`,
    ...(detail !== '' && { detail }),
    ...(deprecated !== undefined && {
      documentation: deprecated[text.language],
      isOld: true,
    }),
  };
}

/** What only some versions have says which; what the version of the text lacks comes last, struck out. */
function versioned(text: EditedText, gate: PropertyInfo['gate']): Partial<Completion> {
  const versions = gateText(gate);
  const { version } = text.router;
  const detail = versions === undefined ? {} : { detail: `RouterOS ${versions}` };
  return isThere(gate, version) ? detail : { ...detail, isMissing: true, isOld: true };
}

/** Names of the items of a menu, for `set`. */
function nameItems(text: EditedText, menu: string): Completion[] {
  const own = namingsOf(menu, 'name').filter(({ defines }) => defines);
  const kinds =
    own.length === 0 && isInterfaceMenu(menu) ? (['interface'] as const) : own.map(one => one.kind);
  return kinds.flatMap(kind => namesOf(text, kind, menu));
}

function valueItems(text: EditedText, menu: string, property: string): Completion[] {
  const choices = (propertyOf(menu, property)?.choices ?? []).map(label => ({
    label,
    kind: 'value' as const,
  }));
  const names = namingsOf(menu, property).flatMap(({ kind }) => namesOf(text, kind, menu));
  const known = new Set(choices.map(({ label }) => label));
  return [...choices, ...names.filter(({ label }) => !known.has(label))];
}

/** Of these, names that every router has are often meant; `interface=all` and `table=local` hardly ever. */
const withBuiltIn: ReadonlySet<NameKind> = new Set([
  'chain',
  'interface-list',
  'connection-mark',
  'packet-mark',
]);

/** Names of a kind that the text has, by the index of the model. */
function namesOf(text: EditedText, kind: NameKind, menu: string): Completion[] {
  const scope = builtInScope({ kind, scope: scopeOf(kind, menu) });
  const named = referredBy[kind].flatMap(one => text.references.of(one));
  const ofText = named.filter(one => one.scope === scope).map(({ name }) => name);
  const ofRouter = !withBuiltIn.has(kind) ? [] : referredBy[kind].flatMap(one => builtInNames(one, scope));
  const names = new Set([...ofText, ...ofRouter]);
  return [...names].map(name => ({
    label: name,
    kind: 'name' as const,
    detail: kindText(kind, text.language),
    insertText: quote(name),
  }));
}
