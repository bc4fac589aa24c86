import { argumentOf, argumentsOf, type OutlineStatement, quote, textOf } from '../rsc/index.ts';
import { interfacesOf } from './named-interfaces.ts';
import type { Work } from './work.ts';

const ethernet = '/interface ethernet';

interface Member {
  readonly one: OutlineStatement;
  readonly name: string;
}

/**
 * Switch groups of RouterOS 6 before 6.41 become bridges, as that release made them (docs/routeros.md#switch-groups). A
 * bridge has the name of the master, whose port gets another: so what names the master means the whole group, as before.
 */
export function bridgeSwitchGroups(work: Work): void {
  const groups = new Map<string, Member[]>();
  for (const one of work.commands(ethernet)) {
    const argument = argumentOf(one, 'master-port');
    if (!argument) continue;
    const master = textOf(argument);
    const name = nameOf(one);
    if (master !== 'none' && (!one.isTop || master === undefined || name === undefined)) {
      sayOpen(one, work);
      continue;
    }
    work.remove(one, argument);
    if (argumentsOf(one).length === 1) work.comment(one, 'RouterOS 7 has no master-port');
    if (master === undefined || master === 'none' || name === undefined) continue;
    groups.set(master, [...(groups.get(master) ?? []), { one, name }]);
  }
  for (const [master, members] of groups) bridgeGroup(master, members, work);
}

/** What the port is called behind its statement. */
function nameOf(one: OutlineStatement): string | undefined {
  const stated = argumentOf(one, 'name');
  if (stated) return textOf(stated);
  const [name, ...more] = interfacesOf(one);
  return more.length > 0 || name === undefined || /^\d+$/.test(name) ? undefined : name;
}

function bridgeGroup(master: string, members: readonly Member[], work: Work): void {
  const last = members.at(-1)?.one;
  if (!last) return;
  const known = bridgeOf(master, work);
  const bridge = known ?? master;
  const port = known === undefined ? `${master}-port` : master;
  const names = members.map(({ name }) => name);
  const own = work.commands(ethernet).findLast(one => one.isTop && nameOf(one) === master);
  const behind = own && own.statement.start > last.statement.start ? own : last;
  work.insert('after', behind, [
    ...(known === undefined ? renamed(master, port, own, work) : []),
    ...(known === undefined ? [`/interface bridge add name=${quote(bridge)} protocol-mode=none`] : []),
    ...[...(known === undefined ? [port] : []), ...names].map(
      name => `/interface bridge port add bridge=${quote(bridge)} interface=${quote(name)}`,
    ),
  ]);
  const renaming = known === undefined ? `, whose port is called ${port} now` : '';
  const renamedTo = known === undefined ? `, yang port-nya kini bernama ${port}` : '';
  const what = {
    en: `RouterOS 7 has no master-port: ${names.join(', ')} and ${master} become ports of the bridge ${bridge}${renaming}.`,
    id: `RouterOS 7 tidak punya master-port: ${names.join(', ')} dan ${master} menjadi port bridge ${bridge}${renamedTo}.`,
  };
  work.say(last, 'info', 'switch-group', what);
}

/** The bridge that the master is a port of. */
function bridgeOf(master: string, work: Work): string | undefined {
  const port = work.added('/interface bridge port').find(one => {
    const name = argumentOf(one, 'interface');
    return name && textOf(name) === master;
  });
  const bridge = port && argumentOf(port, 'bridge');
  return bridge && textOf(bridge);
}

/** The master's port gets another name: in its own statement, or by one more. */
function renamed(
  master: string,
  port: string,
  own: OutlineStatement | undefined,
  work: Work,
): readonly string[] {
  if (own && !work.commented.has(own)) {
    work.set(own, 'name', port);
    return [];
  }
  return [`${ethernet} set [ find default-name=${quote(master)} ] name=${quote(port)}`];
}

function sayOpen(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'RouterOS 7 has no master-port, and which port this line means is not known; it stays as it is.',
    id: 'RouterOS 7 tidak punya master-port, dan port yang dimaksud baris ini tidak diketahui; dibiarkan.',
  };
  work.say(one, 'error', 'master-port', what, {
    en: 'Make both ports of a bridge.',
    id: 'Jadikan keduanya port sebuah bridge.',
  });
}
