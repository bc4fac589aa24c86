import { mainTable } from '../../model/index.ts';
import { argumentOf, type OutlineStatement, positionalOf, quote, textOf } from '../../rsc/index.ts';
import type { Work } from '../work.ts';

/** Where a name of a table stands: menu and property. */
const naming: readonly (readonly [menu: string, property: string])[] = [
  ['/ip firewall mangle', 'new-routing-mark'],
  ['/ip route', 'routing-mark'],
  ['/ip route rule', 'table'],
  ['/ip route rule', 'routing-mark'],
  ['/ip firewall mangle', 'routing-mark'],
  ['/ip firewall filter', 'routing-mark'],
  ['/ip firewall nat', 'routing-mark'],
  ['/ipv6 firewall mangle', 'new-routing-mark'],
];

/** v7 has the tables that are stated with `fib`: one for each routing mark, above the first line that names it. */
export function stateTables(work: Work): void {
  const vrfs = new Set(work.router.vrfs.map(({ table }) => table));
  const stated = new Set([mainTable, 'no-mark', 'local', ...vrfs]);
  for (const [name, one] of tablesNamed(work)) {
    if (stated.has(name)) continue;
    stated.add(name);
    work.insert('before', firstOf(work, one), [`/routing table add fib name=${quote(name)}`]);
  }
}

function* tablesNamed(work: Work): Iterable<readonly [string, OutlineStatement]> {
  for (const one of work.outline.statements) {
    for (const [menu, property] of naming) {
      if (one.kind !== 'command' || one.menu !== menu) continue;
      const argument = argumentOf(one, property);
      const text = argument && textOf(argument);
      if (text !== undefined && text !== '') yield [text.replace(/^!/, ''), one];
    }
  }
}

/** The first statement of the text, or of the block around, at which something can be stated. */
function firstOf({ outline }: Work, one: OutlineStatement): OutlineStatement {
  const at = outline.statements.indexOf(one);
  const top = outline.statements.findLastIndex(({ isTop }, index) => isTop && index <= at);
  const first = outline.statements[top] ?? one;
  const menu = outline.statements.findLastIndex(
    ({ isTop, kind, menu: path }, index) => isTop && kind === 'menu' && path === first.menu && index < top,
  );
  const between = outline.statements
    .slice(menu, top)
    .every(({ isTop, menu: path }) => !isTop || path === first.menu);
  return (menu >= 0 && between ? outline.statements[menu] : undefined) ?? first;
}

/** v6 makes its tables of the marks that name them: the lines of `/routing table` go into comments. */
export function implyTables(work: Work): void {
  const { outline, router } = work;
  for (const one of outline.statements) {
    if (one.menu !== '/routing table' || one.kind === 'scripting' || one.kind === 'other') continue;
    work.comment(one, 'RouterOS 6 makes a table of each routing mark');
    const name = argumentOf(one, 'name');
    const table = router.routingTables.find(table => table.name === (name && textOf(name)));
    if (one.name === 'add' && table && !table.fib) sayNoFib(one, work);
    if (one.kind === 'command' && !one.isTop) sayInScript(one, work);
  }
}

function sayNoFib(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'This table has no fib, so that RouterOS 7 never uses its routes; RouterOS 6 uses them.',
    id: 'Tabel ini tanpa fib, jadi RouterOS 7 tidak pernah memakai rutenya; RouterOS 6 memakainya.',
  };
  work.say(one, 'error', 'table-without-fib', what, {
    en: 'Remove the mark, or the routes of that table.',
    id: 'Hapus mark-nya, atau rute tabel itu.',
  });
}

function sayInScript(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'RouterOS 6 has no /routing table; this command of a script fails there.',
    id: 'RouterOS 6 tidak punya /routing table; perintah script ini gagal di sana.',
  };
  work.say(one, 'error', 'no-such-menu', what, { en: 'Remove it.', id: 'Hapus.' });
}

/** `get` with the name of a property that is called otherwise now. */
export function renamePositional(work: Work, one: OutlineStatement, from: string, to: string): void {
  for (const value of positionalOf(one)) {
    if (value.kind === 'text' && !value.quoted && value.text === from) work.edit(one, value, to);
  }
}
