import type { Command, Variables } from '../commands/index.ts';
import { menuByPath, menus } from '../menus/index.ts';
import { findWords, type Store } from '../rows/index.ts';
import type { Value } from '../syntax/index.ts';
import { isFactoryName } from './interfaces.ts';

/** Menus whose items are interfaces of one kind. */
export const interfaceMenus = menus.filter(
  ({ path }) => /^\/interface [a-z-]+$/.test(path) && path !== '/interface list',
);

/** Does it switch interfaces on or off, of whatever kind: `/interface disable ether1`? */
export const switchesAny = ({ menu, name, arguments: given }: Command): boolean =>
  menu === '/interface' &&
  (name === 'enable' || name === 'disable' || (name === 'set' && given.some(one => one.name === 'disabled')));

/** The same statement in the menu of the interface's kind; undefined: nothing here says what kind it is of. */
export function inMenuOfKind(command: Command, store: Store, variables: Variables): Command | undefined {
  const named = command.arguments.filter(one => one.name === 'numbers').map(({ value }) => value);
  const [target, ...more] = [...named, ...command.positional];
  const name = target && more.length === 0 ? nameIn(target, variables) : undefined;
  const menu = name === undefined ? undefined : menuOf(name, store);
  if (!target || name === undefined || menu === undefined) return undefined;
  const { start, end } = target;
  return {
    ...command,
    menu,
    arguments: command.arguments.filter(one => one.name !== 'numbers'),
    positional: [{ kind: 'text', start, end, text: name, quoted: false }],
  };
}

/** `ether1`, `[find name=ether1]`, `[find default-name=ether1]`. */
function nameIn(value: Value, variables: Variables): string | undefined {
  if (value.kind !== 'command') return variables.literal(value);
  const menu = menuByPath.get('/interface');
  const [only, ...more] = (menu && findWords(value, menu)) ?? [];
  const isName = only?.kind === 'argument' && only.operator === '=' && /^(?:default-)?name$/.test(only.name);
  return isName && more.length === 0 ? variables.literal(only.value) : undefined;
}

function menuOf(name: string, store: Store): string | undefined {
  const stated = interfaceMenus.find(menu =>
    store
      .of(menu)
      .some(({ properties }) => ['name', 'default-name'].some(key => properties.get(key)?.text === name)),
  );
  return stated?.path ?? (isFactoryName(name) ? '/interface ethernet' : undefined);
}
