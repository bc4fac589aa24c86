import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type Position,
} from 'vscode-languageserver';
import { builtInNames } from '../../model/index.ts';
import { commandsIn, menuAt, menuSchema, quote } from '../../rsc/index.ts';
import { kindText } from '../hover/name.ts';
import { isInterfaceMenu, type NameKind, namingsOf, scopeOf } from '../names/kinds.ts';
import { builtInScope, referredBy } from '../names/rename.ts';
import { gateText, isThere, type PropertyInfo, propertiesOf, propertyOf } from '../schema.ts';
import type { OpenText } from '../text/open-text.ts';
import { type Context, contextAt } from './context.ts';

/** What can stand at a place: menus, commands, properties with their versions, values and names of the text. */
export function completionsAt(text: OpenText, position: Position): CompletionList {
  const offset = text.places.offsetAt(position);
  const context = contextAt(text, offset);
  const typed = 'typed' in context ? context.typed : '';
  const range = text.places.rangeOf({ start: Math.max(0, offset - typed.length), end: offset });
  const items = itemsOf(text, context).map(({ insertText, ...item }) => ({
    ...item,
    textEdit: { range, newText: insertText ?? item.label },
  }));
  return { isIncomplete: false, items };
}

function itemsOf(text: OpenText, context: Context): CompletionItem[] {
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
  text: OpenText,
  { menu, isPath }: Extract<Context, { kind: 'command' }>,
): CompletionItem[] {
  const node = menuAt(menu);
  const below = [...(node?.children.values() ?? [])].map(child => ({
    ...versioned(text, menuSchema.get(child.path)?.gate),
    label: child.name,
    kind: CompletionItemKind.Module,
  }));
  const commands = menu === '' || (isPath && below.length > 0 && propertiesOf(menu).length === 0);
  const own = commands ? [] : commandsIn(menu);
  return [...own.map(label => ({ label, kind: CompletionItemKind.Function })), ...below];
}

/** Commands whose words are properties with values. */
const stating = new Set(['add', 'set', 'find', 'print', 'unset', 'get']);

function propertyItems(
  text: OpenText,
  { menu, command, stated }: Extract<Context, { kind: 'property' }>,
): CompletionItem[] {
  const items = command === 'add' || command === 'find' ? [] : nameItems(text, menu);
  if (!stating.has(command)) return items;
  const free = propertiesOf(menu).filter(({ name }) => !stated.includes(name));
  const isNamed = command === 'unset' || command === 'get';
  return [...items, ...free.map(info => propertyItem(text, info, isNamed))];
}

function propertyItem(text: OpenText, info: PropertyInfo, isNamed: boolean): CompletionItem {
  const { name, type, deprecated } = info;
  const item = versioned(text, info.gate);
  const detail = [type, item.detail].filter(part => part !== undefined).join('; ');
  return {
    ...item,
    label: name,
    kind: CompletionItemKind.Property,
    insertText: isNamed ? name : `${name}=`,
    ...(detail !== '' && { detail }),
    ...(deprecated !== undefined && {
      documentation: deprecated[text.language],
      tags: [CompletionItemTag.Deprecated],
    }),
  };
}

/** What only some versions have says which; what the version of the text lacks comes last, struck out. */
function versioned(text: OpenText, gate: PropertyInfo['gate']): Partial<CompletionItem> {
  const versions = gateText(gate);
  const { version } = text.router;
  const detail = versions === undefined ? {} : { detail: `RouterOS ${versions}` };
  return isThere(gate, version) ? detail : { ...detail, sortText: '~', tags: [CompletionItemTag.Deprecated] };
}

/** Names of the items of a menu, for `set`. */
function nameItems(text: OpenText, menu: string): CompletionItem[] {
  const own = namingsOf(menu, 'name').filter(({ defines }) => defines);
  const kinds =
    own.length === 0 && isInterfaceMenu(menu) ? (['interface'] as const) : own.map(one => one.kind);
  return kinds.flatMap(kind => namesOf(text, kind, menu));
}

function valueItems(text: OpenText, menu: string, property: string): CompletionItem[] {
  const choices = (propertyOf(menu, property)?.choices ?? []).map(label => ({
    label,
    kind: CompletionItemKind.EnumMember,
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
function namesOf(text: OpenText, kind: NameKind, menu: string): CompletionItem[] {
  const scope = builtInScope({ kind, scope: scopeOf(kind, menu) });
  const named = referredBy[kind].flatMap(one => text.references.of(one));
  const ofText = named.filter(one => one.scope === scope).map(({ name }) => name);
  const ofRouter = !withBuiltIn.has(kind) ? [] : referredBy[kind].flatMap(one => builtInNames(one, scope));
  const names = new Set([...ofText, ...ofRouter]);
  return [...names].map(name => ({
    label: name,
    kind: CompletionItemKind.Reference,
    detail: kindText(kind, text.language),
    insertText: quote(name),
  }));
}
