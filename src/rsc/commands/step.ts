import { acting, changing, common } from './command-names.ts';
import { isCommandOf } from './menu-commands.ts';
import { type MenuNode, rootMenu } from './menu-names.ts';
import type { Segment } from './segments.ts';

/** Menus that hold nothing but menus: there `add` is an abbreviation of `address`. */
const containers = new Set([
  '/ip',
  '/ip firewall',
  '/ipv6',
  '/ipv6 firewall',
  '/tool',
  '/system',
  '/routing',
  '/queue',
  '/ppp',
]);

export function isCommand(text: string): boolean {
  return common.includes(text) || acting.includes(text);
}

/** The last step: a list has thousands of statements that begin alike. */
let last:
  | { readonly from: MenuNode; readonly text: string; readonly to: MenuNode | string | undefined }
  | undefined;

/** A submenu, the full name of a command, or undefined. Unique beginnings are enough, as on the router. */
export function step(from: MenuNode, { text }: Segment): MenuNode | string | undefined {
  if (last?.from !== from || last.text !== text) last = { from, text, to: stepTo(from, text) };
  return last.to;
}

function stepTo(node: MenuNode, text: string): MenuNode | string | undefined {
  if (text === '/') return rootMenu;
  if (text === '..') return node.parent ?? node;
  const child = node.children.get(text);
  if (child) return child;
  if (isCommandOf(node.path, text)) return text;
  if (isCommand(text) && !(containers.has(node.path) && changing.some(name => name === text))) return text;
  return abbreviated(node, text);
}

function abbreviated(node: MenuNode, text: string): MenuNode | string | undefined {
  const [menu, ...others] = submenusFrom(node, text);
  if (menu !== undefined) return others.length === 0 ? node.children.get(menu) : undefined;
  const commands = node === rootMenu || text.length < 2 ? [] : common.filter(name => name.startsWith(text));
  return preferred(commands);
}

/** Submenus whose names begin so. */
export function submenusFrom(node: MenuNode, text: string): readonly string[] {
  return /^[a-z]/.test(text) ? [...node.children.keys()].filter(name => name.startsWith(text)) : [];
}

/** `re` is remove rather than reset: the shortest of the configuration commands, as the console completes. */
function preferred(commands: readonly string[]): string | undefined {
  const [first] = commands;
  if (commands.length < 2) return first;
  return commands.every(name => name.startsWith(first ?? '')) ? first : undefined;
}
