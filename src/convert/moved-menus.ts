import { semanticsOf } from '../model/index.ts';
import { argumentOf, argumentsOf, type OutlineStatement } from '../rsc/index.ts';
import type { Work } from './work.ts';

/** Lines of a menu that has another path in the target. A path that leads on from there is written in full. */
export function moveMenu(work: Work, from: string, to: string): void {
  let isMoved = false;
  for (const one of work.outline.statements) {
    if (one.kind === 'menu' && one.isTop) {
      if (one.menu === from) work.edit(one, one.statement, to);
      else if (isMoved && isRelative(one)) work.edit(one, one.statement, one.menu === '' ? '/' : one.menu);
      isMoved = one.menu === from || (isMoved && isRelative(one));
    } else if (one.menu === from && one.kind === 'menu') work.edit(one, one.statement, to);
    else if (one.menu === from && one.kind === 'command' && one.from > one.statement.start)
      work.edit(one, { start: one.statement.start, end: one.from }, `${to} `);
  }
}

const isRelative = ({ statement, frame }: OutlineStatement): boolean => frame.text[statement.start] !== '/';

/** v6: `/ip route vrf`, named by its routing mark; v7: `/ip vrf`. */
export function moveVrf(work: Work, from: string, to: string, names: readonly [string, string]): void {
  for (const one of work.commands(from)) {
    const name = argumentOf(one, names[0]);
    if (name) work.rename(one, name, names[1]);
    for (const { name: property, argument } of argumentsOf(one)) {
      if (!lost.has(property)) continue;
      work.remove(one, argument);
      const what = {
        en: `'${property}' of ${from} belongs to BGP, which was written anew for RouterOS 7; it is left out.`,
        id: `'${property}' di ${from} milik BGP, yang ditulis ulang untuk RouterOS 7; dihilangkan.`,
      };
      work.say(one, 'error', 'cannot-say', what, {
        en: 'State it in /routing bgp vpn.',
        id: 'Tulis di /routing bgp vpn.',
      });
    }
  }
  moveMenu(work, from, to);
}

const lost = new Set(['bgp-nexthop', 'export-route-targets', 'import-route-targets', 'route-distinguisher']);

/** The mail server has another name in later versions. */
export function renameMailServer(work: Work): void {
  const to = semanticsOf(work.target).mailServerProperty;
  const from = to === 'server' ? 'address' : 'server';
  for (const one of work.commands('/tool e-mail')) {
    const argument = argumentOf(one, from);
    if (argument) work.rename(one, argument, to);
  }
}
